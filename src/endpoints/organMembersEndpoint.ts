import { z } from 'zod'
import { organMembers } from '../operations/organMembers'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { idInput, pageInput } from './idInput'
import { localDateInput } from './localDateInput'

/** GET /api/organs/:id/members-on?date=…&search=…&page=… → fifty of who was in the organ on that day. */
export const organMembersEndpoint = endpoint({
  name: 'organs.members',
  method: 'get',
  path: '/:id/members-on',
  input: z.object({ id: idInput, date: localDateInput.optional(), search: z.string().trim().max(100).optional(), page: pageInput }),
  handle: (req, { id, date, search, page }) => organMembers(req, { organ: id, date: date ?? businessDate(req), search, page }),
})
