import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { readCamt053 } from '../formats/camt053'
import type { Statement } from '../formats/statement'
import { insertAuditEntries } from '../store/auditLog'
import { creditorByIban } from '../store/creditors'
import { lockInstructions } from '../store/instructions'
import { holdsOf, releaseFollowing, type Hold } from '../store/statementHolds'
import { insertStatement, type InsertedStatement } from '../store/statements'
import { inTransaction, lockBank, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { fingerprintsOf, type FingerprintedEntry } from './fingerprintsOf'
import { matchOpenLines, type Matched } from './matchOpenLines'

type StatementFile = { readonly fileName: string; readonly text: string; readonly today: LocalDate }
type Kept = InsertedStatement & { readonly iban: string; readonly isBalanced: boolean; readonly lines: number; readonly knownLines: number }
/** What was read: how many lines, how many of them were here already, and whether and why they wait to be confirmed. */
export type ImportedStatement = Kept & { readonly hold: Hold }
export type StatementImport = { readonly statements: readonly ImportedStatement[]; readonly matched: Matched }

/**
 * Reads a camt.053 file and books what it recognises: the whole file in one transaction, or nothing. A statement that
 * is already here, or one of today (the day is not over), refuses the file. Lines that an overlapping file already
 * brought are passed over. A statement that does not balance, or that does not follow on from the one before, is kept,
 * but its lines wait until somebody confirms it (sepa §10.1).
 */
export const importStatement = (req: PayloadRequest, file: StatementFile): Promise<StatementImport> =>
  inTransaction(req, async (tx) => {
    // What comes back may end a mandate, and with it what is planned.
    await lockInstructions(tx)
    await lockBank(tx)
    const read = readCamt053(file.text)
    const entries = fingerprintsOf(read)
    const kept: Kept[] = []
    for (const [index, statement] of read.entries()) kept.push(await keep(tx, { statement, entries: entries[index] ?? [], file }))
    for (const iban of new Set(read.map((statement) => statement.iban))) await releaseFollowing(tx, iban)
    const holds = await holdsOf(tx, kept.map(({ id }) => id))
    await insertAuditEntries(tx, actorOf(req), kept.map(({ id }) => ({ subject: 'bank-statements', subjectId: id, action: 'create', changes: { fileName: file.fileName } })))
    return { statements: kept.map((one) => ({ ...one, hold: holds.get(one.id) ?? 'none' })), matched: await matchOpenLines(tx) }
  })

type Incoming = { readonly statement: Statement; readonly entries: readonly FingerprintedEntry[]; readonly file: StatementFile }

async function keep(tx: Transaction, { statement, entries, file: { fileName, text, today } }: Incoming): Promise<Kept> {
  const { iban, id, openingCents, closingCents, closingDate, balanced } = statement
  const creditor = await creditorByIban(tx, iban)
  if (!creditor) throw new DomainError('STATEMENT_UNKNOWN_ACCOUNT', { iban })
  if (openingCents === undefined || closingCents === undefined || closingDate === undefined) throw new DomainError('STATEMENT_WITHOUT_BALANCE', { id })
  if (closingDate >= today) throw new DomainError('STATEMENT_OF_TODAY', { date: closingDate })
  const fileSha256 = createHash('sha256').update(text).digest('hex')
  const inserted = await insertStatement(tx, {
    creditor: creditor.id, iban, statementId: id, openingDate: statement.openingDate ?? closingDate, closingDate, openingCents, closingCents,
    isBalanced: balanced, fileName, fileSha256, title: `${iban} ${closingDate}`,
  }, entries)
  return { ...inserted, iban, isBalanced: balanced, lines: entries.length, knownLines: entries.length - inserted.newLines }
}
