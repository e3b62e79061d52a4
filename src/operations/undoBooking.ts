import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { insertAuditEntries } from '../store/auditLog'
import { lockLine, takeInHand } from '../store/bankLines'
import { lockInstructions } from '../store/instructions'
import { inTheWayOf, undoBookings, withTheirTotals, type InTheWay } from '../store/matching/undoBookings'
import { inTransaction, lockBank } from '../store/transaction'
import { actorOf } from './actorOf'

/**
 * Takes back what a bank line was booked as, exactly, with counter entries (Q24): its money, and the state of the debits in it. The
 * line is open again and waits for a person. Not while something was built on it.
 * @throws DomainError BANK_LINE_UNKNOWN, BANK_LINE_NOT_BOOKED, UNDO_RETURNED, UNDO_RETRIED, UNDO_MANDATE_ENDED, UNDO_REFUNDED
 */
export const undoBooking = (req: PayloadRequest, line: number): Promise<{ readonly lines: readonly number[] }> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    await lockBank(tx)
    const found = await lockLine(tx, line)
    if (!found) throw new DomainError('BANK_LINE_UNKNOWN')
    if (found.status !== 'processed') throw new DomainError('BANK_LINE_NOT_BOOKED')
    const lines = await withTheirTotals(tx, [line])
    refuseWhatIsBuiltOn(await inTheWayOf(tx, lines))
    await undoBookings(tx, lines, actorOf(req))
    await takeInHand(tx, lines)
    await insertAuditEntries(tx, actorOf(req), lines.map((id) => ({ subject: 'bank-transactions', subjectId: id, action: 'update', changes: { status: { from: 'processed', to: 'open' } } })))
    return { lines }
  })

const codes: Readonly<Record<InTheWay['reason'], string>> = { returned: 'UNDO_RETURNED', retried: 'UNDO_RETRIED', mandateEnded: 'UNDO_MANDATE_ENDED', refunded: 'UNDO_REFUNDED' }

/** Says what was built on what somebody wants to undo. */
export function refuseWhatIsBuiltOn([first]: readonly InTheWay[]): void {
  if (first) throw new DomainError(codes[first.reason], { count: first.count })
}
