import { nextBankingDay } from '../../src/domain/bankingDays'
import { planInstalments } from '../../src/domain/instalments'
import { addDays, amsterdamDate, day, formatDate, isLocalDate, weekdayOf } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { pain008 } from '../../src/formats/pain008'
import { group, instruction, message } from './debitMessages'

/** Run as a process of its own, so that the time zone of the machine counts from its start: says what comes out there. */
const dates = ['2026-12-01', '2026-03-29', '2026-10-25', '2027-03-14', '2026-12-25', '2027-01-31'].map(day)
process.stdout.write(JSON.stringify({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  file: [...pain008(message(...dates.map((collectionDate, index) => group([instruction(index + 1)], { collectionDate, paymentInformationId: `P-${index}` }))))].join(''),
  plan: planInstalments(cents(10_000), day('2027-01-31'), 12, 1).map(({ date }) => [date, nextBankingDay(date)]),
  days: dates.map((date) => [date, addDays(date, 1), addDays(date, -1), weekdayOf(date), formatDate(date, 'nl'), isLocalDate(date)]),
  today: ['2026-11-30T22:59:59Z', '2026-11-30T23:00:00Z', '2026-06-30T21:59:59Z', '2026-06-30T22:00:00Z'].map((instant) => amsterdamDate(new Date(instant))),
}))
