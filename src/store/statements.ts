import { sql } from '@payloadcms/db-postgres/drizzle'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import type { Cents } from '../domain/money'
import type { StatementEntry } from '../formats/statement'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

type NewStatement = {
  readonly title: string
  readonly creditor: number
  readonly iban: string
  readonly statementId: string
  readonly openingDate: LocalDate
  readonly closingDate: LocalDate
  readonly openingCents: Cents
  readonly closingCents: Cents
  readonly isBalanced: boolean
  readonly fileName: string
  readonly fileSha256: string
}

export type InsertedStatement = { readonly id: number; readonly newLines: number }

/**
 * Adds a statement with the lines that are not here yet; throws STATEMENT_DUPLICATE when the statement itself is. Its lines
 * wait: one that balances until it is seen to follow on.
 */
export async function insertStatement(tx: Transaction, statement: NewStatement, entries: readonly (StatementEntry & { fingerprint: string })[]): Promise<InsertedStatement> {
  const { rows: [row] } = await tx.execute<{ id: number }>(sql`
    insert into bank_statements (title, creditor_id, iban, statement_id, opening_date, closing_date, opening_cents, closing_cents,
      is_balanced, hold, file_name, file_sha256, created_at, updated_at)
    values (${statement.title}, ${statement.creditor}, ${statement.iban}, ${statement.statementId}, ${statement.openingDate}, ${statement.closingDate},
      ${statement.openingCents}, ${statement.closingCents}, ${statement.isBalanced}, ${statement.isBalanced ? 'gap' : 'unbalanced'}, ${statement.fileName}, ${statement.fileSha256}, now(), now())
    on conflict do nothing
    returning id`)
  if (!row) throw new DomainError('STATEMENT_DUPLICATE', { id: statement.statementId, date: statement.closingDate })
  return { id: row.id, newLines: await insertLines(tx, row.id, entries) }
}

async function insertLines(tx: Transaction, statement: number, entries: readonly (StatementEntry & { fingerprint: string })[]): Promise<number> {
  const { rows } = await tx.execute(sql`
    insert into bank_transactions (statement_id, line, booking_date, value_date, amount_cents, counter_name, counter_iban, description,
      end_to_end_id, mandate_reference, payment_information_id, return_reason, status, fingerprint, created_at, updated_at)
    select ${statement}, line, "bookingDate", "valueDate", "amountCents", "counterName", "counterIban", coalesce(nullif(description, ''), "pmtInfId"),
      "endToEndId", "mandateId", "pmtInfId", "returnReason", 'open', fingerprint, now(), now()
      from ${asRows(entries.map((entry, index) => ({ ...entry, line: index + 1 })), {
        line: 'int', bookingDate: 'date', valueDate: 'date', amountCents: 'bigint', counterName: 'text', counterIban: 'text', description: 'text',
        endToEndId: 'text', mandateId: 'text', pmtInfId: 'text', returnReason: 'text', fingerprint: 'text' })}
     order by line
    on conflict (fingerprint) do nothing
    returning 1 as added`)
  return rows.length
}
