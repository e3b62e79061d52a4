import { z } from 'zod'
import { runEvaluation } from '../operations/runEvaluation'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

/** POST /api/organisations/evaluate → the counts of today's evaluation; days that were missed are caught up first. */
export const evaluateEndpoint = endpoint({
  name: 'memberships.evaluate',
  method: 'post',
  path: '/evaluate',
  input: z.object({}),
  handle: (req) => runEvaluation(req, businessDate(req)),
})
