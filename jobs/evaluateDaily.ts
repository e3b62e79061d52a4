import { runEvaluation } from '../src/operations/runEvaluation'
import type { Job } from './job'

/** Memberships start and end by themselves, every night, with the days that were missed. */
export const evaluateDaily: Job = { name: 'evaluation', cron: '0 1 * * *', run: runEvaluation }
