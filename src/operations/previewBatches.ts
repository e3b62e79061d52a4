import type { PayloadRequest } from 'payload'
import { latestDeliveryDate, nextBankingDay } from '../domain/bankingDays'
import type { CollectionKind } from '../domain/debitBatch'
import type { LocalDate } from '../domain/localDate'
import { sumCents, type Cents } from '../domain/money'
import { leftInstructions, type LeftInstruction } from '../store/leftInstructions'
import { inTransaction, inUndone } from '../store/transaction'
import { countsOf, firstOfEachReason, planDue, type LeftCount, type LeftOut, type Wanted } from './planDue'

export type PreviewGroup = CollectionKind & { readonly count: number; readonly totalCents: Cents }
export type LeftDetail = {
  /** The day on which it would have gone: that of late ones is not their own. */
  readonly plannedOn: LocalDate
  /** The cancelled batch with which the bank collected it all the same. */
  readonly batch: number | null
}
export type BatchPreview = {
  readonly files: readonly { readonly groups: readonly PreviewGroup[]; readonly count: number; readonly totalCents: Cents }[]
  readonly count: number
  readonly totalCents: Cents
  /** The last day, and the time on it, at which all of this can be delivered in time; absent when nothing can go. */
  readonly deliverBy?: { readonly date: LocalDate; readonly time: string } | undefined
  /** The first day that the bank can still make. */
  readonly earliest: LocalDate
  /** What the bank cannot collect on its own day any more, and the day to which it goes. */
  readonly late?: { readonly count: number; readonly date: LocalDate } | undefined
  readonly left: readonly (LeftOut & LeftInstruction & LeftDetail)[]
  readonly leftCounts: readonly LeftCount[]
}

/** What `createBatches` would make of the same wish at the same moment, and what would stay behind and why. Nothing is kept. */
export const previewBatches = (req: PayloadRequest, wanted: Wanted): Promise<BatchPreview> =>
  inTransaction(req, () => inUndone(req, async (tx) => {
    const { creditor, plan, left, leftDays, paidIn, late, earliest, lateDate } = await planDue(tx, wanted)
    const files = plan.files.map(({ groups, count, totalCents }) => ({
      count, totalCents, groups: groups.map(({ rows, ...group }) => ({ ...group, count: rows.length })),
    }))
    const firstDate = files.flatMap(({ groups }) => groups.map(({ collectionDate }) => collectionDate)).sort()[0]
    const told = firstOfEachReason(left)
    const details = await leftInstructions(tx, told.map(({ instruction }) => instruction))
    return {
      files, earliest, count: files.reduce((sum, { count }) => sum + count, 0), totalCents: sumCents(files.map(({ totalCents }) => totalCents)),
      ...(firstDate ? { deliverBy: { date: latestDeliveryDate(firstDate, creditor.deliveryLeadDays), time: creditor.cutOffTime } } : {}),
      ...(late > 0 ? { late: { count: late, date: lateDate } } : {}),
      left: told.flatMap((one) => {
        const detail = details.get(one.instruction)
        return detail ? [{ ...one, ...detail, plannedOn: leftDays.get(one.instruction) ?? nextBankingDay(detail.collectionDate), batch: paidIn.get(one.instruction) ?? null }] : []
      }),
      leftCounts: countsOf(left),
    }
  }))
