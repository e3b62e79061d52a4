import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import type { OnlineNews } from '../../src/domain/onlinePayment'
import type { ProviderEvent } from '../../src/online/provider'
import { linkOnlinePayment } from '../../src/operations/linkOnlinePayment'
import { startOnlinePayment, type StartOnlinePayment } from '../../src/operations/startOnlinePayment'
import { takeOnlineEvent } from '../../src/operations/takeOnlineEvent'
import type { OnlineTarget } from '../../src/store/onlinePayments'
import { reqOn, rowsOf } from '../setup/builders'
import { collectingStories, type CollectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { howMany } from '../setup/howMany'
import { newsOf, paymentEvent, payoutEvent } from '../setup/onlineWorld'

const today = day('2026-11-15')
const amountCents = cents(2_500)
const news = newsOf(amountCents)

let kring: BootedPayload
let stories: CollectingStories
let donor: number
let mandate: number
let fund: number
let pledge: number
let references = 0

beforeAll(async () => {
  kring = await bootPayload()
  stories = collectingStories(kring.payload)
  ;({ donor, mandate, fund } = await stories.donorAtOwnCreditor())
  pledge = await stories.build.pledge(donor, fund, { startDate: '2026-01-01', amountCents })
  const list = await stories.build.add('relation-lists', { title: 'Iedereen', criteria: { field: 'relation.type', operator: 'equals', value: 'person' } })
  await stories.build.add('donor-types', { position: 1, title: 'Particulieren', list })
})
afterAll(() => kring.destroy())

const rows = <Row extends Readonly<Record<string, unknown>>>(query: string, values: readonly unknown[] = []) => rowsOf<Row>(kring.payload, query, values)
const req = () => reqOn(kring.payload, today)
const newReference = (): string => `tr_${(references += 1)}`
const openInvoice = (total: number = amountCents) => stories.invoice(donor, mandate, total)
const start = async (reference: string, target: OnlineTarget, rest: Partial<StartOnlinePayment> = {}) =>
  startOnlinePayment(await req(), { provider: 'trial', reference, method: 'ideal', amountCents, target, description: 'Dank je wel', ...rest })
const take = async (event: ProviderEvent) => takeOnlineEvent(await req(), 'trial', event)
const tell = (reference: string, told: OnlineNews) => take(paymentEvent(reference, told))
const idOf = async (reference: string): Promise<number> => (await rows<{ id: number }>('select id from online_payments where provider_reference = $1', [reference]))[0]?.id ?? 0
const invoiceNow = async (id: number) => (await rows<{ open: number; status: string }>('select open_cents::int as open, status from invoices where id = $1', [id]))[0]

/** Everything that is known of a payment, without the numbers of its rows. */
async function knownOf(reference: string) {
  const [payment] = await rows<{ id: number }>(`
    select o.id, o.status, o.paid_on::text, o.refunded_on::text, o.method, o.description, o.invoice_id, o.pledge_id, o.fund_id, o.payer_id, p.amount_cents::int as payout
      from online_payments o left join online_payouts p on p.id = o.payout_id where o.provider_reference = $1`, [reference])
  if (!payment) return undefined
  const { id, ...known } = payment
  return {
    ...known,
    payments: await rows('select received_on::text as on, invoice_id, amount_cents::int as amount, reversal_of_id is not null as back from payments where online_payment_id = $1 order by id', [id]),
    donations: await rows('select received_on::text as on, donor_id, fund_id, pledge_id, amount_cents::int as amount, source, donor_type_id is not null as typed, reversal_of_id is not null as back from donations where online_payment_id = $1 order by id', [id]),
  }
}

describe('an online payment of an invoice (R-ONL-4)', () => {
  it('pays it once it was paid, and opens it again when it is refunded', async () => {
    const [reference, invoice] = [newReference(), await openInvoice(10_000)]
    await start(reference, { kind: 'invoice', id: invoice })
    expect(await invoiceNow(invoice)).toEqual({ open: 10_000, status: 'open' })
    expect([await tell(reference, news.paid), await tell(reference, news.paid)]).toEqual([{ outcome: 'taken' }, { outcome: 'known' }])
    expect(await invoiceNow(invoice)).toEqual({ open: 7_500, status: 'partiallyPaid' })
    await tell(reference, news.refunded)
    expect(await invoiceNow(invoice)).toEqual({ open: 10_000, status: 'open' })
    expect(await knownOf(reference)).toMatchObject({ status: 'refunded', payer_id: donor, payments: [{ on: '2026-11-03', amount: 2_500, back: false }, { on: '2026-11-10', amount: -2_500, back: true }] })
  })

  it('is at most what is open', async () => {
    const target = { kind: 'invoice', id: await openInvoice(2_499) } as const
    await expect(start(newReference(), target)).rejects.toMatchObject({ code: 'ONLINE_MORE_THAN_OPEN', params: { openCents: 2_499 } })
    await expect(start(newReference(), { kind: 'invoice', id: 999_999 })).rejects.toMatchObject({ code: 'ONLINE_TARGET_GONE' })
  })

  it('is booked all the same when the invoice was paid otherwise meanwhile: too much was paid, and it shows', async () => {
    const [reference, invoice] = [newReference(), await openInvoice()]
    await start(reference, { kind: 'invoice', id: invoice })
    await stories.build.add('payments', { invoice, receivedOn: '2026-11-02', amountCents })
    await tell(reference, news.paid)
    expect(await invoiceNow(invoice)).toEqual({ open: -2_500, status: 'paid' })
  })

  it('writes in the audit log what was booked', async () => {
    const [reference, invoice] = [newReference(), await openInvoice()]
    const { id } = await start(reference, { kind: 'invoice', id: invoice })
    await tell(reference, news.paid)
    expect(await rows('select subject, action, changes from audit_log where (subject = $1 and subject_id = $2) or (subject = $3 and changes @> $4) order by id', ['online-payments', id, 'payments', { onlinePayment: { to: id } }])).toEqual([
      { subject: 'online-payments', action: 'create', changes: { provider: { from: null, to: 'trial' }, reference: { from: null, to: reference }, amountCents: { from: null, to: 2_500 } } },
      { subject: 'online-payments', action: 'update', changes: { invoice: { from: null, to: invoice } } },
      { subject: 'online-payments', action: 'update', changes: { status: { from: 'open', to: 'paid' } } },
      { subject: 'payments', action: 'create', changes: { onlinePayment: { from: null, to: id }, amountCents: { from: null, to: 2_500 } } },
    ])
  })
})

describe('an online gift (R-ONL-4)', () => {
  it('to a fund is a donation of who paid, who is what kind of giver that day', async () => {
    const reference = newReference()
    await start(reference, { kind: 'fund', id: fund }, { payer: donor })
    await tell(reference, news.paid)
    expect(await knownOf(reference)).toMatchObject({ payments: [], donations: [{ on: '2026-11-03', donor_id: donor, fund_id: fund, pledge_id: null, amount: 2_500, source: 'online', typed: true, back: false }] })
  })

  it('to a fund by somebody unknown has no donor', async () => {
    const reference = newReference()
    await start(reference, { kind: 'fund', id: fund })
    await tell(reference, news.paid)
    expect(await knownOf(reference)).toMatchObject({ payer_id: null, donations: [{ donor_id: null, typed: false }] })
  })

  it('on a pledge is of its donor and its fund, and goes back by a counter entry', async () => {
    const reference = newReference()
    await start(reference, { kind: 'pledge', id: pledge })
    await tell(reference, news.paid)
    await tell(reference, news.refunded)
    expect(await knownOf(reference)).toMatchObject({ payer_id: donor, donations: [{ donor_id: donor, fund_id: fund, pledge_id: pledge, amount: 2_500 }, { on: '2026-11-10', pledge_id: pledge, amount: -2_500, typed: true, back: true }] })
  })
})

describe('what a provider tells', () => {
  it('of money that is not what was asked is a conflict: nothing is booked, and staff find it once', async () => {
    const reference = newReference()
    const { id } = await start(reference, { kind: 'fund', id: fund })
    const more = { ...news.paid, amountCents: cents(9_900) }
    expect([await tell(reference, more), await tell(reference, more)]).toEqual([{ outcome: 'conflict', code: 'ONLINE_AMOUNT_DIFFERS' }, { outcome: 'conflict', code: 'ONLINE_AMOUNT_DIFFERS' }])
    expect(await tell(reference, { ...news.paid, currency: 'USD' })).toEqual({ outcome: 'conflict', code: 'ONLINE_CURRENCY_DIFFERS' })
    expect(await knownOf(reference)).toMatchObject({ status: 'open', payments: [], donations: [] })
    expect(await rows(`select changes #> '{conflict,to}' as told from audit_log where subject_id = $1 and changes ? 'conflict' order by id`, [id])).toEqual([
      { told: { conflict: 'ONLINE_AMOUNT_DIFFERS', status: 'paid', amountCents: 9_900, currency: 'EUR' } }, { told: { conflict: 'ONLINE_CURRENCY_DIFFERS', status: 'paid', amountCents: 2_500, currency: 'USD' } },
    ])
  })

  it('of nothing that is known here is kept, for nothing yet, unless it is not in euros', async () => {
    const [paid, failed, dollars] = [newReference(), newReference(), newReference()]
    expect([await tell(paid, news.paid), await tell(failed, news.failed), await tell(dollars, { ...news.paid, currency: 'USD' })].map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'conflict'])
    expect(await knownOf(paid)).toMatchObject({ status: 'paid', paid_on: '2026-11-03', invoice_id: null, payments: [], donations: [] })
    expect(await knownOf(failed)).toMatchObject({ status: 'failed', fund_id: null })
    expect(await knownOf(dollars)).toBeUndefined()
  })

  it('ten times at once makes one payment, known or not', async () => {
    const [known, unknown, invoice] = [newReference(), newReference(), await openInvoice()]
    await start(known, { kind: 'invoice', id: invoice })
    const outcomes = await Promise.all([...Array<string>(10).fill(known), ...Array<string>(10).fill(unknown)].map((reference) => tell(reference, news.paid)))
    expect(outcomes.filter(({ outcome }) => outcome === 'taken')).toHaveLength(2)
    expect((await knownOf(known))?.payments).toHaveLength(1)
    expect(await invoiceNow(invoice)).toEqual({ open: 0, status: 'paid' })
    expect(await rows('select status from online_payments where provider_reference = $1', [unknown])).toEqual([{ status: 'paid' }])
  })

  it('ends the same in whatever order and however often it comes, before or after the payment was started', async () => {
    type Step = 'start' | 'payout' | keyof typeof news
    const end = async (target: OnlineTarget, steps: readonly Step[]) => {
      const reference = newReference()
      for (const step of steps) {
        if (step === 'start') await start(reference, target)
        else await (step === 'payout' ? take(payoutEvent(`po_${reference}`, [{ reference, amountCents }], 25)) : tell(reference, news[step]))
      }
      return knownOf(reference)
    }
    const targets: readonly OnlineTarget[] = [{ kind: 'invoice', id: await openInvoice(99_999_999) }, { kind: 'pledge', id: pledge }, { kind: 'fund', id: fund }]
    const step = fc.constantFrom<Step>('start', 'payout', 'paid', 'paid', 'refunded', 'failed', 'expired', 'cancelled')
    await fc.assert(fc.asyncProperty(fc.constantFrom(...targets), fc.array(step, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), async (target, steps, order) => {
      const shuffled = steps.map((one) => ({ one, place: order.next().value })).sort((a, b) => a.place - b.place).map(({ one }) => one)
      const known = await end(target, [...shuffled, ...steps])
      expect(await end(target, steps.toSorted())).toEqual(known)
      const booked = steps.includes('start') && (steps.includes('refunded') || steps.includes('paid')) ? (steps.includes('refunded') ? 2 : 1) : 0
      expect([...(known?.payments ?? []), ...(known?.donations ?? [])]).toHaveLength(booked)
    }), { numRuns: howMany(25, 400) })
  })
})

