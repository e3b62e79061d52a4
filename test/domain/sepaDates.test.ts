import { describe, expect, it } from 'vitest'
import { earliestCollectionDate, easterSunday, isBankingDay, latestDeliveryDate, nextBankingDay } from '../../src/domain/bankingDays'
import { profileOf, type Bank } from '../../src/domain/bankProfile'
import { planInstalments } from '../../src/domain/instalments'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { noticeState, type Notice, type PlannedDebit } from '../../src/domain/preNotification'

const days = (text: string): readonly LocalDate[] => text.split(' ').map(day)
const nominal = (first: string, count: number) => planInstalments(cents(10_000), day(first), count, 1).map(({ date }) => date)

describe('sepa §6.1: the calendar', () => {
  it.each([[2026, '2026-04-05'], [2027, '2027-03-28'], [2028, '2028-04-16'], [2029, '2029-04-01'], [2030, '2030-04-21']])(
    'sepa §6.1: Easter of %i -> %s', (year, expected) => expect(easterSunday(year)).toBe(expected))
  it('sepa §6.1: 2026-12-25 is closed, 2027-04-27 is open', () => expect([isBankingDay(day('2026-12-25')), isBankingDay(day('2027-04-27'))]).toEqual([false, true]))
  it.each(days('2027-01-01 2027-03-26 2027-03-29 2026-05-01 2025-12-26'))('sepa §6.1: %s is closed', (date) => expect(isBankingDay(date)).toBe(false))
  it.each(days('2026-05-05 2026-05-14 2026-05-25'))('sepa §6.1: %s (5 May, Ascension, Whit Monday) is open', (date) => expect(isBankingDay(date)).toBe(true))
  it.each([['2026-12-25', '2026-12-28'], ['2027-01-01', '2027-01-04'], ['2027-03-26', '2027-03-30'], ['2027-05-01', '2027-05-03'], ['2026-11-21', '2026-11-23']])(
    'sepa §6.1: the next open day from %s -> %s', (date, expected) => expect(nextBankingDay(day(date))).toBe(expected))
})

describe('sepa §6.2: lead time and cut-off', () => {
  const delivery = (bank: Bank) => profileOf(bank, {})
  const latest = (bank: Bank, date: string) => `${latestDeliveryDate(day(date), delivery(bank).deliveryLeadDays)} ${delivery(bank).cutOffTime}`
  it('sepa §6.2: collect 2026-12-28 at ABN AMRO -> 2026-12-24 12:30 at the latest', () => expect(latest('abnAmro', '2026-12-28')).toBe('2026-12-24 12:30'))
  it('sepa §6.2: collect 2027-03-30 -> 2027-03-25 at the latest', () => expect(latest('abnAmro', '2027-03-30')).toBe('2027-03-25 12:30'))
  it('sepa §6.2: two days ahead for 2027-03-30 -> 2027-03-24', () => expect(latest('other', '2027-03-30')).toBe('2027-03-24 12:00'))
  it('sepa §6.2: Friday 2026-11-27 12:31, wish 2026-11-30 -> 2026-12-01 at the earliest', () => {
    const at = (time: string) => earliestCollectionDate({ today: day('2026-11-27'), time }, delivery('abnAmro'))
    expect([at('12:29'), at('12:31')]).toEqual(['2026-11-30', '2026-12-01'])
  })
  it('sepa §6.2: at Rabobank a file of eight in the morning counts for the next day', () => {
    const at = (time: string) => earliestCollectionDate({ today: day('2026-11-26'), time }, delivery('rabobank'))
    expect([at('06:59'), at('08:00')]).toEqual(['2026-11-27', '2026-11-30'])
  })
  it('sepa §6.2: an upload on Friday afternoon never gives Monday', () => {
    for (let today = day('2026-01-02'); today < '2028-01-01'; today = addDays(today, 7)) {
      if (isBankingDay(today)) expect(earliestCollectionDate({ today, time: '15:00' }, delivery('abnAmro')) > addDays(today, 3)).toBe(true)
    }
  })
  it('sepa §6.2: a collection on a closed day -> forward to an open one, never backward', () => {
    for (let date = day('2026-01-01'); date < '2030-01-01'; date = addDays(date, 1)) {
      const executed = nextBankingDay(date)
      if (!isBankingDay(executed) || executed < date) expect.fail(`${date} is executed on ${executed}`)
    }
  })
})

describe('sepa §6.3: spread over the months', () => {
  it('sepa §6.3: from 2027-01-31, twelve times -> the last of every month', () => {
    expect(nominal('2027-01-31', 12)).toEqual(days(
      '2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31 2027-06-30 2027-07-31 2027-08-31 2027-09-30 2027-10-31 2027-11-30 2027-12-31'))
  })
  it('sepa §6.3: the same -> executed on the next open day', () => {
    expect(nominal('2027-01-31', 12).map(nextBankingDay)).toEqual(days(
      '2027-02-01 2027-03-01 2027-03-31 2027-04-30 2027-05-31 2027-06-30 2027-08-02 2027-08-31 2027-09-30 2027-11-01 2027-11-30 2027-12-31'))
  })
  it('sepa §6.3: from 2028-01-31 -> 2028-02-29', () => expect(nominal('2028-01-31', 2).at(-1)).toBe('2028-02-29'))
  it('sepa §6.3: from 01-30 -> 02-28 and then 03-30, not 03-28', () => expect(nominal('2027-01-30', 3)).toEqual(days('2027-01-30 2027-02-28 2027-03-30')))
  it('sepa §6.3: 100.00 over 12 -> 4 x 8.34, then 8 x 8.33', () => {
    expect(planInstalments(cents(10_000), day('2027-01-31'), 12, 1).map(({ amountCents }) => amountCents)).toEqual([...Array<number>(4).fill(834), ...Array<number>(8).fill(833)])
  })
  it('sepa §6.3: two nominal dates on one execution date -> still two instalments', () => {
    const [saturday, sunday] = [planInstalments(cents(500), day('2027-01-30'), 1, 1), planInstalments(cents(500), day('2027-01-31'), 1, 1)]
    const both = [...saturday, ...sunday]
    expect([both.length, new Set(both.map(({ date }) => nextBankingDay(date))).size, new Set(both.map(({ date }) => date)).size]).toEqual([2, 1, 2])
  })
})

describe('sepa §6.4: pre-notification', () => {
  const debit: PlannedDebit = {
    mandate: 1, debtorIban: 'NL44RABO0123456789', amountCents: cents(2_500), originalCollectionDate: day('2026-12-15'), collectionDate: day('2026-12-15'),
    schedule: { startDate: day('2026-12-15'), everyMonths: 0 },
  }
  const told = (announcedOn: string): Notice =>
    ({ id: 1, announcedOn: day(announcedOn), mandate: 1, debtorIban: debit.debtorIban, amountCents: debit.amountCents, firstDate: debit.originalCollectionDate, everyMonths: 0 })
  it.each([['2026-12-01', 'announced'], ['2026-12-02', 'late']])('sepa §6.4: collect 2026-12-15, told on %s -> %s', (announcedOn, expected) => {
    expect(noticeState(debit, [told(announcedOn)], 14)).toBe(expected)
  })
  it('sepa §6.4: the amount changed after the notice -> stale', () => expect(noticeState({ ...debit, amountCents: cents(2_600) }, [told('2026-12-01')], 14)).toBe('stale'))
})
