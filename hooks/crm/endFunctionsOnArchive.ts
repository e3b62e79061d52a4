import type { CollectionAfterChangeHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { archiveArtefacts, organsOfGenerated } from '../../src/store/crmArtefacts'
import { endFunctionsAt, endFunctionsOf } from '../../src/store/functions'
import { transactionOf } from '../../src/store/transaction'

/**
 * Archiving a relation ends the functions it holds and those held at it, that day (R-CRM-2). Where it was made for an
 * organ, the functions at that organ end as well (R-END-4).
 */
export const endFunctionsOnArchive: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation !== 'update' || doc.status !== 'archived' || previousDoc.status === 'archived') return doc
  const [tx, relation, today, actor] = [await transactionOf(req), Number(doc.id), businessDate(req), req.user ? Number(req.user.id) : null]
  await endFunctionsOf(tx, relation, today, actor)
  for (const organ of await organsOfGenerated(tx, relation)) {
    await endFunctionsAt(tx, organ, today, actor)
    await archiveArtefacts(tx, { organ, relation }, today)
  }
  return doc
}
