import { sql } from '@payloadcms/db-postgres/drizzle'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'

export type DashboardFigures = { readonly relations: number; readonly openInvoices: number; readonly openCents: Cents; readonly openLines: number; readonly overpaidCents: Cents }

/** The figures on the first screen. */
export async function dashboardFigures(tx: Transaction): Promise<DashboardFigures> {
  const { rows: [row] } = await tx.execute<{ relations: number; open_invoices: number; open_cents: string; open_lines: number; overpaid: string }>(sql`
    select (select count(*)::int from relations where status = 'active') as relations, count(*)::int as open_invoices, coalesce(sum(open_cents), 0) as open_cents,
           (select count(*)::int from bank_transactions where status = 'open') as open_lines,
           (select coalesce(-sum(open_cents), 0) from invoices where open_cents < 0) as overpaid
      from invoices where status <> 'paid'`)
  return { relations: row?.relations ?? 0, openInvoices: row?.open_invoices ?? 0, openCents: cents(Number(row?.open_cents ?? 0)), openLines: row?.open_lines ?? 0, overpaidCents: cents(Number(row?.overpaid ?? 0)) }
}
