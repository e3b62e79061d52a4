import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import type { Mandate } from './mandates'
import type { Transaction } from './transaction'

export type MandateIdentity = Pick<Mandate, 'reference' | 'iban' | 'accountHolder'>

type Change = { readonly mandate: number; readonly former: MandateIdentity; readonly now: MandateIdentity; readonly changedOn: LocalDate; readonly changedBy: number | null }

/** Writes down what a mandate was and becomes. The database wants it before a mandate that was collected with changes (sepa §7.1). */
export const insertMandateChange = (tx: Transaction, { mandate, former, now, changedOn, changedBy }: Change): Promise<unknown> => tx.execute(sql`
  insert into mandate_changes (mandate_id, changed_on, former_reference, reference, former_iban, iban, former_holder, holder, changed_by_id, created_at, updated_at)
  values (${mandate}, ${changedOn}, ${former.reference}, ${now.reference}, ${former.iban}, ${now.iban}, ${former.accountHolder}, ${now.accountHolder}, ${changedBy}, now(), now())`)

/**
 * Whether a reference is, or ever was, that of another mandate of the creditor, capitals or not. To the debtors' banks it
 * keeps meaning that one: two of them refuse a reference that comes with several accounts (sepa §2.2).
 */
export async function isReferenceTaken(tx: Transaction, { creditor, reference, mandate }: { readonly creditor: number; readonly reference: string; readonly mandate: number | undefined }): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from mandates m
     where m.creditor_id = ${creditor} and m.id <> ${mandate ?? 0}
       and (upper(m.reference) = upper(${reference})
         or exists (select from mandate_changes c where c.mandate_id = m.id and upper(c.former_reference) = upper(${reference})))
     limit 1`)
  return rows.length > 0
}
