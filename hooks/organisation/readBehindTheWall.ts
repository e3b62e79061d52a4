import { commitTransaction, initTransaction, type CollectionAfterOperationHook, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
import { personOf } from '../../src/access/representedOrgans'
import { rolesOf } from '../../src/access/rolesOf'
import { businessDate } from '../../src/store/businessDate'
import { becomeRepresentative } from '../../src/store/representatives'
import { transactionOf } from '../../src/store/transaction'

const readings: readonly string[] = ['read', 'readDistinct', 'count', 'countVersions']

/** Reads of a projection run in a transaction under the database role that owns nothing but projections: the second wall. */
export const readBehindTheWall: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (!readings.includes(operation)) return args
  await rolesOf(req)
  if (await initTransaction(req)) openedFor(req).add(await req.transactionID)
  await becomeRepresentative(await transactionOf(req), personOf(req), businessDate(req))
  return args
}

/** Ends the transaction that the reading opened, and with it the role. */
export const leaveTheWall: CollectionAfterOperationHook = async ({ result, req }) => {
  if (openedFor(req).delete(await req.transactionID)) await commitTransaction(req)
  return result
}

/** The transactions that readings of this request opened; one GraphQL question reads several things at a time. */
function openedFor(req: PayloadRequest): Set<unknown> {
  const context = req.context as { wallTransactions?: Set<unknown> }
  context.wallTransactions ??= new Set()
  return context.wallTransactions
}
