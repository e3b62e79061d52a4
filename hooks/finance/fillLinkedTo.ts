import type { CollectionAfterOperationHook } from 'payload'
import { tellLinkedTo } from '../../src/operations/tellLinkedTo'

type Doc = { readonly id: number; linkedTo?: unknown }

/** Tells of every payment that is read what it was for, so that it is never unclear: one question for all of them. */
export const fillLinkedTo: CollectionAfterOperationHook = async ({ req, result }) => {
  const docs = docsIn(result)
  if (docs.length === 0) return result
  const told = await tellLinkedTo(req, docs.map(({ id }) => id))
  for (const doc of docs) doc.linkedTo = told.get(doc.id)
  return result
}

/** The payments that an operation gives back: a page of them, or one; counting gives none. */
function docsIn(result: unknown): readonly Doc[] {
  if (typeof result !== 'object' || result === null) return []
  if ('docs' in result && Array.isArray(result.docs)) return result.docs as Doc[]
  return 'id' in result && typeof result.id === 'number' ? [result as Doc] : []
}
