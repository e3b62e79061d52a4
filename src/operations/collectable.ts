import { earliestCollectionDate, latestDeliveryDate, nextBankingDay } from '../domain/bankingDays'
import { addDays, type LocalDate } from '../domain/localDate'
import { sumCents, type Cents } from '../domain/money'
import { plannedInstructions, type PlannedInstruction } from '../store/collectingList'
import type { Creditor } from '../store/creditors'
import type { Transaction } from '../store/transaction'

export type CollectableInstruction = PlannedInstruction & { readonly latestDeliveryDate: LocalDate; readonly isLate: boolean }
export type Collectable = {
  readonly instructions: readonly CollectableInstruction[]
  readonly totalCents: Cents
  /** The last day on which everything below can be delivered in time: that of the earliest collection. */
  readonly latestDeliveryDate: LocalDate | undefined
  readonly lateCount: number
  readonly earliestCollectionDate: LocalDate
}

/** The farthest that a weekend, Easter and the lead time can lie between delivery and collection. */
export const farthestLeadDays = 30

/** Whether it has to be at the bank by the day, to be collected in time. */
export const isDueBy = (collectionDate: LocalDate, creditor: Creditor, until: LocalDate): boolean =>
  latestDeliveryDate(collectionDate, creditor.deliveryLeadDays) <= until

/** What has to be at the bank by `until`, with the last day on which that can be done (domain §7.3, Te incasseren). */
export async function collectable(tx: Transaction, creditor: Creditor, { today, until }: { readonly today: LocalDate; readonly until: LocalDate }): Promise<Collectable> {
  const earliest = earliestCollectionDate(today, creditor.deliveryLeadDays)
  const instructions = (await plannedInstructions(tx, creditor.id, addDays(until, farthestLeadDays)))
    .filter((one) => isDueBy(one.collectionDate, creditor, until))
    .map((one) => ({ ...one, latestDeliveryDate: latestDeliveryDate(one.collectionDate, creditor.deliveryLeadDays), isLate: nextBankingDay(one.collectionDate) < earliest }))
  return {
    instructions,
    totalCents: sumCents(instructions.map((one) => one.amountCents)),
    latestDeliveryDate: instructions[0]?.latestDeliveryDate,
    lateCount: instructions.filter((one) => one.isLate).length,
    earliestCollectionDate: earliest,
  }
}
