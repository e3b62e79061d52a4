import { isMoved, type Notice, type NoticeState, type PlannedDebit } from './preNotification'

/** A planned debit of a pledge or invoice, with what its debtor knows of it. */
export type KnownDebit = Pick<PlannedDebit, 'amountCents' | 'originalCollectionDate' | 'collectionDate'> & { readonly state: NoticeState }

/** What is told: an amount from a day on, every so many months; 0 for that day alone. */
export type ToldDebit = Pick<Notice, 'amountCents' | 'firstDate' | 'everyMonths'>

/** Whether the debtor still has to be told; once told too late, saying it again helps nobody. */
export const isUntold = (state: NoticeState): boolean => state === 'missing' || state === 'stale'

/**
 * What to tell about a pledge or an invoice: everything from the first debit on that its debtor does not know of, so that the last word
 * on a day is always true. Debits of a schedule with the same amount are one series; one that was moved by hand is told by its own day.
 */
export function announcementOf(debits: readonly KnownDebit[], everyMonths: number): readonly ToldDebit[] {
  const inOrder = debits.toSorted((one, other) => (one.collectionDate < other.collectionDate ? -1 : 1))
  const first = inOrder.findIndex(({ state }) => isUntold(state))
  if (first < 0) return []
  const told: ToldDebit[] = []
  let running: number | undefined
  for (const debit of inOrder.slice(first)) {
    const { amountCents, collectionDate, originalCollectionDate } = debit
    if (isMoved(debit)) told.push({ amountCents, firstDate: collectionDate, everyMonths: 0 })
    else if (everyMonths === 0 || running !== amountCents) told.push({ amountCents, firstDate: originalCollectionDate, everyMonths })
    if (!isMoved(debit)) running = amountCents
  }
  return told
}
