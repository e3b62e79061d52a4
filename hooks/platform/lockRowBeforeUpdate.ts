import type { CollectionBeforeOperationHook } from 'payload'
import { lockRow } from '../../src/store/rows'
import { transactionOf } from '../../src/store/transaction'

/** An update reads, merges and writes the whole document: the row is locked before it is read, so that no update is lost. */
export const lockRowBeforeUpdate: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'update' && operation !== 'updateByID') return args
  const id: unknown = 'id' in args ? args.id : undefined
  if (id !== undefined && id !== null && req.transactionID) await lockRow(await transactionOf(req), collection.slug, Number(id))
  return args
}
