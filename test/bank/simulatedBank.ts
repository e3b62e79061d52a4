import { addDays, type LocalDate } from '../../src/domain/localDate'
import { cents, sumCents, type Cents } from '../../src/domain/money'
import { writeCamt053, type Camt053Version, type StatementEntry } from '../../src/formats/camt053Write'
import { writeMt940, type Mt940Dialect } from './mt940Write'
import { otherTraffic } from './otherTraffic'
import { pain002For, type Rejection } from './pain002For'
import { seededRandom } from './random'
import { receivedOrders, type Order, type OrderGroup } from './receivedOrders'

export type SimulatedBankOptions = {
  readonly seed: number
  readonly iban?: string | undefined
  readonly openingCents?: Cents | undefined
  /** Gifts and charges between the collections; on unless switched off. */
  readonly hasOtherTraffic?: boolean | undefined
}

/** A bank with one account, for tests. The same seed and the same calls give the same files. */
export type SimulatedBank = {
  /** Takes in a pain.008 file for collection on the dates it asks for; throws on wrong totals, as banks do. Returns its groups. */
  readonly receive: (pain008: string) => readonly OrderGroup[]
  /** Leaves orders out of the collection without telling anyone: the one line on the statement becomes smaller. */
  readonly refuseSilently: (...endToEndIds: readonly string[]) => void
  /** Leaves orders out and says so: the pain.002.001.10 answer to a file that was received. */
  readonly reject: (messageId: string, rejections: readonly Rejection[]) => string
  /** Books a collected order back on a day, with a reason code. */
  readonly sendBack: (endToEndId: string, reason: string, on: LocalDate) => void
  /** Books any other movement on its booking date. */
  readonly book: (entry: StatementEntry) => void
  /** The statement of one day, camt.053 or MT940, with one line for every payment group that is collected on it, or for every order where the file wants that. Days are asked for in order. */
  readonly statement: (date: LocalDate, format?: Camt053Version | Mt940Dialect) => string
  readonly balanceCents: () => Cents
}

/** Opens an account at a simulated bank. */
export function simulatedBank({ seed, iban = 'NL91ABNA0417164300', openingCents = cents(100_000), hasOtherTraffic = true }: SimulatedBankOptions): SimulatedBank {
  const random = seededRandom(seed)
  const groups: OrderGroup[] = []
  const leftOut = new Set<string>()
  const booked: StatementEntry[] = []
  let balance = openingCents
  let lastDate: LocalDate | undefined

  const collectedOn = (date: LocalDate) => groups.filter(({ collectionDate }) => collectionDate === date)
    .map((group) => ({ ...group, orders: group.orders.filter(({ endToEndId }) => !leftOut.has(endToEndId)) }))
    .filter(({ orders }) => orders.length > 0).flatMap((group) => (group.batchBooking ? [batchLine(group)] : group.orders.map((order) => orderLine(group, order))))

  return {
    receive: (pain008) => {
      const received = receivedOrders(pain008)
      groups.push(...received)
      return received
    },
    refuseSilently: (...endToEndIds) => endToEndIds.forEach((endToEndId) => leftOut.add(endToEndId)),
    reject: (messageId, rejections) => {
      rejections.forEach(({ endToEndId }) => leftOut.add(endToEndId))
      return pain002For(groups.filter((group) => group.messageId === messageId), rejections)
    },
    sendBack: (endToEndId, reason, on) => { booked.push(returnLine(orderOf(groups, endToEndId), reason, on)) },
    book: (entry) => { booked.push(entry) },
    statement: (date, format = '08') => {
      if (lastDate !== undefined && date <= lastDate) throw new Error(`The bank has already closed ${date}`)
      lastDate = date
      const entries = [
        ...collectedOn(date), ...booked.filter(({ bookingDate }) => bookingDate === date), ...(hasOtherTraffic ? otherTraffic(date, random) : []),
      ]
      const opening = balance
      balance = cents(balance + sumCents(entries.map(({ amountCents }) => amountCents)))
      const statement = { iban, id: `${iban}.${date}`, sequence: date.replaceAll('-', ''), entries, closingCents: balance, openingCents: opening, openingDate: addDays(date, -1), closingDate: date }
      return format === '02' || format === '08' ? writeCamt053(statement, format) : writeMt940(statement, format)
    },
    balanceCents: () => balance,
  }
}

const batchLine = ({ paymentInformationId, messageId, collectionDate, orders }: OrderGroup): StatementEntry => ({
  bookingDate: collectionDate, valueDate: collectionDate, amountCents: sumCents(orders.map(({ amountCents }) => amountCents)),
  description: '', pmtInfId: paymentInformationId, msgId: messageId, txCount: orders.length, code: 'IDDT/ESDD',
  bankRef: `B${paymentInformationId}`, isReversal: false,
})

const orderLine = ({ paymentInformationId, messageId, collectionDate }: OrderGroup, order: Order): StatementEntry => ({
  bookingDate: collectionDate, valueDate: collectionDate, amountCents: order.amountCents, description: '', pmtInfId: paymentInformationId, msgId: messageId,
  endToEndId: order.endToEndId, mandateId: order.mandateId, counterName: order.debtorName, counterIban: order.debtorIban, code: 'IDDT/ESDD',
  bankRef: `O${order.endToEndId}`, isReversal: false,
})

const returnLine = (order: Order, reason: string, on: LocalDate): StatementEntry => ({
  bookingDate: on, valueDate: on, amountCents: cents(-order.amountCents), description: 'Storno incasso', endToEndId: order.endToEndId,
  mandateId: order.mandateId, counterName: order.debtorName, counterIban: order.debtorIban, returnReason: reason, code: 'IDDT/UPDD',
  bankRef: `R${order.endToEndId}`, isReversal: true,
})

function orderOf(groups: readonly OrderGroup[], endToEndId: string): Order {
  const order = groups.flatMap((group) => group.orders).find((candidate) => candidate.endToEndId === endToEndId)
  if (!order) throw new Error(`The bank never received ${endToEndId}`)
  return order
}
