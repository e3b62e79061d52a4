import type { PayloadRequest } from 'payload'
import { nextBankingDay } from '../domain/bankingDays'
import { DomainError } from '../domain/domainError'
import { addMonths, type LocalDate } from '../domain/localDate'
import { insertAuditEntries } from '../store/auditLog'
import { lockInstructions, moveCollectionDates } from '../store/instructions'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'

type Moving = { readonly instructions: readonly number[]; readonly collectionDate: LocalDate; readonly today: LocalDate }
export type Moved = { readonly moved: number; readonly collectionDate: LocalDate }

/**
 * Collects planned instructions later than was meant, on a banking day within a year. The day that was first meant stays
 * beside it, and the other instalments of the same plan keep theirs. Never earlier: the debtor was told a day.
 */
export const moveInstructions = (req: PayloadRequest, { instructions, collectionDate: asked, today }: Moving): Promise<Moved> =>
  inTransaction(req, async (tx) => {
    const collectionDate = nextBankingDay(asked)
    const farthest = addMonths(today, 12)
    if (collectionDate > farthest) throw new DomainError('UNTIL_TOO_FAR', { date: farthest })
    await lockInstructions(tx)
    const moved = await moveCollectionDates(tx, instructions, collectionDate)
    if (moved.length < new Set(instructions).size) throw new DomainError('MOVE_NOT_POSSIBLE', { count: new Set(instructions).size - moved.length, date: collectionDate })
    await insertAuditEntries(tx, actorOf(req), moved.map(({ id, from }) => ({ subject: 'debit-instructions', subjectId: id, action: 'update', changes: { collectionDate: { from, to: collectionDate } } })))
    return { moved: moved.length, collectionDate }
  })