describe('a payment that was for nothing known (R-ONL-1)', () => {
  it.each(['invoice', 'pledge', 'fund'] as const)('is linked to an %s, which books it once, however often it is asked', async (kind) => {
    const reference = newReference()
    await tell(reference, news.paid)
    const id = await idOf(reference)
    const target = { kind, id: kind === 'invoice' ? await openInvoice() : kind === 'pledge' ? pledge : fund }
    const answers = await Promise.all(Array.from({ length: 5 }, async () => linkOnlinePayment(await req(), id, target)))
    expect(answers.map(({ booked }) => booked.length).sort()).toEqual([0, 0, 0, 0, 1])
    await expect(linkOnlinePayment(await req(), id, { kind: 'fund', id: 999 })).rejects.toMatchObject({ code: 'ONLINE_LINKED' })
    expect(await knownOf(reference)).toMatchObject({ [`${kind}_id`]: target.id, payer_id: kind === 'fund' ? null : donor, [kind === 'invoice' ? 'payments' : 'donations']: [{ amount: 2_500 }] })
  })

  it('and was refunded already is booked and taken back', async () => {
    const [reference, invoice] = [newReference(), await openInvoice()]
    await tell(reference, news.refunded)
    const id = await idOf(reference)
    expect((await linkOnlinePayment(await req(), id, { kind: 'invoice', id: invoice })).booked.map((one) => one.amountCents)).toEqual([2_500, -2_500])
    expect(await invoiceNow(invoice)).toEqual({ open: 2_500, status: 'open' })
  })

  it('is linked by the form that started it, when the provider was quicker; a reference serves one payment', async () => {
    const [reference, invoice] = [newReference(), await openInvoice()]
    await tell(reference, news.paid)
    expect(await start(reference, { kind: 'invoice', id: invoice })).toMatchObject({ status: 'paid' })
    expect(await invoiceNow(invoice)).toEqual({ open: 0, status: 'paid' })
    expect(await start(reference, { kind: 'invoice', id: invoice })).toMatchObject({ status: 'paid' })
    await expect(start(reference, { kind: 'fund', id: fund })).rejects.toMatchObject({ code: 'ONLINE_REFERENCE_DUPLICATE' })
    await expect(start(reference, { kind: 'invoice', id: invoice }, { amountCents: cents(1) })).rejects.toMatchObject({ code: 'ONLINE_REFERENCE_DUPLICATE' })
  })

  it('stays what it is when what is chosen is not there', async () => {
    const reference = newReference()
    await tell(reference, news.paid)
    const id = await idOf(reference)
    await expect(linkOnlinePayment(await req(), id, { kind: 'pledge', id: 999_999 })).rejects.toMatchObject({ code: 'ONLINE_TARGET_GONE' })
    await expect(linkOnlinePayment(await req(), 999_999, { kind: 'fund', id: fund })).rejects.toMatchObject({ code: 'ONLINE_GONE' })
  })
})

