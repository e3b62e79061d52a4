import type { PayloadRequest } from 'payload'
import { addDays, type LocalDate } from '../domain/localDate'
import { failRun, finishRun, lastDoneDate, startRun } from '../store/jobRuns'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'

/** Work that belongs to a business day, also for days that were missed, in order. Done again for the same day it has to be without effect. */
export type DailyWork<Result extends object> = {
  readonly job: string
  readonly run: (tx: Transaction, date: LocalDate) => Promise<Result>
}

/**
 * Does the work for every day after the last one that was done, up to and including `until`; when nothing was missed,
 * for `until` itself. Each day is one transaction with its row in `job_runs`. A day that fails leaves a row that says
 * why, and the error goes on to whoever asked.
 */
export async function runDaily<Result extends object>(req: PayloadRequest, work: DailyWork<Result>, until: LocalDate): Promise<readonly (Result & { date: LocalDate })[]> {
  const done: (Result & { date: LocalDate })[] = []
  let date = await firstDayToDo(req, work.job, until)
  do {
    done.push(await runOneDay(req, work, date))
    date = addDays(date, 1)
  } while (date <= until)
  return done
}

async function firstDayToDo(req: PayloadRequest, job: string, until: LocalDate): Promise<LocalDate> {
  const last = await inTransaction(req, (tx) => lastDoneDate(tx, job))
  return last !== undefined && last < until ? addDays(last, 1) : until
}

async function runOneDay<Result extends object>(req: PayloadRequest, { job, run }: DailyWork<Result>, date: LocalDate): Promise<Result & { date: LocalDate }> {
  try {
    return await inTransaction(req, async (tx) => {
      await lockByName(tx, job)
      const result = await run(tx, date)
      await startRun(tx, job, date)
      await finishRun(tx, job, date, result)
      return { ...result, date }
    })
  } catch (error) {
    await inTransaction(req, (tx) => failRun(tx, job, date, error instanceof Error ? error.message : String(error)))
    throw error
  }
}
