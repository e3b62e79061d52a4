import { addBankingDays } from '../domain/bankingDays'
import { addDays, type LocalDate } from '../domain/localDate'
import { cents, sumCents, type Cents } from '../domain/money'
import { writeCamt053, type StatementEntry } from '../formats/camt053Write'
import type { Order, OrderGroup } from './debitFile'
import { randomOf } from './random'
import { associationIban } from './structure'

/** What the bank knows at the end of a day. */
export type BankDay = {
  readonly date: LocalDate
  readonly openingCents: Cents
  /** Everything that was handed in and is collected on this day, or was so lately. */
  readonly groups: readonly OrderGroup[]
  readonly transfers: readonly StatementEntry[]
  /** An amount of which the bank loses one order without saying so. */
  readonly losesCents?: number | undefined
}

/** The longest time between a debit and its return in the demo; the groups of so many days back are still needed. */
export const returnWindowDays = 45

/** The camt.053 statement of a day. Whatever the bank does follows from the orders themselves, so it needs no memory. */
export function bankStatement({ date, openingCents, groups, transfers, losesCents }: BankDay): string {
  const collected = groups.filter(({ collectionDate }) => collectionDate === date)
  const lost = collected.flatMap(({ orders }) => orders).find(({ amountCents }) => amountCents === losesCents)
  const totals = collected.map((group) => totalLine({ ...group, orders: group.orders.filter((order) => order !== lost) }))
  const returns = groups.flatMap(({ collectionDate, orders }) => orders.flatMap((order) => returnLine(order, collectionDate, date)))
  const entries = [...totals, ...returns, ...transfers]
  return writeCamt053({
    iban: associationIban, id: `KRNG${date.replaceAll('-', '')}`, sequence: date.replaceAll('-', ''), entries,
    openingCents, openingDate: addDays(date, -1), closingCents: cents(openingCents + sumCents(entries.map(({ amountCents }) => amountCents))), closingDate: date,
  })
}

const totalLine = ({ paymentInformationId, messageId, collectionDate, orders }: OrderGroup): StatementEntry => ({
  bookingDate: collectionDate, valueDate: collectionDate, amountCents: sumCents(orders.map(({ amountCents }) => amountCents)), description: '',
  pmtInfId: paymentInformationId, msgId: messageId, txCount: orders.length, code: 'IDDT/ESDD', bankRef: `B${paymentInformationId}`, isReversal: false,
})

/** Why debits come back and after how many banking days; what is listed twice happens twice as often. */
const reasons = [['AM04', 2], ['AM04', 2], ['AM04', 3], ['MS02', 2], ['MD06', 8], ['MD06', 21], ['AC04', 3], ['MD01', 12]] as const
const percentReturned = 2.5

function returnLine(order: Order, collectionDate: LocalDate, date: LocalDate): readonly StatementEntry[] {
  const random = randomOf(`return ${order.endToEndId}`)
  if (!random.isOne(percentReturned)) return []
  const [reason, afterDays] = random.pick(reasons)
  if (addBankingDays(collectionDate, afterDays) !== date) return []
  return [{
    bookingDate: date, valueDate: date, amountCents: cents(-order.amountCents), description: 'Storno incasso', endToEndId: order.endToEndId,
    mandateId: order.mandateReference, counterName: order.name, counterIban: order.iban, returnReason: reason, code: 'IDDT/UPDD',
    bankRef: `R${order.endToEndId}`, isReversal: true,
  }]
}
