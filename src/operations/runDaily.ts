import type { PayloadRequest } from 'payload'
import type { LocalDate } from '../domain/localDate'
import { failRun, finishRun, firstDayLeft, isDone, startRun } from '../store/jobRuns'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'
import { errorInShort } from './errorInShort'

/** Work that belongs to a business day, also for days that were missed, in order. Done again for the same day it has to be without effect. */
export type DailyWork<Result extends object> = {
  readonly job: string
  readonly run: (tx: Transaction, date: LocalDate) => Promise<Result>
}

type Done<Result> = Result & { readonly date: LocalDate }

/**
 * Does the work for every day that is left, up to and including `until`; when nothing is left, for `until` itself. A day
 * is marked as running before its work, so that everybody sees it, also when the power goes: the next run takes it over.
 * The work and its end are one transaction. Of two runners one waits, and goes on after the days that the other did. A
 * day that fails says why in one sentence in its row of `job_runs`, and the error goes on to whoever asked.
 */
export async function runDaily<Result extends object>(req: PayloadRequest, work: DailyWork<Result>, until: LocalDate): Promise<readonly Done<Result>[]> {
  const done: Done<Result>[] = []
  for (;;) {
    const date = await begin(req, work.job, until)
    const result = await runOneDay(req, work, { date, until })
    if (result) done.push(result)
    if (date === until) return done
  }
}

/** Which day comes next, marked as running; waits for a runner that is at work. */
const begin = (req: PayloadRequest, job: string, until: LocalDate): Promise<LocalDate> =>
  inTransaction(req, async (tx) => {
    await lockByName(tx, job)
    const left = await firstDayLeft(tx, job)
    const date = left !== undefined && left < until ? left : until
    await startRun(tx, job, date)
    return date
  })

/** Undefined where another runner did the day while this one waited. The last day is done again: what changed since counts today. */
async function runOneDay<Result extends object>(
  req: PayloadRequest, { job, run }: DailyWork<Result>, { date, until }: { readonly date: LocalDate; readonly until: LocalDate },
): Promise<Done<Result> | undefined> {
  try {
    return await inTransaction(req, async (tx) => {
      await lockByName(tx, job)
      if (date < until && await isDone(tx, job, date)) return undefined
      const result = await run(tx, date)
      await finishRun(tx, job, date, result)
      return { ...result, date }
    })
  } catch (error) {
    // Within somebody else's transaction there is nothing left to write in: it is theirs to end.
    if (!(await req.transactionID)) await inTransaction(req, (tx) => failRun(tx, job, date, errorInShort(error)))
    throw error
  }
}
