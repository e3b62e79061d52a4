import type { CollectionBeforeOperationHook } from 'payload'
import { lockInstructions } from '../../src/store/instructions'
import { transactionOf } from '../../src/store/transaction'

/**
 * Whoever ends or blocks a mandate, and whoever makes a batch, holds the instructions before the mandates and pledges: an update of
 * one of those waits in the same order, so that two never wait for each other, and a batch that is being made keeps what it was planned with.
 */
export const lockInstructionsFirst: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation === 'update' || operation === 'updateByID') && req.transactionID) await lockInstructions(await transactionOf(req))
  return args
}
