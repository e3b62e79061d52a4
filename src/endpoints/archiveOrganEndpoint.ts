import { z } from 'zod'
import { archiveOrgan } from '../operations/archiveOrgan'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

/** POST /api/organs/:id/archive → `{ functions, items }`: how many functions ended and CRM items were archived. The organ has to have ended. */
export const archiveOrganEndpoint = endpoint({
  name: 'organs.archive',
  method: 'post',
  path: '/:id/archive',
  input: z.object({ id: z.coerce.number().int().positive() }),
  handle: (req, { id }) => archiveOrgan(req, { organ: id, today: businessDate(req) }),
})
