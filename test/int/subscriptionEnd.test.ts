import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cancelSubscription, proposedEnd, undoCancellation, type CancelSubscription } from '../../src/operations/cancelSubscription'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { buildersFor, reqOn, rowsOf, testIban, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let build: Builders
let people = 0

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
})
afterAll(() => kring.destroy())

type Data = Readonly<Record<string, unknown>>
const today = day('2026-11-20')
const req = (on = today) => reqOn(kring.payload, on)
const rows = <Row extends Data>(query: string, values: readonly unknown[] = []) => rowsOf<Row>(kring.payload, query, values)
const person = () => build.person(`Lid ${people += 1}`)
const type = (rest: Data = {}) => build.add('subscription-types', { title: `Type ${people += 1}`, priceCents: 6_000, period: 'year', ...rest })
const subscribed = async (rest: Data = {}, typeRest: Data = {}) => build.subscription(await person(), await type(typeRest), { startDate: '2025-01-15', ...rest })
const cancel = async (subscription: number, rest: Partial<CancelSubscription> = {}) => cancelSubscription(await req(), { subscription, noticeDate: today, reason: 'Verhuisd', today, ...rest })
const undo = async (subscription: number, on = today) => undoCancellation(await req(on), { subscription, today: on })
const endOf = async (id: number) => (await rows('select notice_date::text as notice, end_date::text as end, end_reason as reason, end_notes as notes from subscriptions where id = $1', [id]))[0]

describe('cancelling a subscription', () => {
  it('ends it after the notice, where the period ends, and writes down why', async () => {
    const subscription = await subscribed()
    expect(await proposedEnd(await req(), { subscription, noticeDate: today })).toBe('2027-01-15')
    expect(await cancel(subscription, { notes: 'Belde zelf' })).toEqual({ endDate: '2027-01-15', invoicedUntilDate: null, isInvoicedPastEnd: false })
    expect(await endOf(subscription)).toEqual({ notice: '2026-11-20', end: '2027-01-15', reason: 'Verhuisd', notes: 'Belde zelf' })
    expect(await rows("select changes->'endReason'->>'to' as reason from audit_log where subject = 'subscriptions' and subject_id = $1 and action = 'update'", [subscription])).toEqual([{ reason: 'Verhuisd' }])
  })

  it('may end on another day, and tells what was invoiced beyond it', async () => {
    const subscription = await subscribed()
    await invoiceSubscriptions(await req(), today)
    expect(await cancel(subscription, { endDate: day('2026-12-01') })).toEqual({ endDate: '2026-12-01', invoicedUntilDate: '2027-01-15', isInvoicedPastEnd: true })
  })

  it('works though its mandate is no more', async () => {
    const holder = await person()
    const mandate = await build.mandate(await build.creditor({ iban: testIban(81_000) }), holder)
    const subscription = await build.subscription(holder, await type(), { startDate: '2026-01-01', mandate })
    await rows("update mandates set status = 'terminated', ended_on = '2026-11-01' where id = $1", [mandate])
    expect(await cancel(subscription)).toMatchObject({ endDate: '2027-01-01' })
  })

  it.each([
    ['a notice that is still to come', { noticeDate: day('2026-11-21') }, 'NOTICE_IN_FUTURE'],
    ['an end before the start', { endDate: day('2025-01-15') }, 'END_BEFORE_START'],
    ['an end before the notice', { endDate: day('2026-11-19') }, 'END_BEFORE_NOTICE'],
  ])('refuses %s', async (_what, rest, code) => {
    const subscription = await subscribed()
    await expect(cancel(subscription, rest)).rejects.toMatchObject({ code })
    expect(await endOf(subscription)).toEqual({ notice: null, end: null, reason: null, notes: null })
  })

  it('refuses what has ended, what is cancelled and what does not exist', async () => {
    await expect(cancel(await subscribed({ endDate: '2026-11-20' }))).rejects.toMatchObject({ code: 'SUBSCRIPTION_ENDED', params: { date: '2026-11-20' } })
    await expect(cancel(await subscribed({ endDate: '2026-12-31' }))).rejects.toMatchObject({ code: 'SUBSCRIPTION_CANCELLED' })
    await expect(cancel(2_000_000_000)).rejects.toMatchObject({ code: 'SUBSCRIPTION_GONE' })
  })
})

