import { z } from 'zod'
import { previewChange, type ProposedChange } from '../operations/previewChange'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { localDateInput } from './localDateInput'

const id = z.int().positive()
const input: z.ZodType<ProposedChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule'), organ: id.nullable().default(null), membershipType: id.nullable().default(null), criteria: z.unknown(), date: localDateInput }),
  z.object({ kind: z.literal('transfer'), organ: id, parent: id.nullable().default(null), date: localDateInput }),
  z.object({ kind: z.literal('end'), organ: id, date: localDateInput }),
])

/** POST /api/organs/preview → who would move and who would fall out, before a rule, a transfer or an end is saved. */
export const previewChangeEndpoint = endpoint({
  name: 'organs.preview',
  method: 'post',
  path: '/preview',
  input,
  handle: (req, change) => previewChange(req, { change, today: businessDate(req) }),
})
