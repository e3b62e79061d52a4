import { z } from 'zod'
import { confirmStatement } from '../operations/confirmStatement'
import { endpoint } from './endpoint'

/** POST /api/bank-statements/:id/confirm: the lines of a statement that waited may be recognised; answers what they were. */
export const confirmStatementEndpoint = endpoint({
  name: 'statements.confirm',
  method: 'post',
  path: '/:id/confirm',
  input: z.object({ id: z.coerce.number().int().positive() }),
  handle: (req, { id }) => confirmStatement(req, id),
})
