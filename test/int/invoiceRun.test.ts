import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { invoiceRunPage, previewInvoiceRun } from '../../src/operations/previewInvoiceRun'
import { confirmPrinted, sendInvoices } from '../../src/operations/sendInvoices'
import { sendQueuedMail } from '../../src/operations/sendQueuedMail'
import { buildersFor, reqOn, rowsOf, testIban, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { invoicePapers } from '../../src/operations/invoicePapers'
import { inTransaction } from '../../src/store/transaction'

let kring: BootedPayload
let build: Builders
let people = 0

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
})
afterAll(() => kring.destroy())

type Data = Readonly<Record<string, unknown>>
const person = (rest: Data = {}): Promise<number> => build.person(`Lid ${people += 1}`, rest)
const type = (rest: Data): Promise<number> => build.add('subscription-types', { title: `Type ${people += 1}`, priceCents: 6_000, period: 'year', ...rest })
const req = (today: string) => reqOn(kring.payload, day(today))
const run = async (today: string, idempotencyKey?: string) => invoiceSubscriptions(await req(today), day(today), { idempotencyKey })
const rows = <Row extends Data>(query: string, values: readonly unknown[] = []) => rowsOf<Row>(kring.payload, query, values)
type InvoiceRow = { number: string; debtor: number; total: number; vat: number; due: string; period: string; mandate: number | null; instalments: number; collectionDay: number | null; method: string; lines: number; line: Data }
const invoicesOf = (subscription: number) => rows<InvoiceRow>(`
  select number, debtor_id as debtor, total_cents::int as total, vat_cents::int as vat, due_date::text as due, period_start_date || '/' || period_end_date as period, mandate_id as mandate, instalment_count as instalments,
         collection_day as "collectionDay", send_method as method, (select count(*)::int from invoice_lines where invoice_id = i.id) as lines,
         (select jsonb_build_object('amount', amount_cents, 'vat', vat, 'vatCents', vat_cents, 'ledger', ledger_account, 'centre', cost_centre, 'description', description) from invoice_lines where invoice_id = i.id) as line
    from invoices i where subscription_id = $1 order by number`, [subscription])
const datesOf = async (subscription: number) => (await rows('select invoiced_until_date::text as until, last_invoice_date::text as last, next_invoice_date::text as next from subscriptions where id = $1', [subscription]))[0]

