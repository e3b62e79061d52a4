import { z } from 'zod'
import { organTree } from '../operations/organTree'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { idInput } from './idInput'
import { localDateInput } from './localDateInput'

/** GET /api/organisations/:id/tree?date=… → the tree on that day (today without one), its members and what is planned. */
export const organTreeEndpoint = endpoint({
  name: 'organs.tree',
  method: 'get',
  path: '/:id/tree',
  input: z.object({ id: idInput, date: localDateInput.optional() }),
  handle: (req, { id, date }) => organTree(req, { organisation: id, date: date ?? businessDate(req) }),
})
