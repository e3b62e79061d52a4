import type { TellBankFile } from './bankFileEvent'
import type { Statement, StatementEntry } from './statement'

/** Puts together what a reader tells: whole statements, with all their entries. For files that fit in memory. */
export function statementCollector(): { readonly tell: TellBankFile; readonly statements: readonly Statement[] } {
  const statements: Statement[] = []
  let entries: StatementEntry[] = []
  const tell: TellBankFile = (event) => {
    if (event.kind === 'entries') entries.push(...event.entries)
    if (event.kind !== 'statement') return
    const { iban, id, sequence, openingCents, closingCents, openingDate, closingDate, pendingCount, balanced } = event.head
    statements.push({ iban, id, sequence, openingCents, closingCents, openingDate, closingDate, balanced: balanced === true, pendingCount, entries })
    entries = []
  }
  return { tell, statements }
}
