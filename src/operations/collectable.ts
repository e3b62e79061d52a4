import { earliestCollectionDate, lastCollectionDateDueBy, latestDeliveryDate, nextBankingDay, type Moment } from '../domain/bankingDays'
import type { LocalDate } from '../domain/localDate'
import { sumCents, type Cents } from '../domain/money'
import { collectionDays, type CollectionDay } from '../store/collectingList'
import type { Creditor } from '../store/creditors'
import type { Transaction } from '../store/transaction'

export type CollectableDay = CollectionDay & { readonly latestDeliveryDate: LocalDate; readonly isLate: boolean }
export type Collectable = {
  readonly days: readonly CollectableDay[]
  readonly count: number
  readonly totalCents: Cents
  /** The last day on which everything below can be delivered in time: that of the earliest collection. */
  readonly latestDeliveryDate: LocalDate | undefined
  readonly cutOffTime: string
  readonly lateCount: number
  readonly earliestCollectionDate: LocalDate
  /** What is due has its collection date up to and including this day. */
  readonly lastCollectionDate: LocalDate
}

/** What has to be at the bank by `until`, day by day, with the last moment at which that can be done (domain §7.3, Te incasseren). */
export async function collectable(tx: Transaction, creditor: Creditor, { moment, until }: { readonly moment: Moment; readonly until: LocalDate }): Promise<Collectable> {
  const earliest = earliestCollectionDate(moment, creditor)
  const lastCollectionDate = lastCollectionDateDueBy(until, creditor.deliveryLeadDays)
  const days = (await collectionDays(tx, creditor.id, lastCollectionDate)).map((one): CollectableDay => ({
    ...one, latestDeliveryDate: latestDeliveryDate(one.collectionDate, creditor.deliveryLeadDays), isLate: nextBankingDay(one.collectionDate) < earliest,
  }))
  return {
    days, lastCollectionDate, cutOffTime: creditor.cutOffTime, earliestCollectionDate: earliest,
    count: days.reduce((sum, { count }) => sum + count, 0),
    totalCents: sumCents(days.map(({ totalCents }) => totalCents)),
    latestDeliveryDate: days[0]?.latestDeliveryDate,
    lateCount: days.filter(({ isLate }) => isLate).reduce((sum, { count }) => sum + count, 0),
  }
}
