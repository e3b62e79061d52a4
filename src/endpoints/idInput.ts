import { z } from 'zod'

/** The number of a row, as it stands in an address. */
export const idInput = z.coerce.number().int().positive().max(2_147_483_647)

/** The page of a list, the first without one. */
export const pageInput = z.coerce.number().int().positive().max(1_000_000).default(1)
