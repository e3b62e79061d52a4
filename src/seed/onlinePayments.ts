import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { addDays, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { OnlineNews } from '../domain/onlinePayment'
import { startOnlinePayment } from '../operations/startOnlinePayment'
import { takeOnlineEvent } from '../operations/takeOnlineEvent'
import { transactionOf, type Transaction } from '../store/transaction'
import { generalFundCode } from './structure'
import { readWorld } from './world'

const provider = 'trial'

/** A few online payments of the last days, each another story: an invoice, a gift, one that failed, and one of which nobody knows what it was for. */
export async function payOnline(req: PayloadRequest, today: LocalDate): Promise<void> {
  const tx = await transactionOf(req)
  if (await hasOnlinePayments(tx)) return
  const fund = (await readWorld(req)).funds.get(generalFundCode) ?? 0
  const story: Story = { req, fund, paidOn: addDays(today, -3) }
  await payAnInvoice(story, tx)
  await give(story, 'tr_demo_gift', 'paid')
  await give(story, 'tr_demo_failed', 'failed')
  await tell(story, 'tr_demo_unknown', newsOf(story, 'paid', cents(3_500)))
  const [costCents, paidCents] = [cents(70), cents(5_000)]
  await takeOnlineEvent(req, provider, {
    kind: 'payout', reference: 'PO-DEMO-1', currency: 'EUR', amountCents: cents(paidCents - costCents), costCents, payments: [{ reference: 'tr_demo_gift', amountCents: paidCents }],
  })
}

type Story = { readonly req: PayloadRequest; readonly fund: number; readonly paidOn: LocalDate }

async function hasOnlinePayments(tx: Transaction): Promise<boolean> {
  return (await tx.execute(sql`select from online_payments limit 1`)).rows.length > 0
}

/** The latest invoice that somebody pays without direct debit, where there is one. */
async function payAnInvoice(story: Story, tx: Transaction): Promise<void> {
  const { rows: [open] } = await tx.execute<{ id: number; open_cents: string; number: string }>(sql`
    select id, open_cents, number from invoices where kind = 'invoice' and mandate_id is null and open_cents > 0 order by number desc limit 1`)
  if (!open) return
  const amountCents = cents(Number(open.open_cents))
  await startOnlinePayment(story.req, { provider, reference: 'tr_demo_invoice', method: 'ideal', amountCents, target: { kind: 'invoice', id: open.id }, description: `Factuur ${open.number}` })
  await tell(story, 'tr_demo_invoice', newsOf(story, 'paid', amountCents))
}

async function give(story: Story, reference: string, status: 'paid' | 'failed'): Promise<void> {
  const amountCents = cents(5_000)
  await startOnlinePayment(story.req, { provider, reference, method: 'ideal', amountCents, target: { kind: 'fund', id: story.fund }, description: 'Gift via de website' })
  await tell(story, reference, newsOf(story, status, amountCents))
}

const newsOf = ({ paidOn }: Story, status: 'paid' | 'failed', amountCents: Cents): OnlineNews =>
  (status === 'paid' ? { status, amountCents, currency: 'EUR', paidOn } : { status, amountCents, currency: 'EUR' })

const tell = ({ req }: Story, reference: string, news: OnlineNews): Promise<unknown> => takeOnlineEvent(req, provider, { kind: 'payment', reference, method: 'ideal', description: '', news })
