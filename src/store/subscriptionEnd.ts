import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PriceTerms, SubscriptionDays, SubscriptionPeriod } from '../domain/invoicePeriods'
import { day, type LocalDate } from '../domain/localDate'
import { cents } from '../domain/money'
import type { Transaction } from './transaction'

/** What decides how a subscription ends, and what is told of it. */
export type SubscriptionEnd = SubscriptionDays & {
  readonly id: number
  readonly title: string
  readonly holder: number
  readonly holderName: string
  readonly terms: PriceTerms
  readonly noticeMonths: number
  readonly noticeDate: LocalDate | undefined
  readonly endReason: string | undefined
  readonly endNotes: string | undefined
  readonly isHolderGone: boolean
}

type Row = {
  id: number; title: string; holder: number; holder_name: string | null; is_free: boolean; price_cents: string; period: SubscriptionPeriod; period_start: PriceTerms['periodStart']; first_period: PriceTerms['firstPeriod'] | null
  notice_months: number; start_date: string; end_date: string | null; invoiced_until_date: string | null; notice_date: string | null; end_reason: string | null; end_notes: string | null; is_gone: boolean
}

const dayOrNone = (text: string | null): LocalDate | undefined => (text === null ? undefined : day(text))

/** The subscription as it is now; for changing it, locked until commit. */
export async function subscriptionEnd(tx: Transaction, id: number, { isLocked }: { readonly isLocked: boolean }): Promise<SubscriptionEnd | undefined> {
  const { rows } = await tx.execute<Row>(sql`
    select s.id, t.title, holder.id as holder, holder.display_name as holder_name, t.is_free, t.price_cents, t.period, t.period_start, t.first_period, t.notice_months, s.start_date::text, s.end_date::text,
           s.invoiced_until_date::text, s.notice_date::text, s.end_reason, s.end_notes, (holder.status <> 'active' or holder.deceased_on is not null) as is_gone
      from subscriptions s
      join subscription_types t on t.id = s.type_id
      join relations holder on holder.id = s.relation_id
     where s.id = ${id} ${isLocked ? sql`for no key update of s` : sql``}`)
  return rows.map((row) => ({
    id: row.id, title: row.title, holder: row.holder, holderName: row.holder_name ?? '', noticeMonths: row.notice_months, isHolderGone: row.is_gone,
    terms: { priceCents: cents(Number(row.price_cents)), isFree: row.is_free, period: row.period, periodStart: row.period_start, firstPeriod: row.first_period ?? 'full' },
    startDate: day(row.start_date), endDate: dayOrNone(row.end_date), invoicedUntilDate: dayOrNone(row.invoiced_until_date), noticeDate: dayOrNone(row.notice_date),
    endReason: row.end_reason ?? undefined, endNotes: row.end_notes ?? undefined,
  }))[0]
}
