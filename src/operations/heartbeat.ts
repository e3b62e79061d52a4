import type { PayloadRequest } from 'payload'
import { beat } from '../store/heartbeats'
import { inTransaction } from '../store/transaction'

/** Shows that the worker is alive; the health check looks at it. */
export const heartbeat = async (req: PayloadRequest): Promise<void> => {
  await inTransaction(req, (tx) => beat(tx, 'worker'))
}