describe('undoing a cancellation', () => {
  it('lets it go on as if it never was', async () => {
    const subscription = await subscribed()
    await invoiceSubscriptions(await req(), today)
    await cancel(subscription, { notes: 'x' })
    expect(await undo(subscription)).toEqual({ invoicedUntilDate: '2027-01-15', gapFrom: null, toInvoice: 0, toInvoiceCents: 0 })
    expect(await endOf(subscription)).toEqual({ notice: null, end: null, reason: null, notes: null })
    expect(await rows('select next_invoice_date::text as next from subscriptions where id = $1', [subscription])).toEqual([{ next: '2027-01-15' }])
  })

  it('after the end tells of the gap, and of what the next run asks for', async () => {
    const subscription = await subscribed({ startDate: '2026-01-01' }, { period: 'month', priceCents: 500 })
    await invoiceSubscriptions(await req(), today)
    await cancel(subscription, { endDate: day('2026-12-01') })
    const later = day('2027-02-10')
    expect(await undo(subscription, later)).toEqual({ invoicedUntilDate: '2026-12-01', gapFrom: '2026-12-01', toInvoice: 3, toInvoiceCents: 1_500 })
    await invoiceSubscriptions(await req(later), later)
    expect(await rows('select count(*)::int as count from invoices where subscription_id = $1 and invoice_date = $2', [subscription, later])).toEqual([{ count: 3 }])
  })

  it('is refused where nothing was cancelled, or nobody is left to hold it', async () => {
    const subscription = await subscribed()
    await expect(undo(subscription)).rejects.toMatchObject({ code: 'SUBSCRIPTION_NOT_CANCELLED' })
    await cancel(subscription)
    await rows("update relations set deceased_on = '2026-11-19' where id = (select relation_id from subscriptions where id = $1)", [subscription])
    await expect(undo(subscription)).rejects.toMatchObject({ code: 'SUBSCRIPTION_HOLDER_GONE' })
  })
})

describe('a subscription', () => {
  it('is collected under a mandate of who pays, not of who holds it', async () => {
    const [holder, payer] = [await person(), await person()]
    const creditor = await build.creditor({ iban: testIban(81_001) })
    const [ofHolder, ofPayer] = [await build.mandate(creditor, holder), await build.mandate(creditor, payer)]
    const kind = await type()
    const make = (mandate: number, rest: Data) => build.subscription(holder, kind, { startDate: '2026-01-01', mandate, ...rest })
    await expect(make(ofHolder, { payer })).rejects.toMatchObject({ data: { errors: [{ path: 'mandate' }] } })
    await make(ofPayer, { payer })
    await expect(make(ofPayer, {})).rejects.toMatchObject({ data: { errors: [{ path: 'mandate' }] } })
    await make(ofHolder, {})
  })

  it('needs an end with a notice', async () => {
    await expect(subscribed({ noticeDate: '2026-01-01' })).rejects.toMatchObject({ data: { errors: [{ path: 'endDate' }] } })
  })
})

describe('a subscription type', () => {
  it('costs something unless it is free', async () => {
    await expect(type({ priceCents: 0 })).rejects.toMatchObject({ data: { errors: [{ path: 'priceCents' }] } })
    await type({ priceCents: 0, isFree: true })
  })

  it('keeps where its periods begin once it was invoiced', async () => {
    const [kind, other] = [await type(), await type()]
    await build.subscription(await person(), kind, { startDate: '2026-01-01' })
    await invoiceSubscriptions(await req(), today)
    const change = (id: number, data: Data) => kring.payload.update({ collection: 'subscription-types', id, data })
    await expect(change(kind, { periodStart: 'calendar' })).rejects.toMatchObject({ data: { errors: [{ path: 'periodStart' }] } })
    await change(kind, { priceCents: 7_000 })
    await change(other, { period: 'month' })
  })
})
