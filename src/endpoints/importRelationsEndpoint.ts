import { z } from 'zod'
import { importRelations } from '../operations/importRelations'
import { endpoint } from './endpoint'

/** POST /api/relations/import `{ text, onMistake: 'skip' | 'stop' }` → `{ imported, mistakes: [{ line, field, message }] }`. */
export const importRelationsEndpoint = endpoint({
  name: 'relations.import',
  method: 'post',
  path: '/import',
  input: z.object({ text: z.string().max(50_000_000), onMistake: z.enum(['skip', 'stop']) }),
  handle: importRelations,
})
