import { sql } from '@payloadcms/db-postgres/drizzle'
import { insertAuditEntries } from './auditLog'
import type { Transaction } from './transaction'

type Followed = { readonly id: number; readonly was: number; readonly is: number | null }

/**
 * Open invoices that are to be collected follow their subscription to another mandate, or away from direct debit. An
 * invoice that its debtor was to pay by transfer is never debited by surprise, and nobody is debited for the invoice of
 * somebody else: where the mandate is of another payer, the debtor pays by transfer. Of all invoices, or of those of some
 * instructions.
 */
export async function followSubscriptions(tx: Transaction, actor: number | null, { instructions }: { readonly instructions?: readonly number[] } = {}): Promise<void> {
  const { rows } = await tx.execute<Followed>(sql`
    update invoices v set mandate_id = follow."is", updated_at = now()
      from (select v.id, v.mandate_id as was, m.id as "is"
              from invoices v
              join subscriptions s on s.id = v.subscription_id
              left join mandates m on m.id = s.mandate_id and s.payment_method = 'directDebit' and m.debtor_id = v.debtor_id
             where v.open_cents > 0 and v.mandate_id is not null and v.mandate_id is distinct from m.id
               and ${instructions === undefined ? sql`true` : sql`v.id in (select invoice_id from debit_instructions where id = any(${sql.param(`{${instructions.join(',')}}`)}::int[]))`}) follow
     where v.id = follow.id
    returning v.id, follow.was, follow."is"`)
  await insertAuditEntries(tx, actor, rows.map(({ id, was, is }) => ({ subject: 'invoices', subjectId: id, action: 'update', changes: { mandate: { from: was, to: is } } })))
}
