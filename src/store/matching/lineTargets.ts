import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LinePart } from '../../domain/lineParts'
import { asRows } from '../asRows'
import type { Transaction } from '../transaction'
import { partOf } from './bookParts'

export type PartOfLine = LinePart & { readonly line: number }

/** Why a part cannot be booked as somebody asks: what it names is not there, or not any more what it takes. */
export type WrongTarget = { readonly reason: 'PART_UNKNOWN_INVOICE' | 'PART_UNKNOWN_PLEDGE' | 'PART_UNKNOWN_FUND' | 'PART_NOT_COLLECTED' | 'PART_UNKNOWN_ACCOUNT' | 'PART_UNKNOWN_PAYOUT' | 'PART_OTHER_PAYOUT' | 'PART_UNKNOWN_DONOR' }

type Row = { readonly [Column in 'line' | 'kind' | 'amountCents' | 'invoice' | 'fund' | 'donor' | 'pledge' | 'instruction' | 'payout' | 'ledgerAccount']?: number | string | undefined }

const given = (parts: readonly PartOfLine[]): SQL => asRows<Row>(parts, {
  line: 'int', kind: 'text', amountCents: 'bigint', invoice: 'int', fund: 'int', donor: 'int', pledge: 'int', instruction: 'int', payout: 'int', ledgerAccount: 'int',
})

/** What is wrong with what the parts name; undefined when nothing is. Locks the debits and invoices that they name. */
export async function wrongTarget(tx: Transaction, parts: readonly PartOfLine[]): Promise<WrongTarget | undefined> {
  await tx.execute(sql`select 1 from debit_instructions where id in (select instruction from ${given(parts)}) order by id for update`)
  const { rows } = await tx.execute<WrongTarget>(sql`
    select case given.kind
             when 'invoicePayment' then case when v.id is null or v.kind <> 'invoice' then 'PART_UNKNOWN_INVOICE' end
             when 'donation' then case when given.pledge is not null and p.id is null then 'PART_UNKNOWN_PLEDGE' when f.id is null then 'PART_UNKNOWN_FUND' when given.donor is not null and d.id is null then 'PART_UNKNOWN_DONOR' end
             when 'return' then case when i.id is null or i.status <> 'collected' or i.amount_cents <> -given."amountCents" or i.creditor_id <> s.creditor_id then 'PART_NOT_COLLECTED' end
             when 'payout' then case when o.id is null then 'PART_UNKNOWN_PAYOUT' when o.amount_cents + o.cost_cents <> given."amountCents" then 'PART_OTHER_PAYOUT' end
             else case when a.id is null then 'PART_UNKNOWN_ACCOUNT' end end as reason
      from ${given(parts)} join bank_transactions t on t.id = given.line join bank_statements s on s.id = t.statement_id left join relations d on d.id = given.donor
      left join invoices v on v.id = given.invoice left join pledges p on p.id = given.pledge and p.fund_id = given.fund left join funds f on f.id = given.fund
      left join debit_instructions i on i.id = given.instruction left join online_payouts o on o.id = given.payout and o.status = 'open'
      left join ledger_accounts a on a.id = given."ledgerAccount" and a.is_active`)
  return rows.find(({ reason }) => reason !== null)
}

/** Those parts as `bookParts` takes them; a gift for a pledge is of its donor. */
export const partsOfPerson = (parts: readonly PartOfLine[], note: string | undefined): SQL => sql`
  select ${partOf({
    transaction_id: sql`given.line`, kind: sql`given.kind`, amount_cents: sql`given."amountCents"`, why: sql`'person'`, invoice_id: sql`given.invoice`, pledge_id: sql`given.pledge`, fund_id: sql`given.fund`,
    donor_id: sql`coalesce(p.donor_id, given.donor)`, ledger_account_id: sql`given."ledgerAccount"`, payout_id: sql`given.payout`, instruction_id: sql`given.instruction`,
    return_reason: sql`case when given.kind = 'return' then t.return_reason end`, note: sql`nullif(${note ?? ''}, '')`,
  })} from ${given(parts)} left join pledges p on p.id = given.pledge join bank_transactions t on t.id = given.line`
