import { z } from 'zod'
import { cancelBatch, submitBatch, undoSubmission } from '../operations/moveBatch'
import { endpoint } from './endpoint'

const id = z.coerce.number().int().positive()

/** POST /api/debit-batches/:id/submit: the file was given to the bank. */
export const submitBatchEndpoint = endpoint({
  name: 'batches.submit', method: 'post', path: '/:id/submit', input: z.object({ id }),
  handle: (req, input) => submitBatch(req, input.id),
})

/** POST /api/debit-batches/:id/undo-submission: it was not given to the bank after all. */
export const undoSubmissionEndpoint = endpoint({
  name: 'batches.undoSubmission', method: 'post', path: '/:id/undo-submission', input: z.object({ id }),
  handle: (req, input) => undoSubmission(req, input.id),
})

/** POST /api/debit-batches/:id/cancel `{ isNotSent?, reason? }` → `{ freed }`: everything in it is planned again. */
export const cancelBatchEndpoint = endpoint({
  name: 'batches.cancel', method: 'post', path: '/:id/cancel', input: z.object({ id, isNotSent: z.boolean().default(false), reason: z.string().max(200).optional() }),
  handle: (req, input) => cancelBatch(req, input.id, input),
})
