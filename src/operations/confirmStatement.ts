import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { insertAuditEntries } from '../store/auditLog'
import { lockInstructions } from '../store/instructions'
import { lockHold, setConfirmed } from '../store/statementHolds'
import { inTransaction, lockBank } from '../store/transaction'
import { actorOf } from './actorOf'
import { matchOpenLines, type Matched } from './matchOpenLines'

/**
 * Somebody compared a statement that waited with the bank and takes it as it is: its lines are recognised from now on.
 * Who did so and when stays with the statement. Throws STATEMENT_UNKNOWN and STATEMENT_NOT_WAITING.
 */
export const confirmStatement = (req: PayloadRequest, id: number): Promise<Matched> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    await lockBank(tx)
    const found = await lockHold(tx, id)
    if (!found) throw new DomainError('STATEMENT_UNKNOWN')
    if (!found.isWaiting) throw new DomainError('STATEMENT_NOT_WAITING')
    if (!req.user) throw new DomainError('LOGIN_FIRST')
    await setConfirmed(tx, id, Number(req.user.id))
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'bank-statements', subjectId: id, action: 'update', changes: { isConfirmed: { from: false, to: true } } }])
    return matchOpenLines(tx)
  })
