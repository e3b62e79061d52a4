import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { KnownDebit, ToldDebit } from '../domain/announcement'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { asRows } from './asRows'
import { instructionsWithNotice } from './noticeStates'
import type { Transaction } from './transaction'
import { containing } from './wordSearch'

/** A pledge or invoice of which a debtor does not know every debit, with all that is planned for it. */
export type Announceable = {
  readonly pledge: number | null
  readonly invoice: number | null
  /** `toezegging 12 (Bomen)` or `factuur 2026-000001`. */
  readonly about: string
  readonly debtor: number
  readonly debtorName: string
  readonly email: string | undefined
  readonly addressLines: readonly string[]
  readonly mandate: number
  readonly mandateReference: string
  readonly debtorIban: string
  readonly creditorName: string
  readonly creditorId: string
  readonly everyMonths: number
  readonly debits: readonly (KnownDebit & { readonly instruction: number })[]
}

/** Which of them: by creditor, by instruction, by whether they have an e-mail address, by words; and how many of them. */
export type Wish = {
  readonly creditor?: number | undefined
  readonly instructions?: readonly number[] | undefined
  readonly channel?: 'mail' | 'letter' | undefined
  readonly words?: readonly string[] | undefined
  readonly until: LocalDate
  readonly limit: number
  readonly offset?: number | undefined
}

export type AnnounceablePage = { readonly total: number; readonly debits: number; readonly withoutEmail: number; readonly rows: readonly Announceable[] }

type Row = {
  pledge_id: number | null; invoice_id: number | null; about: string; debtor_id: number; name: string; email: string | null; address: (string | null)[]; mandate_id: number; reference: string
  iban: string; creditor_name: string; creditor_identifier: string; every_months: number; total: number; all_debits: number; without_email: number
  debits: { instruction: number; amountCents: number; originalCollectionDate: LocalDate; collectionDate: LocalDate; state: KnownDebit['state'] }[]
}

const emailOf = sql`(select e.email from relations_emails e where e._parent_id = r.id order by e._order limit 1)`

const filters = ({ channel, words = [] }: Wish): SQL => sql`
  ${channel === undefined ? sql`true` : channel === 'mail' ? sql`${emailOf} is not null` : sql`${emailOf} is null`}
  ${sql.join(words.map((word) => sql`and r.search_text like ${containing(word)}`), sql` `)}`

/**
 * Whom to tell what: every pledge and invoice with a planned debit up to and including a day that its debtor was not told, or was told
 * something else about, soonest first (R-PL-7, sepa §6.4). One statement however many there are.
 */
export async function debitsToAnnounce(tx: Transaction, wish: Wish): Promise<AnnounceablePage> {
  const ofCreditor = wish.creditor === undefined ? sql`true` : sql`i.creditor_id = ${wish.creditor}`
  const ofInstructions = wish.instructions === undefined ? sql`true` : sql`i.id = any(${sql.param(wish.instructions)}::int[])`
  const known = await instructionsWithNotice(tx, sql`i.status = 'planned' and i.collection_date <= ${wish.until} and ${ofCreditor}`)
  const { rows } = await tx.execute<Row>(sql`
    with known as (${known}), wanted as (
      select i.pledge_id, i.invoice_id, i.mandate_id, i.debtor_id, i.creditor_id, i.iban, i.every_months, min(i.collection_date) as first_date, count(*)::int as debit_count,
             jsonb_agg(jsonb_build_object('instruction', i.id, 'amountCents', i.amount_cents, 'originalCollectionDate', i.original_collection_date,
               'collectionDate', i.collection_date, 'state', i.state) order by i.collection_date, i.id) as debits
        from known i
       group by i.pledge_id, i.invoice_id, i.mandate_id, i.debtor_id, i.creditor_id, i.iban, i.every_months
      having bool_or(i.state in ('missing', 'stale') and ${ofInstructions})
    )
    select w.*, ${emailOf} as email, r.display_name as name, m.reference, c.name as creditor_name, c.creditor_id as creditor_identifier,
           coalesce('toezegging ' || p.number || ' (' || f.title || ')', 'factuur ' || v.number) as about,
           array[concat_ws(' ', r.address_street, r.address_house_number, r.address_house_number_addition), concat_ws('  ', r.address_postcode, r.address_town), nullif(r.address_country, 'NL')] as address,
           count(*) over ()::int as total, sum(w.debit_count) over ()::int as all_debits, count(*) filter (where ${emailOf} is null) over ()::int as without_email
      from wanted w
      join relations r on r.id = w.debtor_id and r.deceased_on is null
      join mandates m on m.id = w.mandate_id
      join creditors c on c.id = w.creditor_id
      left join pledges p on p.id = w.pledge_id
      left join funds f on f.id = p.fund_id
      left join invoices v on v.id = w.invoice_id
     where ${filters(wish)}
     order by w.first_date, r.sort_name, w.debtor_id, w.pledge_id, w.invoice_id
     limit ${wish.limit} offset ${wish.offset ?? 0}`)
  return { total: rows[0]?.total ?? 0, debits: rows[0]?.all_debits ?? 0, withoutEmail: rows[0]?.without_email ?? 0, rows: rows.map(toAnnounceable) }
}

