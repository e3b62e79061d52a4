import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { textOf } from '../i18n/text'
import { changeMistakes } from '../operations/changeMistakes'
import { previewChange, type Preview, type ProposedChange } from '../operations/previewChange'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { localDateInput } from './localDateInput'

const id = z.int().positive()
const input: z.ZodType<ProposedChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule'), organ: id.nullable().default(null), membershipType: id.nullable().default(null), criteria: z.unknown(), date: localDateInput }),
  z.object({ kind: z.literal('transfer'), organ: id, parent: id.nullable().default(null), date: localDateInput }),
  z.object({ kind: z.literal('end'), organ: id, date: localDateInput }),
])

/**
 * POST /api/organs/preview → who would move and who would fall out, before a rule, a transfer or an end is saved; or, as
 * saving would, what is wrong at which field.
 */
export const previewChangeEndpoint = endpoint({
  name: 'organs.preview',
  method: 'post',
  path: '/preview',
  input,
  handle: (req, change) => previewed(req, change),
})

async function previewed(req: PayloadRequest, change: ProposedChange): Promise<Preview | Response> {
  try {
    return await previewChange(req, { change, today: businessDate(req) })
  } catch (error) {
    const errors = changeMistakes(error).map(({ field, code, params }) => ({ field, message: textOf(req.i18n.language, { code, params }) }))
    if (errors.length === 0) throw error
    return Response.json({ errors }, { status: 400 })
  }
}
