import { z } from 'zod'
import { handOutBatchFile } from '../operations/handOutBatchFile'
import { endpoint } from './endpoint'

/** GET /api/debit-batches/:id/file: the pain.008 file as it was made, the same bytes each time. */
export const batchFileEndpoint = endpoint({
  name: 'batches.file',
  method: 'get',
  path: '/:id/file',
  input: z.object({ id: z.coerce.number().int().positive() }),
  handle: async (req, { id }) => {
    const file = await handOutBatchFile(req, id)
    return new Response(new Uint8Array(file.bytes), { headers: {
      'content-type': 'application/xml', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-disposition': `attachment; filename="${file.name}"`,
    } })
  },
})