describe('the invoice run', () => {
  it('takes from type and subscription all that the invoice and its line need', async () => {
    const [holder, payer] = [await person(), await person()]
    const creditor = await build.creditor({ iban: testIban(80_001) })
    const mandate = await build.mandate(creditor, payer)
    const subscription = await build.subscription(holder, await type({ priceCents: 12_100, vat: 'high', ledgerAccount: '8000', costCentre: 'K1', paymentTermDays: 30 }), {
      startDate: '2026-01-31', payer, mandate, instalmentCount: 4, collectionDay: 27, sendMethod: 'post' })
    await run('2026-02-01')
    expect(await invoicesOf(subscription)).toEqual([{
      number: expect.stringMatching(/^2026-\d{6}$/), debtor: payer, total: 12_100, vat: 2_100, due: '2026-03-03', period: '2026-01-31/2027-01-31', mandate, instalments: 4, collectionDay: 27, method: 'post', lines: 1,
      line: { amount: 12_100, vat: 'high', vatCents: 2_100, ledger: '8000', centre: 'K1', description: expect.stringContaining('31 jan 2026 t/m 30 jan 2027') },
    }])
    expect(await datesOf(subscription)).toEqual({ until: '2027-01-31', last: '2026-02-01', next: '2027-01-31' })
  })

  it('A52: shows the last and the next invoice date, each counted from the start', async () => {
    const subscription = await build.subscription(await person(), await type({ period: 'month' }), { startDate: '2024-01-31' })
    expect(await datesOf(subscription)).toEqual({ until: null, last: null, next: '2024-01-31' })
    await run('2024-01-31')
    expect(await datesOf(subscription)).toEqual({ until: '2024-02-29', last: '2024-01-31', next: '2024-02-29' })
    await run('2024-02-29')
    expect(await datesOf(subscription)).toEqual({ until: '2024-03-31', last: '2024-02-29', next: '2024-03-31' })
    await kring.payload.update({ collection: 'subscriptions', id: subscription, data: { endDate: '2024-03-31' } })
    expect(await datesOf(subscription)).toMatchObject({ next: null })
    await run('2024-12-31')
    expect(await invoicesOf(subscription)).toHaveLength(2)
  })

  it('asks nothing for a free first part, and the full price from the calendar on', async () => {
    const subscription = await build.subscription(await person(), await type({ periodStart: 'calendar', firstPeriod: 'free' }), { startDate: '2025-10-15' })
    expect(await run('2025-10-15')).toEqual({ invoices: 0, totalCents: 0, remarks: { free: 1 } })
    expect(await datesOf(subscription)).toEqual({ until: '2026-01-01', last: null, next: '2026-01-01' })
    expect(await run('2026-01-01')).toEqual({ invoices: 1, totalCents: 6_000 })
  })

  it('never invoices a free type, the dead or the archived, whether they hold or pay, and tells of them', async () => {
    const start = { startDate: '2022-05-01' }
    const [dead, away, alive] = [await person({ deceasedOn: '2022-04-01' }), await person({ status: 'archived' }), await person()]
    const kind = await type({})
    const passedOver = [await build.subscription(dead, kind, start), await build.subscription(alive, kind, { ...start, payer: dead }), await build.subscription(away, kind, start), await build.subscription(alive, kind, { ...start, payer: away })]
    await build.subscription(alive, await type({ isFree: true, priceCents: 0 }), start)
    const preview = await previewInvoiceRun(await req('2022-05-01'), day('2022-05-01'))
    expect(preview).toMatchObject({ subscriptions: 4, invoices: 0, totalCents: 0, types: [], remarks: { deceased: 2, archived: 2 } })
    expect(await run('2022-05-01')).toEqual({ invoices: 0, totalCents: 0, remarks: { deceased: 2, archived: 2 } })
    for (const subscription of passedOver) expect(await invoicesOf(subscription)).toEqual([])
    await rows('update subscriptions set end_date = start_date + 1, invoiced_until_date = start_date + 1 where id = any($1)', [passedOver])
  })

  it('under one key gives the first answer again, and under it nothing else', async () => {
    const key = randomUUID()
    await build.subscription(await person(), await type({}), { startDate: '2023-06-01' })
    const first = await run('2023-06-01', key)
    expect(first).toEqual({ invoices: 1, totalCents: 6_000 })
    expect(await run('2023-06-01', key)).toEqual(first)
    await expect(run('2023-06-02', key)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_DUPLICATE' })
  })

  it('numbers thousands without gaps in order of the subscriptions, and shows each in the preview first', async () => {
    const debtor = await person()
    const kind = await type({ period: 'month', priceCents: 100, vat: 'low' })
    await rows("insert into subscriptions (relation_id, type_id, start_date, send_method) select $1, $2, '2021-01-01'::date + n % 40, 'none' from generate_series(1, 6000) n", [debtor, kind])
    const today = day('2021-02-15')
    const preview = await previewInvoiceRun(await req(today), today)
    const pages = []
    for (let page = 1; page <= 7; page += 1) pages.push(...(await invoiceRunPage(await req(today), today, { sort: 'date', page, pageSize: 1_000 })).subscriptions)
    const made = await run(today)
    expect(preview).toMatchObject({ subscriptions: 6_000, invoices: made.invoices, totalCents: made.totalCents, types: [{ type: kind, invoices: made.invoices, totalCents: made.totalCents }] })
    const invoices = await rows<{ number: string; key: string }>(`
      select number, subscription_id || ' ' || period_start_date || '/' || period_end_date || ' ' || total_cents || ' ' || vat_cents || ' ' || description || ' ' || due_date as key from invoices where number like '2021-%' order by number`)
    const planned = pages.flatMap((one) => one.invoices.map((invoice) => `${invoice.subscription} ${invoice.periodStartDate}/${invoice.periodEndDate} ${invoice.totalCents} ${invoice.vatCents} ${invoice.description} ${invoice.dueDate}`))
    expect(invoices.map(({ key }) => key).toSorted()).toEqual(planned.toSorted())
    expect(invoices.map(({ number }) => number)).toEqual(Array.from({ length: made.invoices }, (_, index) => `2021-${String(index + 1).padStart(6, '0')}`))
    expect(await rows(`select count(*)::int as count from (select subscription_id, lag(subscription_id) over (order by number) as before from invoices where number like '2021-%') n where subscription_id < before`)).toEqual([{ count: 0 }])
    expect(await rows("select count(*)::int as count from audit_log where subject = 'invoices' and action = 'create' and subject_id in (select id from invoices where number like '2021-%')")).toEqual([{ count: made.invoices }])
    await rows("update subscriptions set end_date = start_date + 1 where type_id = $1", [kind])
  })

  it('finds in the preview by name, type and remark', async () => {
    const [nameless, silent] = [await build.person('Zoekmij', { emails: [] }), await build.person('Zoekmij Ook')]
    const [kind, creditor] = [await type({}), await build.creditor({ iban: testIban(80_002) })]
    const mandate = await build.mandate(creditor, silent)
    await build.subscription(nameless, kind, { startDate: '2027-03-01' })
    await build.subscription(silent, kind, { startDate: '2027-03-01', mandate })
    await rows("update mandates set status = 'blocked', block_reason = 'storno' where id = $1", [mandate])
    const today = day('2027-03-01')
    const page = async (rest: Data) => (await invoiceRunPage(await req(today), today, { sort: 'name', page: 1, pageSize: 10, ...rest })).subscriptions.map(({ debtorName, remarks }) => `${debtorName} ${remarks.join()}`)
    expect(await page({ search: 'zoekmij' })).toEqual(['Zoekmij noMailAddress', 'Zoekmij Ook mandateNotActive'])
    expect(await page({ type: kind })).toHaveLength(2)
    expect(await page({ type: kind, remark: 'noMailAddress' })).toEqual(['Zoekmij noMailAddress'])
    expect(await page({ type: kind, remark: 'mandateNotActive' })).toEqual(['Zoekmij Ook mandateNotActive'])
    expect(await page({ search: '100%_' })).toEqual([])
    await run(today)
  })
})

/** What a mail server on this machine receives when the mail is sent. */
async function deliver(mail: number): Promise<string> {
  const chunks: Buffer[] = []
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false, onData: (stream, _session, done) => {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => done())
  } })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await sendQueuedMail(await req('2030-01-01'), { mail, smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` })
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return Buffer.concat(chunks).toString('utf8')
}

describe('sending', () => {
  const today = day('2030-01-01')
  const send = async (invoices?: readonly number[]) => sendInvoices(await req(today), { invoices, today })
  const invoiced = async (holder: number, sendMethod: string): Promise<number> => {
    await build.subscription(holder, await type({}), { startDate: today, sendMethod })
    await run(today)
    return (await rows<{ id: number }>('select max(id) as id from invoices'))[0]?.id ?? 0
  }

  it('mails each invoice once with itself attached, waits with the post, and tells whom it cannot reach', async () => {
    await rows('update invoices set sent_on = invoice_date where sent_on is null')
    await rows('update subscriptions set end_date = start_date + 1 where end_date is null')
    const mailed = await invoiced(await person({ firstName: 'Wim <b>' }), 'mail')
    const unreachable = await invoiced(await person({ emails: [] }), 'mail')
    const [posted, kept] = [await invoiced(await person(), 'post'), await invoiced(await person(), 'none')]
    const answers = await Promise.all([send(), send()])
    expect(answers.map((answer) => answer.mailed).toSorted()).toEqual([0, 1])
    expect(answers[0]).toMatchObject({ toPrint: 1, leftCount: 1, left: [{ invoice: unreachable, reason: 'noMailAddress' }] })
    const mails = await rows<{ id: number; body: string; status: string }>('select id, body, status from mails where invoice_id = $1', [mailed])
    expect(mails).toEqual([{ id: expect.any(Number), body: expect.stringContaining('Wim &lt;b&gt;'), status: 'queued' }])
    expect(await rows("select count(*)::int as count from pgboss.job where name = 'send-mail' and (data->>'mail')::int = $1", [mails[0]?.id])).toEqual([{ count: 1 }])
    expect(await rows('select id, sent_on::text as sent from invoices where id = any($1) order by id', [[mailed, unreachable, posted, kept]])).toEqual([
      { id: mailed, sent: '2030-01-01' }, { id: unreachable, sent: null }, { id: posted, sent: null }, { id: kept, sent: null }])
    expect(await confirmPrinted(await req(today), { invoices: [posted, unreachable, kept], today })).toEqual({ confirmed: 1 })
    expect(await confirmPrinted(await req(today), { invoices: [posted], today })).toEqual({ confirmed: 0 })
    const received = await deliver(mails[0]?.id ?? 0)
    expect(received).toContain('Content-Type: application/pdf')
    expect(received).toContain(Buffer.from('%PDF-1').toString('base64').slice(0, 8))
    expect(await rows('select status from mails where invoice_id = $1', [mailed])).toEqual([{ status: 'sent' }])
  })

  it('of an invoice that is collected is the notice of its debits, by mail and by post', async () => {
    const creditor = await build.creditor({ iban: testIban(80_003) })
    const invoicedDebit = async (sendMethod: string): Promise<number> => {
      const holder = await person()
      await build.subscription(holder, await type({}), { startDate: today, sendMethod, mandate: await build.mandate(creditor, holder), instalmentCount: 2, collectionDay: 31 })
      await run(today)
      return (await rows<{ id: number }>('select max(id) as id from invoices'))[0]?.id ?? 0
    }
    const noticesOf = (invoice: number) => rows('select announced_on::text as on, first_date::text as date, amount_cents::int as amount, channel, mail_id is not null as "hasMail" from pre_notifications where invoice_id = $1 order by id', [invoice])
    const expected = (hasMail: boolean) => [{ on: today, date: '2030-01-31', amount: 3_000, channel: 'invoice', hasMail }, { on: today, date: '2030-02-28', amount: 3_000, channel: 'invoice', hasMail }]
    const [mailed, posted] = [await invoicedDebit('mail'), await invoicedDebit('post')]
    await send([mailed, posted])
    expect([await noticesOf(mailed), await noticesOf(posted)]).toEqual([expected(true), []])
    await confirmPrinted(await req(today), { invoices: [posted], today })
    expect(await noticesOf(posted)).toEqual(expected(false))
  })

  it('keeps what stood on it, whatever its debtor and their account become later', async () => {
    const creditor = await build.creditor({ iban: testIban(80_004) })
    const holder = await person()
    const mandate = await build.mandate(creditor, holder)
    await build.subscription(holder, await type({}), { startDate: today, sendMethod: 'mail', mandate })
    await run(today)
    const invoice = (await rows<{ id: number }>('select max(id) as id from invoices'))[0]?.id ?? 0
    const paper = async () => (await inTransaction(await req(today), (tx) => invoicePapers(tx, [invoice]))).bytes
    await send([invoice])
    const sent = await paper()
    await rows("update relations set display_name = 'Iemand anders', address_town = 'Elders' where id = $1", [holder])
    await rows('update mandates set iban = $2 where id = $1', [mandate, testIban(80_005)])
    expect(Buffer.compare(await paper(), sent)).toBe(0)
    await expect(rows('delete from invoice_papers where invoice_id = $1', [invoice])).rejects.toMatchObject({ constraint: 'append_only' })
  })
})
