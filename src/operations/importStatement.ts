import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { readCamt053 } from '../formats/camt053'
import type { Statement } from '../formats/statement'
import { creditorByIban } from '../store/creditors'
import { insertStatement, type InsertedStatement } from '../store/statements'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'
import { fingerprintsOf } from './fingerprintsOf'
import { matchOpenLines, type Matched } from './matchOpenLines'

type StatementFile = { readonly fileName: string; readonly text: string; readonly today: LocalDate }
export type ImportedStatement = InsertedStatement & { readonly iban: string; readonly isBalanced: boolean; readonly lines: number }
export type StatementImport = { readonly statements: readonly ImportedStatement[]; readonly matched: Matched }

/**
 * Reads a camt.053 file and books what it recognises: the whole file in one transaction, or nothing. A statement that
 * is already here, or one of today (the day is not over), refuses the file. Lines that an overlapping file already
 * brought are passed over.
 */
export const importStatement = (req: PayloadRequest, file: StatementFile): Promise<StatementImport> =>
  inTransaction(req, async (tx) => {
    await lockByName(tx, 'bank import')
    const statements: ImportedStatement[] = []
    for (const statement of readCamt053(file.text)) statements.push(await keep(tx, statement, file))
    return { statements, matched: await matchOpenLines(tx) }
  })

async function keep(tx: Transaction, statement: Statement, { fileName, text, today }: StatementFile): Promise<ImportedStatement> {
  const { iban, id, openingCents, closingCents, closingDate } = statement
  const creditor = await creditorByIban(tx, iban)
  if (!creditor) throw new DomainError('STATEMENT_UNKNOWN_ACCOUNT', { iban })
  if (openingCents === undefined || closingCents === undefined || closingDate === undefined) throw new DomainError('STATEMENT_WITHOUT_BALANCE', { id })
  if (closingDate >= today) throw new DomainError('STATEMENT_OF_TODAY', { date: closingDate })
  const fileSha256 = createHash('sha256').update(text).digest('hex')
  const inserted = await insertStatement(tx, {
    creditor: creditor.id, iban, statementId: id, openingDate: statement.openingDate ?? closingDate, closingDate, openingCents, closingCents,
    isBalanced: statement.balanced, fileName, fileSha256, title: `${iban} ${closingDate}`,
  }, fingerprintsOf(statement))
  return { ...inserted, iban, isBalanced: statement.balanced, lines: statement.entries.length }
}
