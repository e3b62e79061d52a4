import { createLocalReq, type Payload } from 'payload'
import { amsterdamDate } from '../src/domain/localDate'
import { runEvaluation } from '../src/operations/runEvaluation'
import type { Job } from './job'

/** Memberships start and end by themselves, every night, with the days that were missed; at night everybody is looked at. */
export const evaluateDaily: Job = { name: 'evaluation', cron: '0 1 * * *', run: (req, today) => runEvaluation(req, today, 'full') }

/** Once more today, after something began or ended today when the night was over. */
export async function evaluateNow(payload: Payload): Promise<void> {
  await runEvaluation(await createLocalReq({}, payload), amsterdamDate(new Date()))
}
