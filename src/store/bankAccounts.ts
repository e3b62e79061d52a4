import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { isReleased } from './statementHolds'
import type { Transaction } from './transaction'

/** An account at the bank as it stands here: up to which day, what waits to be confirmed, and what is still open. */
export type BankAccount = {
  readonly creditor: number
  readonly title: string
  readonly iban: string
  readonly last: { readonly statement: number; readonly date: LocalDate; readonly balanceCents: Cents } | undefined
  readonly waiting: readonly { readonly statement: number; readonly title: string }[]
  readonly openCount: number
  readonly openCents: Cents
}

type Row = {
  creditor: number; title: string; iban: string; statement: number | null; date: string | null; balance: string | null
  waiting: { statement: number; title: string }[] | null; open_count: number; open_total: string
}

/** Every account that is in use or has a statement, by title. */
export async function bankAccounts(tx: Transaction): Promise<readonly BankAccount[]> {
  const { rows } = await tx.execute<Row>(sql`
    select c.id as creditor, c.title, c.iban, last.id as statement, last.closing_date::text as date, last.closing_cents as balance, held.waiting, coalesce(open.count, 0) as open_count, coalesce(open.total, 0) as open_total
      from creditors c
      left join lateral (select s.id, s.closing_date, s.closing_cents from bank_statements s
                          where s.creditor_id = c.id and not s.is_undone and (s.hold = 'none' or s.confirmed_at is not null) order by s.closing_date desc, s.id desc limit 1) last on true
      left join lateral (select jsonb_agg(jsonb_build_object('statement', s.id, 'title', s.title) order by s.closing_date, s.id) as waiting
                           from bank_statements s where s.creditor_id = c.id and not s.is_undone and not ${isReleased}) held on true
      left join (select s.creditor_id, count(*)::int as count, sum(t.amount_cents) as total from bank_transactions t join bank_statements s on s.id = t.statement_id
                  where t.status = 'open' group by s.creditor_id) open on open.creditor_id = c.id
     where c.is_active or last.id is not null or held.waiting is not null
     order by c.title, c.id`)
  return rows.map((row) => ({
    creditor: row.creditor, title: row.title, iban: row.iban, waiting: row.waiting ?? [], openCount: row.open_count, openCents: cents(Number(row.open_total)),
    last: row.statement === null || row.date === null ? undefined : { statement: row.statement, date: day(row.date), balanceCents: cents(Number(row.balance)) },
  }))
}
