import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { insertAuditEntries } from '../store/auditLog'
import { lockLine, setDuplicates, setGroup, setNoDuplicate } from '../store/bankLines'
import { isOpenGroupOf } from '../store/batchLife'
import { lockInstructions } from '../store/instructions'
import { inTransaction, lockBank } from '../store/transaction'
import { actorOf } from './actorOf'
import { bookable } from './bookLine'
import { matchOpenLines, type Matched } from './matchOpenLines'

/**
 * Somebody says whether a line that looks like one in another file is the same movement. The same does not count; another is booked
 * like any line. @throws DomainError BANK_LINE_UNKNOWN, BANK_LINE_NO_TWIN
 */
export const judgeTwin = (req: PayloadRequest, { line, isSame }: { readonly line: number; readonly isSame: boolean }): Promise<Matched> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    await lockBank(tx)
    const found = await lockLine(tx, line)
    if (!found) throw new DomainError('BANK_LINE_UNKNOWN')
    if (!(found.status === 'open' && found.twin !== null) && !(found.status === 'duplicate' && !isSame)) throw new DomainError('BANK_LINE_NO_TWIN')
    await (isSame ? setDuplicates(tx, [line]) : setNoDuplicate(tx, line))
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'bank-transactions', subjectId: line, action: 'update', changes: { status: { from: found.status, to: isSame ? 'duplicate' : 'open' } } }])
    return matchOpenLines(tx)
  })

/**
 * Somebody says of which payment group a credit is the total, or of none. It is booked as soon as it is what the group
 * should bring. @throws DomainError BANK_LINE_UNKNOWN, BANK_LINE_NOT_OPEN, STATEMENT_WAITS, GROUP_NOT_WAITING
 */
export const assignGroup = (req: PayloadRequest, { line, group }: { readonly line: number; readonly group: number | null }): Promise<Matched> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    await lockBank(tx)
    const found = bookable(await lockLine(tx, line))
    if (group !== null && (found.amountCents < 0 || !await isOpenGroupOf(tx, group, found.creditor))) throw new DomainError('GROUP_NOT_WAITING')
    await setGroup(tx, line, group)
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'bank-transactions', subjectId: line, action: 'update', changes: { group } }])
    return matchOpenLines(tx)
  })

/** Looks anew at all open lines and books what is certain by now. */
export const matchNow = (req: PayloadRequest): Promise<Matched> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    return matchOpenLines(tx)
  })
