import { z } from 'zod'
import { countMatches } from '../operations/countMatches'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { localDateInput } from './localDateInput'

/**
 * POST /api/relations/count-matches `{ criteria, date? }` → `{ count, sentence, mistakes: [{ path, sentence }], sample:
 * [{ id, number, name, town }] }`. Mistakes are an answer like any other, for an editor to show while a rule is written.
 */
export const countMatchesEndpoint = endpoint({
  name: 'relations.countMatches',
  method: 'post',
  path: '/count-matches',
  input: z.object({ criteria: z.unknown(), date: localDateInput.optional() }),
  handle: (req, { criteria, date }) => countMatches(req, { criteria, date: date ?? businessDate(req) }),
})
