import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { refuseWrongParts, type LinePart } from '../domain/lineParts'
import { insertAuditEntries } from '../store/auditLog'
import { lockLine, type LockedLine } from '../store/bankLines'
import { cancelStaleInstructions, lockInstructions } from '../store/instructions'
import { bookParts } from '../store/matching/bookParts'
import { partsOfPerson, wrongTarget } from '../store/matching/lineTargets'
import { inTransaction, lockBank } from '../store/transaction'
import { actorOf } from './actorOf'

export type BookLine = { readonly line: number; readonly parts: readonly LinePart[]; readonly note?: string | undefined }

/**
 * Books a line as a person says: to invoices, as gifts, as the return of a debit, as a payout, or on a ledger account, in as many parts as
 * it takes to be the whole line (domain §9.2). What is planned for an invoice that is paid now is called off.
 * @throws DomainError BANK_LINE_UNKNOWN, BANK_LINE_NOT_OPEN, STATEMENT_WAITS, PARTS_…, PART_…
 */
export const bookLine = (req: PayloadRequest, { line, parts, note }: BookLine): Promise<{ readonly line: number }> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    await lockBank(tx)
    const found = bookable(await lockLine(tx, line))
    refuseWrongParts(found.amountCents, parts)
    const placed = parts.map((part) => ({ ...part, line }))
    const wrong = await wrongTarget(tx, placed)
    if (wrong) throw new DomainError(wrong.reason)
    await bookParts(tx, partsOfPerson(placed, note), actorOf(req))
    await cancelStaleInstructions(tx, actorOf(req))
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'bank-transactions', subjectId: line, action: 'update', changes: { status: { from: 'open', to: 'processed' }, parts } }])
    return { line }
  })

/** The line, where it can be booked now. */
export function bookable(line: LockedLine | undefined): LockedLine {
  if (!line) throw new DomainError('BANK_LINE_UNKNOWN')
  if (line.status !== 'open') throw new DomainError('BANK_LINE_NOT_OPEN')
  if (line.isHeld) throw new DomainError('STATEMENT_WAITS')
  return line
}
