import { sql } from '@payloadcms/db-postgres/drizzle'
import { asRows } from './asRows'
import type { NewInstruction } from './instructions'
import type { Transaction } from './transaction'

export type UsedOneOff = { readonly mandate: number; readonly pledge: number | null; readonly invoice: number | null }

/** Which wanted one-off debits got no instruction because their mandate served, or is about to serve, another one (sepa §5). */
export async function usedOneOffMandates(tx: Transaction, wanted: readonly NewInstruction[]): Promise<readonly UsedOneOff[]> {
  const oneOff = wanted.filter(({ sequenceType }) => sequenceType === 'OOFF').map(({ mandate, pledge, invoice }) => ({ mandate, pledge, invoice }))
  if (oneOff.length === 0) return []
  const { rows } = await tx.execute<UsedOneOff>(sql`
    select given.mandate, given.pledge, given.invoice
      from ${asRows(oneOff, { mandate: 'int', pledge: 'int', invoice: 'int' })}
     where exists (select from debit_instructions u where u.mandate_id = given.mandate and u.sequence_type = 'OOFF' and u.status not in ('cancelled', 'rejected', 'returned')
                     and (u.pledge_id is distinct from given.pledge or u.invoice_id is distinct from given.invoice))`)
  return rows
}
