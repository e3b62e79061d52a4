import type { PayloadRequest } from 'payload'
import { mandateById } from '../../src/store/mandates'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

type Paid = {
  readonly paymentMethod?: string
  readonly mandate?: unknown
  /** Collected a single time. */
  readonly isOnce?: boolean
  /** False where the mandate was chosen before: one that ended since then keeps nobody from changing the rest. */
  readonly isChosenNow?: boolean
}

/** Direct debit needs an active mandate of the same person; a one-off mandate serves a single debit (R-MAN-3). */
export async function requireOwnMandate(req: PayloadRequest, doc: Paid, debtor: unknown): Promise<void> {
  if (doc.paymentMethod !== 'directDebit') return
  const id = idOf(doc.mandate)
  if (id === undefined) throw refuse({ req, path: 'mandate' }, 'MANDATE_REQUIRED')
  const mandate = await mandateById(await transactionOf(req), id)
  if (!mandate || mandate.debtor !== idOf(debtor)) throw refuse({ req, path: 'mandate' }, 'MANDATE_OF_SOMEONE_ELSE')
  if (mandate.type === 'oneOff' && !doc.isOnce) throw refuse({ req, path: 'mandate' }, 'MANDATE_ONE_OFF')
  if (doc.isChosenNow === false || mandate.status === 'active') return
  throw refuse({ req, path: 'mandate' }, mandate.status === 'blocked' ? 'MANDATE_BLOCKED' : 'MANDATE_TERMINATED')
}
