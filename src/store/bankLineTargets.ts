import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { normaliseQuery } from '../domain/searchText'
import { asRows } from './asRows'
import { everyWord } from './wordSearch'
import { openPayouts } from './onlinePayouts'
import type { Transaction } from './transaction'
import { wordsOrAmount } from './wordsOrAmount'

/** What a line, or a part of it, may be booked to; of a gift the fund may still have to be chosen. */
export type Target = {
  readonly kind: 'invoicePayment' | 'donation' | 'return' | 'payout' | 'ledger' | 'batchTotal'
  readonly invoice?: number | undefined
  readonly fund?: number | undefined
  readonly donor?: number | undefined
  readonly pledge?: number | undefined
  readonly instruction?: number | undefined
  readonly payout?: number | undefined
  readonly ledgerAccount?: number | undefined
  readonly group?: number | undefined
}

export const targetKinds = ['invoicePayment', 'donation', 'return', 'payout', 'ledger'] as const
export type TargetKind = (typeof targetKinds)[number]

/** What is found, with what it would take of the line where that is known. */
export type FoundTarget = Target & { readonly takesCents: number | null }

const mostOfAKind = 8

type Question = { readonly line: number; readonly words: string; readonly kind?: TargetKind | undefined }

/**
 * What a line can be booked to that the words find, a few of each kind; without words what lies at hand: invoices of that amount or of whose account it
 * is, debits of that amount, funds and ledger accounts.
 */
export async function findTargets(tx: Transaction, { line, words, kind }: Question): Promise<readonly FoundTarget[]> {
  const kinds = targetKinds.filter((one) => kind === undefined || one === kind)
  const { rows } = await tx.execute<{ target: FoundTarget }>(sql`
    with line as materialized (
      select t.*, s.creditor_id, (select min(a._parent_id) from relations_bank_accounts a where a.iban = t.counter_iban having count(distinct a._parent_id) = 1) as relation_id
        from bank_transactions t join bank_statements s on s.id = t.statement_id where t.id = ${line}
    )
    select jsonb_strip_nulls(target) || jsonb_build_object('takesCents', target->'takesCents') as target
      from (${sql.join(kinds.flatMap((one) => finders[one](words.trim())), sql` union all `)}) found order by nearness >= 0, place, nearness, tie`)
  return rows.map(({ target }) => target)
}

/** Few of what one kind finds, the nearest first; less than nothing is exactly what was typed, or a fund by its name, and comes before all else: a pledge of a stranger for that fund is another thing. */
const few = (place: number, found: SQL): SQL => sql`(select ${place}::int as place, nearness::int, tie::bigint, target from (${found}) every order by nearness, tie limit ${mostOfAKind})`

