import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { readBankFile } from '../formats/bankFile'
import type { BankFileEvent, BankFileFormat } from '../formats/bankFileEvent'
import type { StatementHead } from '../formats/statement'
import { insertAuditEntries } from '../store/auditLog'
import {
  addIncoming, countIncoming, importOfFile, insertImport, insertStatement, keepDetails, keepIncoming, knownStatement, lastIncomingDay, prepareIncoming,
  type IncomingStatement, type KeptStatement, type NewStatement,
} from '../store/bankImports'
import { progressOf, type Report } from '../store/commandProgress'
import { creditorOfAccount } from '../store/creditors'
import { lockInstructions } from '../store/instructions'
import { holdsOf, releaseFollowing, type Hold } from '../store/statementHolds'
import { markTwins } from '../store/statementTwins'
import { inTransaction, lockBank, lockBankFiles, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { matchOpenLines, type Matched } from './matchOpenLines'

export type BankFile = {
  readonly name: string
  /** The bytes, from the beginning. */
  readonly open: () => AsyncIterable<Uint8Array>
  /** How many bytes, where that is known, to tell how far it is. */
  readonly size?: number | undefined
  readonly today: LocalDate
  readonly progressKey?: string | undefined
}

/** A file that is at hand as text. */
export const textFile = (name: string, text: string, today: LocalDate): BankFile => {
  const bytes = new TextEncoder().encode(text)
  return { name, size: bytes.length, today, open: async function* () { yield* piecesOf(bytes) } }
}

function* piecesOf(bytes: Uint8Array, size = 65_536): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

/** What was read: how many lines, how many of them are new, and whether and why they wait to be confirmed. */
export type ImportedStatement = {
  readonly id: number
  readonly iban: string
  readonly isBalanced: boolean
  readonly lines: number
  readonly newLines: number
  readonly knownLines: number
  readonly hold: Hold
}
export type StatementImport = { readonly id: number; readonly format: BankFileFormat; readonly statements: readonly ImportedStatement[]; readonly details: number; readonly matched: Matched }

/**
 * Reads a bank file (camt.053, camt.054, MT940) and books what it recognises: the whole file in one transaction, or nothing. Lines that
 * another file already brought are passed over, whatever file they come in; a file that brings nothing new at all is refused, and so
 * is one with lines of today (that day is not over). A statement that does not balance, or that does not follow on from the one before, is kept, but its
 * lines wait until somebody confirms it (sepa §10). However large the file, little of it is in memory at a time.
 * @throws DomainError BANK_FILE_DUPLICATE, STATEMENT_UNKNOWN_ACCOUNT, STATEMENT_WITHOUT_BALANCE, STATEMENT_OF_TODAY, STATEMENT_DUPLICATE, and what `readBankFile` throws
 */
export const importBankFile = (req: PayloadRequest, file: BankFile): Promise<StatementImport> =>
  inTransaction(req, (tx) => importInto(tx, file, { user: actorOf(req), report: progressOf(req, file.progressKey) }))

type Told = { readonly user: number | null; readonly report: Report }

/** As `importBankFile`, within a transaction. */
export async function importInto(tx: Transaction, file: BankFile, { user, report }: Told): Promise<StatementImport> {
  // Reading takes as long as the file is large: meanwhile only other files wait.
  await lockBankFiles(tx)
  const { format, heads, sha256 } = await take(tx, file, report)
  // What comes back may end a mandate, and with it what is planned.
  await lockInstructions(tx)
  await lockBank(tx)
  const known = await importOfFile(tx, sha256)
  if (known) throw new DomainError('BANK_FILE_DUPLICATE', { date: known.importedOn })
  const statements: IncomingStatement[] = []
  for (const [statement, head] of heads.entries()) statements.push({ statement, head, ...await accountOf(tx, head) })
  const last = await lastIncomingDay(tx)
  if (last !== undefined && last >= file.today) throw new DomainError('STATEMENT_OF_TODAY', { date: last })
  const asked = { fileName: file.name, sha256, format, user }
  const kept = format === 'camt054' ? await keepNotification(tx, asked, statements) : await keepStatements(tx, { ...asked, today: file.today }, statements)
  report({ phase: 'match', done: 0, total: 1 })
  const matched = await matchOpenLines(tx)
  report({ phase: 'match', done: 1, total: 1 })
  return { ...kept, format, matched }
}

type Asked = { readonly fileName: string; readonly sha256: string; readonly format: BankFileFormat; readonly user: number | null }
type Kept = Pick<StatementImport, 'id' | 'statements' | 'details'>

/** What a file is, of which statements, and the hash of its bytes. */
type Taken = { readonly format: BankFileFormat; readonly heads: readonly StatementHead[]; readonly sha256: string }

/** Reads the file into the transaction, piece by piece. */
async function take(tx: Transaction, { open, size }: BankFile, report: Report): Promise<Taken> {
  await prepareIncoming(tx)
  const heads: StatementHead[] = []
  let format: BankFileFormat | undefined
  let read = 0
  const hash = createHash('sha256')
  const counted = async function* () {
    for await (const piece of open()) {
      read += piece.length
      hash.update(piece)
      yield piece
    }
  }
  // A stream reads ahead: the next lines while the database takes these.
  const events: AsyncIterable<BankFileEvent> = Readable.from(readBankFile(counted()), { highWaterMark: 2 })
  for await (const event of events) {
    if (event.kind === 'format') format = event.format
    else if (event.kind === 'statement') heads[event.statement] = event.head
    else await addIncoming(tx, event.statement, event.entries)
    report({ phase: 'read', done: read, total: size ?? read + 1 })
  }
  if (format === undefined) throw new Error('A bank file that was read says its format')
  return { format, heads, sha256: hash.digest('hex') }
}

async function accountOf(tx: Transaction, { iban }: StatementHead): Promise<{ readonly creditor: number; readonly iban: string }> {
  const creditor = await creditorOfAccount(tx, iban)
  if (!creditor) throw new DomainError('STATEMENT_UNKNOWN_ACCOUNT', { iban })
  return { creditor: creditor.id, iban: creditor.iban }
}

async function keepStatements(tx: Transaction, file: Asked & { readonly today: LocalDate }, incoming: readonly IncomingStatement[]): Promise<Kept> {
  const statements = incoming.map((statement) => complete(statement, file.today))
  const known = new Map<number, number>()
  for (const statement of statements) {
    const id = await knownStatement(tx, statement)
    if (id !== undefined) known.set(statement.statement, id)
  }
  const counts = await countIncoming(tx, statements, new Set(known.keys()))
  const countOf = (statement: number) => counts.get(statement) ?? { lines: 0, newLines: 0 }
  const total = { lines: sum(statements.map(({ statement }) => countOf(statement).lines)), newLines: sum(statements.map(({ statement }) => countOf(statement).newLines)) }
  if (known.size === statements.length) throw new DomainError('STATEMENT_DUPLICATE', { id: statements[0]?.head.id ?? '', date: statements.at(-1)?.closingDate ?? '' })
  const id = await insertImport(tx, file, total)
  const kept: KeptStatement[] = []
  for (const statement of statements) {
    const before = known.get(statement.statement)
    kept.push({ statement: statement.statement, isNew: before === undefined, id: before ?? await insertStatement(tx, statement, { ...file, import: id }) })
  }
  await keepIncoming(tx, kept, total.newLines)
  for (const iban of new Set(statements.map((statement) => statement.iban))) await releaseFollowing(tx, iban)
  await markTwins(tx, id)
  const holds = await holdsOf(tx, kept.map((one) => one.id))
  await insertAuditEntries(tx, file.user, kept.filter(({ isNew }) => isNew).map((one) => ({ subject: 'bank-statements', subjectId: one.id, action: 'create', changes: { fileName: file.fileName } })))
  return {
    id, details: 0,
    statements: kept.map((one, index) => {
      const { lines, newLines } = countOf(one.statement)
      return { id: one.id, iban: statements[index]?.iban ?? '', isBalanced: statements[index]?.head.balanced === true, lines, newLines, knownLines: lines - newLines, hold: holds.get(one.id) ?? 'none' }
    }),
  }
}

/** A notification is no statement: it tells what is inside lines (sepa §10.2). */
async function keepNotification(tx: Transaction, file: Asked, statements: readonly IncomingStatement[]): Promise<Kept> {
  const lines = sum(statements.map(({ head }) => head.entryCount))
  await countIncoming(tx, statements, new Set())
  const id = await insertImport(tx, file, { lines, newLines: 0 })
  const details = await keepDetails(tx, id, statements)
  if (details === 0) throw new DomainError('STATEMENT_DUPLICATE', { id: statements[0]?.head.id ?? '', date: '' })
  await insertAuditEntries(tx, file.user, [{ subject: 'bank-imports', subjectId: id, action: 'create', changes: { fileName: file.fileName, details } }])
  return { id, statements: [], details }
}

function complete(statement: IncomingStatement, today: LocalDate): NewStatement {
  const { id, openingCents, closingCents, openingDate, closingDate } = statement.head
  if (openingCents === undefined || closingCents === undefined || closingDate === undefined) throw new DomainError('STATEMENT_WITHOUT_BALANCE', { id })
  if (closingDate >= today) throw new DomainError('STATEMENT_OF_TODAY', { date: closingDate })
  return { ...statement, openingCents, closingCents, closingDate, openingDate: openingDate ?? closingDate }
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
