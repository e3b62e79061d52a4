import { z } from 'zod'
import { idInput } from './idInput'

/** Numbers of rows in a query, `1,2,3`. */
export const idsInput = z.string().max(20_000).transform((text) => text.split(',') as unknown).pipe(z.array(idInput).min(1).max(2_000))

/** Numbers of rows in a body. */
export const idListInput = z.array(z.number().int().positive().max(2_147_483_647)).min(1).max(100_000)
