import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { insertAuditEntries } from '../store/auditLog'
import { lockInstructions } from '../store/instructions'
import { bookedLinesOfImport, dropImport, leaningStatement, lockImport, manualLinesOfImport, usedDetailsOfImport } from '../store/importUndo'
import { inTheWayOf, undoBookings, withTheirTotals } from '../store/matching/undoBookings'
import { inTransaction, lockBank } from '../store/transaction'
import { actorOf } from './actorOf'
import { matchOpenLines } from './matchOpenLines'
import { refuseWhatIsBuiltOn } from './undoBooking'

/**
 * Undoes the import of a file as a whole: its statements and lines stay to be seen but no longer count, and all that they were booked as is
 * taken back with counter entries. Then the same file, or a better one, can be read. Only while nothing was built on it: no
 * later file leans on its lines, nobody booked a line of it by hand, and nothing followed from its bookings.
 * @throws DomainError IMPORT_UNKNOWN, IMPORT_UNDONE, UNDO_LATER_FILE, UNDO_BY_HAND, UNDO_DETAILS_USED and what `undoBooking` throws
 */
export const undoImport = (req: PayloadRequest, id: number, reason: string): Promise<{ readonly lines: number }> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    await lockBank(tx)
    const found = await lockImport(tx, id)
    if (!found) throw new DomainError('IMPORT_UNKNOWN')
    if (found.status === 'undone') throw new DomainError('IMPORT_UNDONE')
    const later = await leaningStatement(tx, id)
    if (later) throw new DomainError('UNDO_LATER_FILE', { file: later })
    const manual = await manualLinesOfImport(tx, id)
    if (manual > 0) throw new DomainError('UNDO_BY_HAND', { count: manual })
    const used = await usedDetailsOfImport(tx, id)
    if (used > 0) throw new DomainError('UNDO_DETAILS_USED', { count: used })
    const booked = await withTheirTotals(tx, await bookedLinesOfImport(tx, id))
    refuseWhatIsBuiltOn(await inTheWayOf(tx, booked))
    await undoBookings(tx, booked, actorOf(req))
    const lines = await dropImport(tx, id, { user: actorOf(req), reason })
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'bank-imports', subjectId: id, action: 'update', changes: { status: { from: 'kept', to: 'undone' }, undoReason: reason } }])
    await matchOpenLines(tx)
    return { lines }
  })
