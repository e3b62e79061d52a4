import { addDays, type LocalDate } from '../../src/domain/localDate'
import { cents, sumCents, type Cents } from '../../src/domain/money'
import type { StatementEntry } from '../../src/formats/camt053Write'
import type { NotifiedEntry } from './camt054Write'
import { pain002For, type Rejection } from './pain002For'
import type { Order, OrderGroup } from './receivedOrders'

/** How a bank books. */
export type Habits = {
  /** Whether it pays what it refuses as well, and takes it back in a line of its own. */
  readonly isGross: boolean
  readonly total: 'withReference' | 'inTwoLines' | 'withoutReference'
  /** How it tells what it refuses: to nobody but in a letter, in a pain.002, or in a camt.054. */
  readonly tells: 'letter' | 'report' | 'notification'
  /** Whether what comes back on a day is one line, with what is in it in a camt.054. */
  readonly isReturnedTogether: boolean
  /** The first and the last day on which something comes back, counted from the collection. */
  readonly returns: readonly [first: number, last: number]
  /** Reasons for which it sends back. */
  readonly reasons: readonly string[]
}

export type Fate = { readonly status: 'collected' | 'rejected' | 'returned'; readonly on: LocalDate; readonly amountCents: Cents }

/** What became of some groups at the bank, and how it can be known. */
export type BankStory = {
  readonly entries: readonly StatementEntry[]
  readonly fates: ReadonlyMap<string, Fate>
  readonly reports: readonly string[]
  readonly notified: readonly NotifiedEntry[]
}

type Random = (limit: number) => number
type Failed = { readonly order: Order; readonly reason: string; readonly on: LocalDate }

/** Decides what becomes of every order. The same dice give the same. */
export function storyOf(groups: readonly OrderGroup[], habits: Habits, random: Random): BankStory {
  const entries: StatementEntry[] = []
  const notified: NotifiedEntry[] = []
  const fates = new Map<string, Fate>()
  const dropped: Failed[] = []
  // A bank that says in a report that it refuses everything refuses the file, which is another story.
  const accepted = new Set(habits.tells === 'report' ? [...Map.groupBy(groups, ({ messageId }) => messageId).values()].map((file) => file[0]?.orders[0]) : [])
  for (const group of groups) {
    const refused = group.orders.filter((order) => random(8) === 0 && !accepted.has(order)).map((order): Failed => ({ order, reason: pick(habits.reasons, random), on: group.collectionDate }))
    const isRefused = new Set(refused.map(({ order }) => order))
    dropped.push(...refused)
    const paid = habits.isGross ? group.orders : group.orders.filter((order) => !isRefused.has(order))
    const back = group.orders.filter((order) => !isRefused.has(order) && random(4) === 0).map((order): Failed => ({ order, reason: pick(habits.reasons, random), on: returnDay(group, habits, random) }))
    if (paid.length > 0) entries.push(...totalLines(group, paid, habits))
    // What is refused gross goes back at once, each in a line of its own.
    if (habits.isGross) entries.push(...refused.map((one) => returnLine(one)))
    const byDay = [...Map.groupBy(back, ({ on }) => on).values()]
    if (habits.isReturnedTogether) for (const some of byDay) {
      const entry = returnedTogether(group, some)
      entries.push(lineOf(entry))
      notified.push(entry)
    } else entries.push(...back.map((one) => returnLine(one)))
    if (habits.tells === 'notification' && !habits.isGross) notified.push(...refused.map((one) => ({ ...returnedTogether(group, [one]), reference: `W${one.order.endToEndId}` })))
    for (const order of group.orders) fates.set(order.endToEndId, { status: 'collected', on: group.collectionDate, amountCents: order.amountCents })
    for (const { order, on } of refused) fates.set(order.endToEndId, { status: habits.isGross ? 'returned' : 'rejected', on, amountCents: order.amountCents })
    for (const { order, on } of back) fates.set(order.endToEndId, { status: 'returned', on, amountCents: order.amountCents })
  }
  return { entries, fates, notified, reports: habits.tells === 'report' && dropped.length > 0 ? reportsOn(groups, dropped) : [] }
}

