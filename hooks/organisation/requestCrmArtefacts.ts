import type { CollectionAfterChangeHook } from 'payload'
import { hasActions } from '../../src/store/crmArtefacts'
import { enqueue } from '../../src/store/queue'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'

/** A new or renamed organ, or action, has the worker make what is missing: in the transaction of the change, so with it or not at all (R-ACT-1). */
export const requestCrmArtefacts: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const isSame = operation === 'update' && doc.title === previousDoc.title && doc.startDate === previousDoc.startDate
  const organisation = idOf(doc.organisation)
  if (isSame || organisation === undefined) return doc
  const tx = await transactionOf(req)
  if (await hasActions(tx, organisation)) await enqueue(tx, 'make-crm-artefacts', { organisation })
  return doc
}
