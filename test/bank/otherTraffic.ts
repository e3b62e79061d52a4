import type { LocalDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import type { StatementEntry } from '../../src/formats/camt053'

const givers = [
  { counterName: 'A. de Groot', counterIban: 'NL69INGB0123456789' },
  { counterName: 'M. Yilmaz', counterIban: 'NL44RABO0123456789' },
  { counterName: 'Bakkerij Smit', counterIban: 'BE68539007547034' },
]

/** What happens on an account besides direct debit: up to three gifts, now and then bank charges. */
export function otherTraffic(date: LocalDate, random: (limit: number) => number): readonly StatementEntry[] {
  const gifts = Array.from({ length: random(4) }, (): StatementEntry => ({
    bookingDate: date, valueDate: date, amountCents: cents(500 + 500 * random(20)), description: 'Gift',
    ...givers[random(givers.length)], code: 'RCDT/ESCT', bankRef: `G${date.replaceAll('-', '')}${random(1_000_000)}`, isReversal: false,
  }))
  const charges: StatementEntry = {
    bookingDate: date, valueDate: date, amountCents: cents(-(100 + random(900))), description: 'Kosten zakelijk betalingsverkeer',
    code: 'ACMT/CHRG', bankRef: `K${date.replaceAll('-', '')}`, isReversal: false,
  }
  return random(5) === 0 ? [...gifts, charges] : gifts
}
