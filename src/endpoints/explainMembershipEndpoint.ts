import { z } from 'zod'
import { explainInWords } from '../operations/explainInWords'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { idInput } from './idInput'
import { localDateInput } from './localDateInput'

/** GET /api/relations/:id/explain?membershipType=…&organ=…&date=… → why the relation is or is not a member there; without an organ, of the organisation itself. */
export const explainMembershipEndpoint = endpoint({
  name: 'memberships.explain',
  method: 'get',
  path: '/:id/explain',
  input: z.object({ id: idInput, membershipType: idInput, organ: idInput.optional(), date: localDateInput.optional() }),
  handle: (req, { id, membershipType, organ, date }) => {
    const today = businessDate(req)
    return explainInWords(req, { relation: id, organ: organ ?? null, membershipType, date: date ?? today, today })
  },
})
