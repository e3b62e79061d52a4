import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** What a follow-up is about: an invoice or a pledge. */
export type FollowUpTarget = { readonly kind: 'invoice' | 'pledge'; readonly id: number }

/** Who has to pay the invoice or promised the pledge; undefined where there is no such thing. */
export async function payerOf(tx: Transaction, { kind, id }: FollowUpTarget): Promise<number | undefined> {
  const { rows } = await tx.execute<{ relation: number }>(kind === 'invoice'
    ? sql`select debtor_id as relation from invoices where id = ${id} and kind = 'invoice'` : sql`select donor_id as relation from pledges where id = ${id}`)
  return rows[0]?.relation
}

export type FollowUp = FollowUpTarget & { readonly key: number; readonly number: string; readonly onDate: LocalDate; readonly channel: 'call' | 'mail' | 'letter'; readonly note: string | null; readonly nextDate: LocalDate | null; readonly by: string | null }

/** The contacts about one invoice or pledge, or with one relation about those kinds of things, latest first. */
export async function followUpsOf(tx: Transaction, of: FollowUpTarget | { readonly relation: number; readonly kinds: readonly FollowUpTarget['kind'][] }): Promise<readonly FollowUp[]> {
  const which = 'relation' in of ? sql`f.relation_id = ${of.relation} and case when f.invoice_id is null then ${of.kinds.includes('pledge')}::boolean else ${of.kinds.includes('invoice')}::boolean end`
    : of.kind === 'invoice' ? sql`f.invoice_id = ${of.id}` : sql`f.pledge_id = ${of.id}`
  const { rows } = await tx.execute<{ key: number; kind: FollowUpTarget['kind']; id: number; number: string; on_date: string; channel: FollowUp['channel']; note: string | null; next_date: string | null; by: string | null }>(sql`
    select f.id as key, case when v.id is null then 'pledge' else 'invoice' end as kind, coalesce(v.id, p.id) as id, coalesce(v.number, p.number::text) as number, f.on_date::text, f.channel, f.note, f.next_date::text, u.name as by
      from follow_ups f left join invoices v on v.id = f.invoice_id left join pledges p on p.id = f.pledge_id left join users u on u.id = f.noted_by_id
     where ${which} order by f.on_date desc, f.id desc`)
  return rows.map(({ on_date, next_date, ...row }) => ({ ...row, onDate: day(on_date), nextDate: next_date === null ? null : day(next_date) }))
}