describe('a payout', () => {
  it('is kept once with its payments; what contradicts it changes nothing', async () => {
    const [one, other, later] = [newReference(), newReference(), newReference()]
    for (const reference of [one, other]) await start(reference, { kind: 'fund', id: fund })
    const parts = [one, later].map((reference) => ({ reference, amountCents }))
    expect([await take(payoutEvent('po_a', parts, 50)), await take(payoutEvent('po_a', parts, 50)), await take(payoutEvent('po_a', parts, 60))].map(({ outcome }) => outcome)).toEqual(['taken', 'known', 'conflict'])
    expect(await take(payoutEvent('po_b', [{ reference: one, amountCents }, { reference: other, amountCents: cents(1) }]))).toMatchObject({ outcome: 'conflict' })
    expect(await take({ ...payoutEvent('po_c', parts), currency: 'USD' })).toMatchObject({ outcome: 'conflict' })
    expect(await rows('select provider_reference as reference, amount_cents::int as amount, cost_cents::int as cost, status from online_payouts where provider_reference in ($1, $2, $3) order by 1', ['po_a', 'po_b', 'po_c'])).toEqual([
      { reference: 'po_a', amount: 4_950, cost: 50, status: 'open' }, { reference: 'po_b', amount: 2_501, cost: 0, status: 'open' },
    ])
    expect(await Promise.all([one, other, later].map(async (reference) => (await knownOf(reference)) as { payout?: number } | undefined))).toMatchObject([{ payout: 4_950 }, { payout: null }, { payout: 4_950, status: 'open' }])
  })

  it('of thousands of payments is one message', async () => {
    const parts = Array.from({ length: 5_000 }, (_, index) => ({ reference: `many_${index}`, amountCents: cents(100) }))
    await take(payoutEvent('po_many', parts, 100))
    expect(await rows('select count(*)::int as n from online_payments o join online_payouts p on p.id = o.payout_id where p.provider_reference = $1', ['po_many'])).toEqual([{ n: 5_000 }])
  })
})

