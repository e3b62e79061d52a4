import { sql } from '@payloadcms/db-postgres/drizzle'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import type { Cents } from '../domain/money'
import type { BankFileFormat } from '../formats/bankFileEvent'
import type { StatementEntry, StatementHead } from '../formats/statement'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

export type NewImport = { readonly fileName: string; readonly sha256: string; readonly format: BankFileFormat; readonly user: number | null }

/** The import of a file with this content that was not undone; undefined when there is none. */
export async function importOfFile(tx: Transaction, sha256: string): Promise<{ readonly id: number; readonly importedOn: LocalDate } | undefined> {
  const { rows } = await tx.execute<{ id: number; imported_on: LocalDate }>(sql`
    select id, (created_at at time zone 'Europe/Amsterdam')::date::text as imported_on from bank_imports where file_sha256 = ${sha256} and status = 'kept'`)
  return rows.map((row) => ({ id: row.id, importedOn: row.imported_on }))[0]
}

/** Begins with no lines. */
export const prepareIncoming = (tx: Transaction): Promise<unknown> => tx.execute(sql`delete from incoming_lines`)

/** So many lines that the database has to know it, to find its way through them. */
export const many = 1_000

/** Adds lines of the file as they are read. */
export async function addIncoming(tx: Transaction, statement: number, entries: readonly StatementEntry[]): Promise<void> {
  await tx.execute(sql`
    insert into incoming_lines (statement, booking_date, value_date, amount_cents, counter_name, counter_iban, description, end_to_end_id, mandate_reference,
      payment_information_id, message_id, bank_reference, transaction_code, is_reversal, return_reason, entry_reference, entry_cents)
    select ${statement}, "bookingDate", "valueDate", "amountCents", "counterName", "counterIban", description, "endToEndId", "mandateId", "pmtInfId", "msgId", "bankRef", code, coalesce("isReversal", false), "returnReason",
           entry->>'reference', (entry->>'cents')::bigint
      from json_to_recordset(${JSON.stringify(entries)}::json) as given(
        "bookingDate" date, "valueDate" date, "amountCents" bigint, "counterName" text, "counterIban" text, description text, "endToEndId" text, "mandateId" text,
        "pmtInfId" text, "msgId" text, "bankRef" text, code text, "isReversal" boolean, "returnReason" text, entry json)`)
}

/** The last day of which the file has a line; undefined when it has none. */
export async function lastIncomingDay(tx: Transaction): Promise<LocalDate | undefined> {
  const { rows } = await tx.execute<{ last: LocalDate | null }>(sql`select max(booking_date)::text as last from incoming_lines`)
  return rows[0]?.last ?? undefined
}

/** A statement of the file, with whose account it is of. */
export type IncomingStatement = { readonly statement: number; readonly creditor: number; readonly iban: string; readonly head: StatementHead }

export type NewStatement = IncomingStatement & { readonly openingDate: LocalDate; readonly closingDate: LocalDate; readonly openingCents: Cents; readonly closingCents: Cents }

/** Of each statement of the file how many lines it has and how many are new. */
export type Counts = ReadonlyMap<number, { readonly lines: number; readonly newLines: number }>

/** What is kept of a statement: its row, or the one that was here already. */
export type KeptStatement = { readonly statement: number; readonly id: number; readonly isNew: boolean }

