import { refreshSelections } from '../src/operations/refreshSelections'
import { runDaily } from '../src/operations/runDaily'
import type { Job } from './job'

/** Daily selections follow their lists, after the evaluation: a list may ask for memberships. */
export const refreshSelectionsDaily: Job = {
  name: 'selections',
  cron: '45 1 * * *',
  run: (req, today) => runDaily(req, { job: 'refreshSelections', run: refreshSelections }, today),
}
