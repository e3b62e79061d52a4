import type { PayloadRequest } from 'payload'
import { addDays, type LocalDate } from '../domain/localDate'
import { finishRun, lastBusinessDate, startRun } from '../store/jobRuns'
import { inTransaction, lockByName } from '../store/transaction'
import { evaluateMemberships } from './evaluateMemberships'

export const evaluationJob = 'evaluation'

export type EvaluationRun = { readonly days: readonly { readonly date: LocalDate; readonly joined: number; readonly left: number; readonly open: number }[] }

/**
 * Evaluates every day that has not been yet, up to and including the given one, each in its own transaction and in
 * order. A day that was done is done again without effect, so that today's changes count today.
 */
export async function runEvaluation(req: PayloadRequest, until: LocalDate): Promise<EvaluationRun> {
  const days: EvaluationRun['days'][number][] = []
  for (let date = await firstDayToDo(req, until); date <= until; date = addDays(date, 1)) days.push(await evaluateDay(req, date))
  return { days }
}

/** The day after the last one that was done; on an empty history, or when everything was done, the day itself. */
async function firstDayToDo(req: PayloadRequest, until: LocalDate): Promise<LocalDate> {
  const last = await inTransaction(req, (tx) => lastBusinessDate(tx, evaluationJob))
  return last !== undefined && last < until ? addDays(last, 1) : until
}

const evaluateDay = (req: PayloadRequest, date: LocalDate) =>
  inTransaction(req, async (tx) => {
    await lockByName(tx, evaluationJob)
    await startRun(tx, evaluationJob, date)
    const counts = await evaluateMemberships(tx, date)
    await finishRun(tx, evaluationJob, date, counts)
    return { date, ...counts }
  })