const toAnnounceable = (row: Row): Announceable => ({
  pledge: row.pledge_id, invoice: row.invoice_id, about: row.about, debtor: row.debtor_id, debtorName: row.name, email: row.email ?? undefined,
  addressLines: row.address.filter((line): line is string => Boolean(line?.trim())), mandate: row.mandate_id, mandateReference: row.reference, debtorIban: row.iban,
  creditorName: row.creditor_name, creditorId: row.creditor_identifier, everyMonths: row.every_months,
  debits: row.debits.map((debit) => ({ ...debit, amountCents: cents(debit.amountCents) })),
})

/** What was told, and by what mail that is proved. */
export type NewNotice = ToldDebit & {
  readonly debtor: number
  readonly mandate: number
  readonly pledge: number | null
  readonly invoice: number | null
  readonly debtorIban: string
  readonly mail: number | null
}

/** Writes down what debtors were told. It never changes afterwards. */
export const insertNotices = (tx: Transaction, notices: readonly NewNotice[], how: { readonly announcedOn: LocalDate; readonly channel: 'mail' | 'letter' | 'invoice' }): Promise<unknown> => tx.execute(sql`
  insert into pre_notifications (announced_on, debtor_id, mandate_id, pledge_id, invoice_id, debtor_iban, amount_cents, first_date, every_months, channel, mail_id, created_at, updated_at)
  select ${how.announcedOn}::date, debtor, mandate, pledge, invoice, "debtorIban", "amountCents", "firstDate", "everyMonths", ${how.channel}, mail, now(), now()
    from ${asRows(notices, {
      debtor: 'int', mandate: 'int', pledge: 'int', invoice: 'int', debtorIban: 'text', amountCents: 'bigint', firstDate: 'date', everyMonths: 'int', mail: 'int' })}`)

/** An invoice that went out with the days and amounts on which it will be collected. */
export type AnnouncedInvoice = { readonly invoice: number; readonly mail: number | null; readonly debits: readonly { readonly date: LocalDate; readonly amountCents: Cents }[] }

/** Such an invoice is the notice of its own debits: whoever got it need not be told again. One that is not collected by direct debit is passed over. */
export async function announceWithInvoices(tx: Transaction, invoices: readonly AnnouncedInvoice[], announcedOn: LocalDate): Promise<void> {
  const told = invoices.flatMap(({ invoice, mail, debits }) => debits.map(({ date, amountCents }) => ({ invoice, mail, date, amountCents })))
  if (told.length === 0) return
  await tx.execute(sql`
    insert into pre_notifications (announced_on, debtor_id, mandate_id, invoice_id, debtor_iban, amount_cents, first_date, every_months, channel, mail_id, created_at, updated_at)
    select ${announcedOn}::date, v.debtor_id, m.id, v.id, m.iban, given."amountCents", given.date, 0, 'invoice', given.mail, now(), now()
      from ${asRows(told, { invoice: 'int', mail: 'int', date: 'date', amountCents: 'bigint' })}
      join invoices v on v.id = given.invoice
      join mandates m on m.id = v.mandate_id
     order by v.id, given.date`)
}

/** The notices of a mandate, newest first. */
export async function noticesOfMandate(tx: Transaction, mandate: number): Promise<readonly (ToldDebit & { readonly id: number; readonly announcedOn: LocalDate; readonly channel: 'mail' | 'letter' | 'invoice' })[]> {
  const { rows } = await tx.execute<{ id: number; on: string; amount: string; first: string; months: number; channel: 'mail' | 'letter' | 'invoice' }>(sql`
    select id, announced_on::text as "on", amount_cents as amount, first_date::text as first, every_months as months, channel
      from pre_notifications where mandate_id = ${mandate} order by id desc limit 100`)
  return rows.map((row) => ({ id: row.id, announcedOn: day(row.on), amountCents: cents(Number(row.amount)), firstDate: day(row.first), everyMonths: row.months, channel: row.channel }))
}