/** The file itself, with how many lines it has and how many of those are new. */
export async function insertImport(tx: Transaction, { fileName, sha256, format, user }: NewImport, counts: { readonly lines: number; readonly newLines: number }): Promise<number> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into bank_imports (file_name, file_sha256, format, line_count, new_line_count, status, imported_by_id, created_at, updated_at)
    values (${fileName}, ${sha256}, ${format}, ${counts.lines}, ${counts.newLines}, 'kept', ${user}, now(), now()) returning id`)
  return Number(rows[0]?.id)
}

/**
 * What makes a line recognisable in another file of the same account: what it says, and which of the equal lines in the file it is. Two real twins
 * stay two, the same line in two files stays one (sepa §10.5). For lines `l` beside the `iban` of their statement.
 */
const fingerprint = sql`encode(sha256(convert_to(says || chr(31) || row_number() over (partition by says order by position), 'UTF8')), 'hex')`
const says = sql`concat_ws(chr(31), given.iban, l.booking_date, l.value_date, l.amount_cents, coalesce(l.bank_reference, ''), coalesce(l.end_to_end_id, ''), coalesce(l.payment_information_id, ''), coalesce(l.counter_iban, ''), coalesce(l.description, ''))`
const asStatements = (statements: readonly IncomingStatement[], known: ReadonlySet<number> = new Set()) =>
  asRows(statements.map(({ statement, iban, head }) => ({ statement, iban, id: head.id, openingCents: head.openingCents, closingCents: head.closingCents, closingDate: head.closingDate, isKnown: known.has(statement) })), {
    statement: 'int', iban: 'text', id: 'text', openingCents: 'bigint', closingCents: 'bigint', closingDate: 'date', isKnown: 'boolean',
  })

/**
 * How many lines of the file are not here yet, and how many it has, per statement. A line that is the same as one of the statement
 * that this one follows on from is another movement, or the bank tells it twice: it is kept beside that one, for a person. What is in `known`
 * statements is here already, whatever the wording of this file.
 */
export async function countIncoming(tx: Transaction, statements: readonly IncomingStatement[], known: ReadonlySet<number>): Promise<Counts> {
  if (statements.some(({ head }) => head.entryCount > many)) await tx.execute(sql`analyze incoming_lines (statement, fingerprint, is_new)`)
  await tx.execute(sql`
    update incoming_lines set fingerprint = made.fingerprint, is_new = not made.is_known and not exists (select from bank_transactions t where t.fingerprint = made.fingerprint and t.status <> 'undone')
      from (select position, is_known, ${fingerprint} as fingerprint
              from (select l.position, given."isKnown" as is_known, ${says} as says from incoming_lines l join ${asStatements(statements, known)} on given.statement = l.statement) said) made
     where made.position = incoming_lines.position`)
  await tx.execute(sql`
    update incoming_lines l set fingerprint = again.fingerprint, twin_id = again.twin_id, is_new = not exists (select from bank_transactions t where t.fingerprint = again.fingerprint and t.status <> 'undone')
      from (select l.position, t.id as twin_id, encode(sha256(convert_to(concat_ws(chr(31), l.fingerprint, given.id, given."closingDate"), 'UTF8')), 'hex') as fingerprint
              from incoming_lines l join ${asStatements(statements, known)} on given.statement = l.statement and not given."isKnown"
              join bank_transactions t on t.fingerprint = l.fingerprint and t.status <> 'undone'
              join bank_statements s on s.id = t.statement_id and s.closing_cents = given."openingCents" and s.opening_cents <> s.closing_cents and given."openingCents" <> given."closingCents" and s.closing_date = given."closingDate") again
     where again.position = l.position`)
  const { rows } = await tx.execute<{ statement: number; lines: number; new_lines: number }>(sql`
    select statement, count(*)::int as lines, count(*) filter (where is_new)::int as new_lines from incoming_lines group by statement`)
  return new Map(rows.map((row) => [row.statement, { lines: row.lines, newLines: row.new_lines }]))
}

/** The statement that is here already under the same name, of the same day; undefined when there is none. One that does not balance makes room for a better file. */
export async function knownStatement(tx: Transaction, { iban, head, closingDate, openingCents, closingCents }: NewStatement): Promise<number | undefined> {
  const { rows: [known] } = await tx.execute<{ id: number; is_same: boolean }>(sql`
    select id, opening_cents = ${openingCents} and closing_cents = ${closingCents} as is_same from bank_statements
     where iban = ${iban} and statement_id = ${head.id} and closing_date = ${closingDate} and hold <> 'unbalanced' and not is_undone`)
  if (known && !known.is_same) throw new DomainError('STATEMENT_DUPLICATE', { id: head.id, date: closingDate })
  return known?.id
}

/** Adds a statement. It waits: one that balances until it is seen to follow on. */
export async function insertStatement(tx: Transaction, statement: NewStatement, file: NewImport & { readonly import: number }): Promise<number> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into bank_statements (import_id, title, creditor_id, iban, statement_id, opening_date, closing_date, opening_cents, closing_cents, is_balanced, hold, file_name, file_sha256, created_at, updated_at)
    values (${file.import}, ${`${statement.iban} ${statement.closingDate}`}, ${statement.creditor}, ${statement.iban}, ${statement.head.id}, ${statement.openingDate}, ${statement.closingDate},
      ${statement.openingCents}, ${statement.closingCents}, ${statement.head.balanced === true}, ${statement.head.balanced === true ? 'gap' : 'unbalanced'}, ${file.fileName}, ${file.sha256}, now(), now())
    returning id`)
  return Number(rows[0]?.id)
}

