import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { changesBetween } from '../../src/domain/changes'
import { insertAuditEntry } from '../../src/store/auditLog'
import { transactionOf } from '../../src/store/transaction'

/** Writes who changed which fields from what into what, in the same transaction as the change. */
export const recordChange: CollectionAfterChangeHook = async ({ collection, doc, operation, previousDoc, req }) => {
  const changes = changesBetween(operation === 'create' ? {} : previousDoc, doc)
  if (operation === 'update' && Object.keys(changes).length === 0) return doc
  await insertAuditEntry(await transactionOf(req), {
    actor: req.user ? Number(req.user.id) : null, subject: collection.slug, subjectId: Number(doc.id), action: operation, changes,
  })
  return doc
}

/** Writes what a deleted document held. */
export const recordDeletion: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  await insertAuditEntry(await transactionOf(req), {
    actor: req.user ? Number(req.user.id) : null, subject: collection.slug, subjectId: Number(doc.id), action: 'delete', changes: changesBetween(doc, {}),
  })
  return doc
}
