import type { PayloadRequest } from 'payload'
import { earliestCollectionDate, lastCollectionDateDueBy, latestDeliveryDate, nextBankingDay } from '../domain/bankingDays'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import type { Cents } from '../domain/money'
import { plannedInstructions, type CollectingSort, type PlannedInstruction } from '../store/collectingList'
import { creditorById } from '../store/creditors'
import { readConnection } from '../store/transaction'
import { momentOf } from './planDue'

export const duePageSize = 50

type Asked = {
  readonly creditor: number
  readonly until: LocalDate
  readonly search?: string | undefined
  readonly source?: 'pledge' | 'invoice' | undefined
  readonly sort: CollectingSort
  readonly isDescending: boolean
  readonly page: number
  readonly today: LocalDate
  readonly now: Date
}

export type DueRow = PlannedInstruction & { readonly latestDeliveryDate: LocalDate; readonly isLate: boolean }
export type DueList = { readonly rows: readonly DueRow[]; readonly count: number; readonly totalCents: Cents; readonly pages: number }

/** A page of what has to be at the bank by a day: searched, sorted, each with the last day on which that is in time. */
export async function dueList(req: PayloadRequest, { page, today, now, ...asked }: Asked): Promise<DueList> {
  const tx = readConnection(req)
  const creditor = await creditorById(tx, asked.creditor)
  if (!creditor) throw new DomainError('CREDITOR_UNKNOWN')
  const earliest = earliestCollectionDate(momentOf({ today, now }), creditor)
  const { rows, count, totalCents } = await plannedInstructions(tx, {
    ...asked, until: lastCollectionDateDueBy(asked.until, creditor.deliveryLeadDays), offset: (page - 1) * duePageSize, limit: duePageSize,
  })
  return {
    count, totalCents, pages: Math.ceil(count / duePageSize),
    rows: rows.map((one) => ({ ...one, latestDeliveryDate: latestDeliveryDate(one.collectionDate, creditor.deliveryLeadDays), isLate: nextBankingDay(one.collectionDate) < earliest })),
  }
}