const finders: Readonly<Record<TargetKind, (words: string) => readonly SQL[]>> = {
  invoicePayment: (words) => [few(1, sql`
    select case when v.number = ${words} then -1 when v.open_cents = line.amount_cents then 0 when v.debtor_id = line.relation_id and v.open_cents <> 0 then 1 when v.open_cents <> 0 then 2 else 3 end as nearness, -v.id as tie,
           jsonb_build_object('kind', 'invoicePayment', 'invoice', v.id, 'takesCents', v.open_cents) as target
      from line join invoices v on v.kind = 'invoice' join relations r on r.id = v.debtor_id
     where ${words === '' ? sql`(v.open_cents = line.amount_cents or (v.debtor_id = line.relation_id and v.open_cents <> 0))` : wordsOrAmount(words, [sql`v.number`, sql`r.display_name`, sql`v.description`], sql`v.open_cents`)}`)],
  donation: (words) => [
    few(2, sql`
      select case when p.number::text = ${words} then -1 when p.donor_id = line.relation_id then 0 else 1 end as nearness, -p.id as tie,
             jsonb_build_object('kind', 'donation', 'pledge', p.id, 'fund', p.fund_id, 'donor', p.donor_id, 'takesCents', p.amount_cents) as target
        from line join pledges p on p.start_date <= line.booking_date and (p.end_date is null or p.end_date > line.booking_date) join relations r on r.id = p.donor_id join funds f on f.id = p.fund_id
       where ${words === '' ? sql`p.donor_id = line.relation_id` : wordsOrAmount(words, [sql`p.number::text`, sql`r.display_name`, sql`f.title`], sql`p.amount_cents`)}`),
    few(3, sql`
      select ${words === '' ? 0 : -1} as nearness, f.id as tie, jsonb_build_object('kind', 'donation', 'fund', f.id, 'donor', line.relation_id, 'takesCents', null) as target
        from line join funds f on f.is_active and ${everyWord(words, [sql`f.title`, sql`f.code`])}`),
    ...(words === '' ? [] : [few(4, sql`
      select 0 as nearness, r.id as tie, jsonb_build_object('kind', 'donation', 'donor', r.id, 'takesCents', null,
               'fund', (select d.fund_id from donations d join funds f on f.id = d.fund_id and f.is_active where d.donor_id = r.id and d.amount_cents > 0 order by d.received_on desc, d.id desc limit 1)) as target
        from line join relations r on r.status = 'active' and ${everyWord(normaliseQuery(words), [sql`r.search_text`])}`)]),
  ],
  return: (words) => [few(5, sql`
    select case when i.end_to_end_id = ${words} then -1 when i.end_to_end_id = line.end_to_end_id then 0 when i.mandate_reference = line.mandate_reference then 1 else 2 end as nearness, -i.id as tie,
           jsonb_build_object('kind', 'return', 'instruction', i.id, 'takesCents', -i.amount_cents) as target
      from line join debit_instructions i on line.amount_cents < 0 and i.creditor_id = line.creditor_id and i.status = 'collected'
       and i.collection_date between line.booking_date - interval '13 months' and line.booking_date join relations r on r.id = i.debtor_id
     where ${words === '' ? sql`i.amount_cents = -line.amount_cents` : wordsOrAmount(words, [sql`i.end_to_end_id`, sql`i.mandate_reference`, sql`r.display_name`], sql`i.amount_cents`)}`)],
  payout: (words) => [few(6, sql`
    select case when o.provider_reference = ${words} then -1 when o.amount_cents = line.amount_cents then 0 else 1 end as nearness, -o.id as tie, jsonb_build_object('kind', 'payout', 'payout', o.id, 'takesCents', o.amount_cents + o.cost_cents) as target
      from line join ${openPayouts} o on ${words === '' ? sql`o.amount_cents = line.amount_cents` : wordsOrAmount(words, [sql`o.provider_reference`], sql`o.amount_cents`)}`)],
  ledger: (words) => [few(7, sql`
    select case when a.code = ${words} then -1 else 0 end as nearness, row_number() over (order by a.code) as tie, jsonb_build_object('kind', 'ledger', 'ledgerAccount', a.id, 'takesCents', null) as target
      from line join ledger_accounts a on a.is_active and ${everyWord(words, [sql`a.code`, sql`a.title`])}`)],
}

/** What is known of a target, to call it by. */
export type TargetFacts = {
  readonly place: number
  readonly number: string | null
  readonly openCents: string | null
  readonly name: string | null
  readonly fund: string | null
  readonly reference: string | null
  readonly date: string | null
  readonly title: string | null
  readonly batch: number | null
}

/** What these targets are called, by their place in the list. One question however many there are. */
export async function factsOfTargets(tx: Transaction, targets: readonly Target[]): Promise<ReadonlyMap<number, TargetFacts>> {
  const given = asRows(targets.map((target, place) => ({ ...target, place })), {
    place: 'int', invoice: 'int', fund: 'int', donor: 'int', pledge: 'int', instruction: 'int', payout: 'int', ledgerAccount: 'int', group: 'int',
  })
  const { rows } = await tx.execute<TargetFacts>(sql`
    select given.place, coalesce(v.number, p.number::text, a.code) as number, v.open_cents as "openCents", r.display_name as name, f.title as fund, coalesce(a.title, o.provider) as title,
           coalesce(i.end_to_end_id, o.provider_reference, b.message_id) as reference, coalesce(i.collection_date, g.collection_date)::text as date, b.id as batch
      from ${given}
      left join invoices v on v.id = given.invoice left join pledges p on p.id = given.pledge left join funds f on f.id = given.fund left join debit_instructions i on i.id = given.instruction
      left join online_payouts o on o.id = given.payout left join ledger_accounts a on a.id = given."ledgerAccount"
      left join debit_batch_groups g on g.id = given."group" left join debit_batches b on b.id = g.batch_id
      left join relations r on r.id = coalesce(v.debtor_id, p.donor_id, given.donor, i.debtor_id)`)
  return new Map(rows.map((row) => [row.place, row]))
}
