import { z } from 'zod'
import { normaliseQuery } from '../domain/searchText'
import { searchRelations } from '../store/relationSearch'
import { readConnection } from '../store/transaction'
import { endpoint } from './endpoint'

/** GET /api/search?q=… → the first relations by name, number, e-mail, phone or town. */
export const searchRelationsEndpoint = endpoint({
  name: 'relations.search',
  method: 'get',
  path: '/search',
  input: z.object({ q: z.string().trim().min(2).max(100) }),
  handle: (req, { q }) => searchRelations(readConnection(req), normaliseQuery(q)),
})