/** Moves the new lines into their statements, and notes which earlier statements had the others, or were told again as a whole. */
export async function keepIncoming(tx: Transaction, kept: readonly KeptStatement[], newLines: number): Promise<void> {
  const rows = asRows(kept, { statement: 'int', id: 'int' })
  await tx.execute(sql`
    insert into bank_transactions (statement_id, line, booking_date, value_date, amount_cents, counter_name, counter_iban, description, end_to_end_id, mandate_reference,
      payment_information_id, message_id, bank_reference, transaction_code, is_reversal, return_reason, twin_id, status, fingerprint, created_at, updated_at)
    select given.id, row_number() over (partition by given.id order by l.position) + coalesce((select max(own.line) from bank_transactions own where own.statement_id = given.id), 0),
           l.booking_date, l.value_date, l.amount_cents, l.counter_name, l.counter_iban, coalesce(nullif(l.description, ''), l.payment_information_id),
           l.end_to_end_id, l.mandate_reference, l.payment_information_id, l.message_id, l.bank_reference, l.transaction_code, l.is_reversal, l.return_reason, l.twin_id, 'open', l.fingerprint, now(), now()
      from incoming_lines l join ${rows} on given.statement = l.statement where l.is_new order by l.position`)
  if (newLines > many) await tx.execute(sql`analyze bank_transactions (statement_id, status, booking_date, amount_cents, end_to_end_id, payment_information_id, group_id, twin_id, is_by_hand)`)
  await tx.execute(sql`
    insert into statement_overlaps (statement_id, earlier_id, line_count)
    select given.id, t.statement_id, count(*) from incoming_lines l join ${rows} on given.statement = l.statement
      join bank_transactions t on t.fingerprint = l.fingerprint and t.status <> 'undone'
     where not l.is_new and t.statement_id <> given.id group by 1, 2
    on conflict (statement_id, earlier_id) do update set line_count = statement_overlaps.line_count + excluded.line_count`)
  const [first] = kept.filter(({ isNew }) => isNew)
  if (first) await tx.execute(sql`
    insert into statement_overlaps (statement_id, earlier_id, line_count) select ${first.id}, id, 0 from ${asRows(kept.filter(({ isNew }) => !isNew), { id: 'int' })} on conflict do nothing`)
  await tx.execute(sql`delete from incoming_lines`)
}

/** Keeps what a camt.054 tells about the inside of lines; what was told before stays one. Returns how many were new. */
export async function keepDetails(tx: Transaction, file: number, statements: readonly IncomingStatement[]): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into bank_details (import_id, iban, booking_date, entry_cents, entry_reference, amount_cents, counter_name, counter_iban, description, end_to_end_id, mandate_reference,
      payment_information_id, return_reason, fingerprint, created_at, updated_at)
    select ${file}, given.iban, l.booking_date, coalesce(l.entry_cents, l.amount_cents), l.entry_reference, l.amount_cents, l.counter_name, l.counter_iban, l.description, l.end_to_end_id,
           l.mandate_reference, l.payment_information_id, l.return_reason, l.fingerprint, now(), now()
      from incoming_lines l join ${asStatements(statements)} on given.statement = l.statement order by l.position
    on conflict (fingerprint) do nothing`)
  await tx.execute(sql`delete from incoming_lines`)
  return rowCount ?? 0
}
