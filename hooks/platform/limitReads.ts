import type { CollectionBeforeOperationHook } from 'payload'

/** How many documents one question from outside may return, how many come without asking, and how deep it may follow relationships. */
export const readLimits = { most: 500, usual: 25, depth: 2 } as const

type Join = false | { readonly limit?: number | undefined }
type Read = { readonly limit?: unknown; readonly page?: unknown; readonly depth?: unknown; readonly joins?: false | Readonly<Record<string, Join>>; readonly currentDepth?: number }

/** Payload has no bounds of its own: `limit=0` would be everything. Reads by the house itself, and what fills relationships, are left alone. */
export const limitReads: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  const isFromOutside = !overrideAccess && (req.payloadAPI === 'REST' || req.payloadAPI === 'GraphQL')
  const read = args as Read
  if (operation !== 'read' || !isFromOutside || read.currentDepth !== undefined) return args
  const bounded = { limit: boundedLimit(read.limit), page: boundedPage(read.page), depth: boundedDepth(read.depth) }
  return { ...args, ...bounded, ...(read.joins ? { joins: boundedJoins(read.joins) } : {}) } as typeof args
}

/** Nothing asked is a page; zero and less, which would be everything, is as much as is given at all. */
function boundedLimit(asked: unknown): number {
  if (typeof asked !== 'number' || !Number.isFinite(asked)) return readLimits.usual
  return asked < 1 ? readLimits.most : Math.min(Math.floor(asked), readLimits.most)
}

const boundedPage = (asked: unknown): number => (typeof asked === 'number' && Number.isFinite(asked) ? Math.max(1, Math.min(Math.floor(asked), 10_000_000)) : 1)

const boundedDepth = (asked: unknown): number =>
  typeof asked === 'number' && Number.isFinite(asked) ? Math.max(0, Math.min(Math.floor(asked), readLimits.depth)) : 0

const boundedJoins = (joins: Readonly<Record<string, Join>>): Record<string, Join> =>
  Object.fromEntries(Object.entries(joins).map(([path, join]) => [path, join && join.limit !== undefined ? { ...join, limit: boundedLimit(join.limit) } : join]))