describe('the database itself', () => {
  const stateOf = (statement: string, values: readonly unknown[]): Promise<string> => rows(statement, values).then(() => 'done', (error: { constraint?: string; message: string }) => error.constraint ?? error.message)

  it('keeps what was paid: not back, not another amount, not for something else, not booked twice, and never gone', async () => {
    const [reference, invoice, other] = [newReference(), await openInvoice(), await openInvoice()]
    await tell(reference, news.failed)
    const id = await idOf(reference)
    const pay = (of: number, amount: number) => stateOf('insert into payments (received_on, invoice_id, amount_cents, online_payment_id) values (current_date, $1, $2, $3)', [of, amount, id])
    const give = () => stateOf(`insert into donations (received_on, fund_id, amount_cents, source, online_payment_id) values (current_date, $1, 2500, 'online', $2)`, [fund, id])
    await rows('update online_payments set invoice_id = $2 where id = $1', [id, invoice])
    expect(await pay(invoice, 2_500)).toBe('payments_as_paid_online')
    await rows(`update online_payments set status = 'paid', paid_on = '2026-11-03' where id = $1`, [id])
    expect([await pay(other, 2_500), await pay(invoice, 2_499), await give()]).toEqual(['payments_as_paid_online', 'payments_as_paid_online', 'donations_as_paid_online'])
    expect([await pay(invoice, 2_500), await pay(invoice, 2_500)]).toEqual(['done', 'payments_once_online'])
    for (const change of [`status = 'open', paid_on = null`, `status = 'failed', paid_on = null`, `paid_on = '2026-11-04'`, 'amount_cents = 1', `invoice_id = ${other}`, `invoice_id = null, fund_id = ${fund}`]) {
      expect(await stateOf(`update online_payments set ${change} where id = $1`, [id])).toBe('online_payments_life_line')
    }
    expect(await stateOf(`insert into payments (received_on, invoice_id, amount_cents, online_payment_id, reversal_of_id) select received_on, invoice_id, -amount_cents, online_payment_id, id from payments where online_payment_id = $1`, [id])).toBe('payments_as_paid_online')
    expect(await stateOf('delete from online_payments where id = $1', [id])).toBe('append_only')
  })
})
