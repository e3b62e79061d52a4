import type { PayloadRequest } from 'payload'
import { insertAuditEntries } from '../store/auditLog'
import { openOf, setDuplicates } from '../store/bankLines'
import { onceForKey } from '../store/idempotentCommands'
import { cancelStaleInstructions, lockInstructions } from '../store/instructions'
import { bookParts } from '../store/matching/bookParts'
import { partsOfPerson } from '../store/matching/lineTargets'
import { proposalsFor, type Proposal } from '../store/matching/proposals'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { matchOpenLines, type Matched } from './matchOpenLines'

export type Accepted = {
  readonly accepted: readonly number[]
  readonly duplicates: readonly number[]
  readonly matched: Matched
  /** Those of the lines that were asked for that are open still. */
  readonly left: readonly number[]
}

/**
 * Books what is certain first, and then accepts the likely proposal of each of these lines, or of all but those that may be the same as another line: those are for a person, one by one. Of two lines that would pay the same thing the
 * first does; the other stays open, to be proposed anew. Proposals are those of this moment: what was on a screen may be gone.
 */
export const acceptProposals = (req: PayloadRequest, { lines, idempotencyKey }: { readonly lines?: readonly number[] | undefined; readonly idempotencyKey?: string | undefined }): Promise<Accepted> =>
  inTransaction(req, async (tx) => onceForKey(tx, { key: idempotencyKey, command: `accept ${(lines ?? ['all']).join(' ')}` }, async () => {
    await lockInstructions(tx)
    const matched = await matchOpenLines(tx)
    const chosen = withoutClashes((await proposalsFor(tx, lines)).filter(({ certainty, why }) => certainty === 'likely' && (why !== 'twin' || lines !== undefined)))
    const duplicates = chosen.filter(({ why }) => why === 'twin').map(({ line }) => line)
    await setDuplicates(tx, duplicates)
    const accepted = await bookParts(tx, partsOfPerson(chosen.flatMap(({ line, parts }) => parts.map((part) => ({ ...part, line }))), undefined), actorOf(req))
    await cancelStaleInstructions(tx, actorOf(req))
    await insertAuditEntries(tx, actorOf(req), [
      ...chosen.filter(({ parts }) => parts.length > 0).map(({ line, why, parts }) => ({ subject: 'bank-transactions', subjectId: line, action: 'update' as const, changes: { status: { from: 'open', to: 'processed' }, why, parts } })),
      ...duplicates.map((line) => ({ subject: 'bank-transactions', subjectId: line, action: 'update' as const, changes: { status: { from: 'open', to: 'duplicate' } } })),
    ])
    return { accepted, duplicates, matched, left: await openOf(tx, lines ?? []) }
  }))

/** One proposal a line, and one line for each invoice, debit and payout. */
function withoutClashes(proposals: readonly Proposal[]): readonly Proposal[] {
  const lines = new Set<number>()
  const targets = new Set<string>()
  return proposals.filter(({ line, parts }) => {
    const own = parts.flatMap((part) => (part.kind === 'invoicePayment' ? [`invoice ${part.invoice}`] : part.kind === 'return' ? [`return ${part.instruction}`] : part.kind === 'payout' ? [`payout ${part.payout}`] : []))
    if (lines.has(line) || own.some((target) => targets.has(target))) return false
    lines.add(line)
    own.forEach((target) => targets.add(target))
    return true
  })
}
