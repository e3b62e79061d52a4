import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { textOf } from '../../src/i18n/text'
import { creditInvoice } from '../../src/operations/creditInvoice'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { invoicePapers } from '../../src/operations/invoicePapers'
import { readConnection } from '../../src/store/transaction'
import { reqOn, rowsOf } from '../setup/builders'
import { collectingStories, type CollectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let collecting: CollectingStories
let types = 0

beforeAll(async () => {
  kring = await bootPayload()
  collecting = collectingStories(kring.payload)
})
afterAll(() => kring.destroy())

type Data = Readonly<Record<string, unknown>>
const today = day('2026-02-01')
const req = () => reqOn(kring.payload, today)
const rows = <Row extends Data>(query: string, values: readonly unknown[] = []) => rowsOf<Row>(kring.payload, query, values)
const credit = async (invoice: number, rest: { readonly amountCents?: number; readonly idempotencyKey?: string } = {}) => creditInvoice(await req(), { invoice, reason: 'Te veel gevraagd', today, ...rest })
const stateOf = async (invoice: number) => (await rows('select credited_cents::int as credited, open_cents::int as open, status from invoices where id = $1', [invoice]))[0]

/** An invoice of 121.00 with 21.00 VAT, in so many instalments where there are any. */
async function invoiced(instalments = 0) {
  const { creditor, donor, mandate } = await collecting.donorAtOwnCreditor()
  const type = await collecting.build.add('subscription-types', { title: `Cursus ${types += 1}`, priceCents: 12_100, period: 'year', vat: 'high', ledgerAccount: '8000' })
  const subscription = await collecting.build.subscription(donor, type, { startDate: today, ...(instalments > 0 ? { mandate, instalmentCount: instalments } : {}) })
  await invoiceSubscriptions(await req(), today)
  const [invoice] = await rows<{ id: number; number: string }>('select id, number from invoices where subscription_id = $1', [subscription])
  return { id: invoice?.id ?? 0, number: invoice?.number ?? '', subscription, creditor }
}

describe('a credit note', () => {
  it('takes a whole invoice back, with lines and VAT, under a number of its own series', async () => {
    const { id, number, subscription } = await invoiced()
    const credited = await credit(id)
    expect(credited).toMatchObject({ number: expect.stringMatching(/^C2026-\d{6}$/), creditedCents: 12_100, openCents: 0, cancelled: 0, underWay: 0 })
    expect(await stateOf(id)).toEqual({ credited: 12_100, open: 0, status: 'credited' })
    expect(await rows('select kind, credit_of_id, total_cents::int as total, vat_cents::int as vat, open_cents::int as open, status, description from invoices where id = $1', [credited.creditNote])).toEqual([
      { kind: 'credit', credit_of_id: id, total: -12_100, vat: -2_100, open: 0, status: 'credited', description: `Creditfactuur bij ${number}: Te veel gevraagd` }])
    expect(await rows('select position, amount_cents::int as amount, vat_cents::int as vat, ledger_account from invoice_lines where invoice_id = $1', [credited.creditNote])).toEqual([{ position: 1, amount: -12_100, vat: -2_100, ledger_account: '8000' }])
    expect(await rows('select last_invoice_date from subscriptions where id = $1', [subscription])).toEqual([{ last_invoice_date: null }])
    expect((await invoicePapers(readConnection(await req()), [credited.creditNote])).bytes.subarray(0, 5).toString()).toBe('%PDF-')
    await expect(credit(id)).rejects.toMatchObject({ code: 'INVOICE_CREDITED' })
    await expect(credit(credited.creditNote)).rejects.toMatchObject({ code: 'CREDIT_OF_CREDIT' })
  })

  it('takes parts back until nothing is left, with exactly the VAT that was asked', async () => {
    const { id } = await invoiced()
    for (const amountCents of [3_333, 3_333, 3_333]) await credit(id, { amountCents })
    expect(await stateOf(id)).toEqual({ credited: 9_999, open: 2_101, status: 'partiallyPaid' })
    await expect(credit(id, { amountCents: 2_102 })).rejects.toMatchObject({ code: 'CREDIT_TOO_MUCH', params: { leftCents: 2_101 } })
    expect([textOf('nl', { code: 'CREDIT_TOO_MUCH', params: { leftCents: 2_101 } }), textOf('en', { code: 'CREDIT_TOO_MUCH', params: { leftCents: 2_101 } })]).toEqual([expect.stringContaining('€ 21,01'), expect.stringContaining('€21.01')])
    await expect(credit(id, { amountCents: 0 })).rejects.toMatchObject({ code: 'CREDIT_NOTHING' })
    await credit(id)
    expect(await stateOf(id)).toEqual({ credited: 12_100, open: 0, status: 'credited' })
    expect(await rows('select sum(total_cents)::int as total, sum(vat_cents)::int as vat from invoices where credit_of_id = $1', [id])).toEqual([{ total: -12_100, vat: -2_100 }])
  })

  it('is made once, however often it is asked for under one key, and never for more than there is', async () => {
    const [{ id }, idempotencyKey] = [await invoiced(), randomUUID()]
    const answers = await Promise.all(Array.from({ length: 4 }, () => credit(id, { amountCents: 7_000, idempotencyKey })))
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
    const more = await Promise.allSettled([credit(id, { amountCents: 5_000 }), credit(id, { amountCents: 5_000 }), credit(id, { amountCents: 5_000 })])
    expect(more.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await stateOf(id)).toMatchObject({ credited: 12_000, open: 100 })
    expect(await rows("select count(*)::int = max(substring(number from 7)::int) as is_gapless from invoices where kind = 'credit'")).toEqual([{ is_gapless: true }])
  })

  it('R-INV-2: takes planned debits along, the last instalments first', async () => {
    const { id, creditor } = await invoiced(4)
    await collecting.generate(today, '2026-06-30')
    await credit(id, { amountCents: 5_000 })
    expect((await collecting.instructionsAt(creditor)).filter(({ status }) => status === 'planned').map(({ instalment, amount }) => [instalment, amount])).toEqual([[1, 3_025], [2, 3_025], [3, 1_050]])
    const other = await invoiced(2)
    await collecting.generate('2026-02-01', '2026-03-31')
    await rows("update mandates set status = 'terminated', ended_on = '2026-02-01' where creditor_id = $1", [other.creditor])
    expect(await credit(id)).toMatchObject({ openCents: 0, cancelled: 3, underWay: 0 })
    expect((await collecting.instructionsAt(creditor)).every(({ status }) => status === 'cancelled')).toBe(true)
  })

  it('tells of a debit that the bank has already', async () => {
    const { id, creditor } = await invoiced(1)
    await collecting.generate(today, '2026-03-31')
    await collecting.batch(creditor, today)
    expect(await credit(id)).toMatchObject({ openCents: 0, cancelled: 0, underWay: 1 })
  })

  it('of an invoice that does not exist is refused', async () => {
    await expect(credit(2_000_000_000)).rejects.toMatchObject({ code: 'INVOICE_GONE' })
  })
})
