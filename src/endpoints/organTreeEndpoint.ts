import { z } from 'zod'
import { organTree } from '../operations/organTree'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { idInput } from './idInput'
import { localDateInput } from './localDateInput'

/** GET /api/organisations/:id/tree?date=… → the tree on that day (today without one), its members and what is planned; with `counted=no` without the members, which for a coming day have to be worked out. */
export const organTreeEndpoint = endpoint({
  name: 'organs.tree',
  method: 'get',
  path: '/:id/tree',
  input: z.object({ id: idInput, date: localDateInput.optional(), counted: z.enum(['yes', 'no']).default('yes') }),
  handle: (req, { id, date, counted }) => organTree(req, { organisation: id, date: date ?? businessDate(req), isCounted: counted === 'yes' }),
})
