import type { PayloadRequest } from 'payload'
import type { LocalDate } from '../domain/localDate'
import type { Thoroughness } from '../store/evaluation'
import { lastDoneDate } from '../store/jobRuns'
import { evaluateMemberships } from './evaluateMemberships'
import { runDaily } from './runDaily'

/** The name under which `job_runs` keeps the daily evaluation; the trigger on rules that counted knows it as well. */
const evaluationJob = 'evaluateMemberships'

export type EvaluatedDay = { readonly date: LocalDate; readonly joined: number; readonly left: number; readonly open: number }
export type EvaluationRun = { readonly days: readonly EvaluatedDay[] }

/**
 * Evaluates every day that has not been yet, up to and including the given one. A day that was done is done again
 * without effect, so that today's changes count today. Incremental unless asked for in full; both give the same. Throws EVALUATION_IN_THE_PAST for a day before the last one.
 */
export const runEvaluation = async (req: PayloadRequest, until: LocalDate, thoroughness: Thoroughness = 'incremental'): Promise<EvaluationRun> => ({
  days: await runDaily(req, {
    job: evaluationJob,
    run: async (tx, date) => {
      const counts = await evaluateMemberships(tx, { date, thoroughness, isMissedDay: date < until, lastEvaluated: () => lastDoneDate(tx, evaluationJob) })
      const total = (of: 'joined' | 'left' | 'open'): number => counts.reduce((sum, one) => sum + one[of], 0)
      return { joined: total('joined'), left: total('left'), open: total('open') }
    },
  }, until),
})
