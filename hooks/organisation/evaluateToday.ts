import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { lastDoneDate } from '../../src/store/jobRuns'
import { enqueue } from '../../src/store/queue'
import { transactionOf } from '../../src/store/transaction'

type Days = { readonly startDate?: unknown; readonly endDate?: unknown }

/**
 * What begins or ends today counts today: where the night's run is over, the worker evaluates once more, queued in the
 * transaction of the change.
 */
export const evaluateToday: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const was: Days = operation === 'create' ? {} : previousDoc
  if (doc.startDate !== was.startDate || doc.endDate !== was.endDate) await evaluateWhenToday(req, [doc.startDate, doc.endDate, was.startDate, was.endDate])
  return doc
}

/** The same for what was taken back on the day on which it began. */
export const evaluateTodayAfterDelete: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await evaluateWhenToday(req, [doc.startDate])
  return doc
}

async function evaluateWhenToday(req: PayloadRequest, days: readonly unknown[]): Promise<void> {
  const today = businessDate(req)
  if (!days.includes(today)) return
  const tx = await transactionOf(req)
  if ((await lastDoneDate(tx, 'evaluateMemberships')) === today) await enqueue(tx, 'evaluate-memberships', { date: today })
}
