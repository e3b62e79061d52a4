import { commitTransaction, initTransaction, type CollectionAfterOperationHook, type CollectionBeforeOperationHook } from 'payload'
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
  req.context.ownsWallTransaction = await initTransaction(req)
  await becomeRepresentative(await transactionOf(req), personOf(req), businessDate(req))
  return args
}

/** Ends the transaction that the reading opened, and with it the role. */
export const leaveTheWall: CollectionAfterOperationHook = async ({ result, req }) => {
  if (req.context.ownsWallTransaction) await commitTransaction(req)
  return result
}