const pick = <T>(items: readonly T[], random: Random): T => {
  const item = items[random(items.length)]
  if (item === undefined) throw new Error('There is nothing to pick from')
  return item
}

/** The day before the total, the same day, soon, within eight weeks, or long after it, as the bank's habits allow. */
function returnDay({ collectionDate }: OrderGroup, { returns: [first, last] }: Habits, random: Random): LocalDate {
  const later = [-1, 0, 1 + random(5), 6 + random(51), 57 + random(330)][random(5)] ?? 1
  return addDays(collectionDate, Math.max(first, Math.min(later, last)))
}

const reportsOn = (groups: readonly OrderGroup[], dropped: readonly Failed[]): readonly string[] => [...Map.groupBy(groups, ({ messageId }) => messageId).values()].flatMap((file) => {
  const own = new Set(file.flatMap(({ orders }) => orders.map(({ endToEndId }) => endToEndId)))
  const rejections = dropped.filter(({ order }) => own.has(order.endToEndId)).map(({ order, reason }): Rejection => ({ endToEndId: order.endToEndId, reason }))
  return rejections.length > 0 ? [pain002For(file, rejections)] : []
})

function totalLines(group: OrderGroup, paid: readonly Order[], { total }: Habits): readonly StatementEntry[] {
  const whole = lineOfTotal(group, paid, 'B', group.collectionDate)
  if (total === 'withoutReference') return [{ bookingDate: whole.bookingDate, valueDate: whole.valueDate, amountCents: whole.amountCents, description: 'Incassobatch', code: 'IDDT/ESDD', isReversal: false, bankRef: whole.bankRef }]
  const half = Math.floor(paid.length / 2)
  return total === 'inTwoLines' && half > 0
    ? [lineOfTotal(group, paid.slice(0, half), 'B1', group.collectionDate), lineOfTotal(group, paid.slice(half), 'B2', addDays(group.collectionDate, paid.length % 2))] : [whole]
}

const lineOfTotal = ({ paymentInformationId, messageId }: OrderGroup, orders: readonly Order[], letter: string, on: LocalDate): StatementEntry => ({
  bookingDate: on, valueDate: on, amountCents: sumCents(orders.map(({ amountCents }) => amountCents)), description: '', pmtInfId: paymentInformationId, msgId: messageId,
  txCount: orders.length, code: 'IDDT/ESDD', bankRef: `${letter}${paymentInformationId.slice(-12)}`, isReversal: false,
})

/** What came back, as a line of its own. */
export const returnLine = ({ order, reason, on }: Failed): StatementEntry => ({
  bookingDate: on, valueDate: on, amountCents: cents(-order.amountCents), description: 'Storno incasso', endToEndId: order.endToEndId, mandateId: order.mandateId, counterName: order.debtorName,
  counterIban: order.debtorIban, returnReason: reason, code: 'IDDT/UPDD', bankRef: `R${order.endToEndId}`, isReversal: true,
})

const returnedTogether = ({ paymentInformationId, collectionDate }: OrderGroup, some: readonly Failed[]): NotifiedEntry => {
  const on = some[0]?.on ?? collectionDate
  return { reference: `V${paymentInformationId.slice(-8)}${on.slice(2).replaceAll('-', '')}`, bookingDate: on, valueDate: on, parts: some.map((one) => returnLine(one)) }
}

const lineOf = ({ reference, bookingDate, valueDate, parts }: NotifiedEntry): StatementEntry => ({
  bookingDate, valueDate, amountCents: sumCents(parts.map(({ amountCents }) => amountCents)), description: 'Verzamelboeking storno', code: 'IDDT/UPDD', bankRef: reference, isReversal: true,
})
