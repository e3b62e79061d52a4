import type { PayloadRequest } from 'payload'
import { rememberViewed } from '../store/history'
import { inTransaction } from '../store/transaction'

/** Notes that whoever asks opened the card, for the dashboard's list of last viewed relations. */
export const noteCardOpened = (req: PayloadRequest, relation: number): Promise<void> =>
  inTransaction(req, (tx) => rememberViewed(tx, Number(req.user?.id), relation))
