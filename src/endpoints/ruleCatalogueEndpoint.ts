import { z } from 'zod'
import { ruleCatalogue } from '../operations/ruleCatalogue'
import { endpoint } from './endpoint'

/** GET /api/rule-catalogue → `{ fields, references }`: what rules can ask about, for an editor, in the user's language. */
export const ruleCatalogueEndpoint = endpoint({
  name: 'rules.catalogue',
  method: 'get',
  path: '/rule-catalogue',
  input: z.object({}),
  handle: (req) => ruleCatalogue(req),
})
