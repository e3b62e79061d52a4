import { handleEndpoints } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { startOnlinePayment } from '../../src/operations/startOnlinePayment'
import type { OnlineTarget } from '../../src/store/onlinePayments'
import { findTargets, type LinkKind } from '../../views/OnlinePayment/findTargets'
import { apiOf, type Answer, type Api } from '../setup/api'
import { reqOn, rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { collectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { signedHeaders } from '../setup/onlineWorld'

const secret = 'geheim-van-zestien-tekens'
const today = day('2026-11-22')

let kring: BootedPayload
let cast: Cast
let apis: Readonly<Record<'finance' | 'fundraising' | 'administrator' | 'membership' | 'stranger', Api>>
let invoice: number
let pledge: number
const payments: Record<OnlineTarget['kind'] | 'nothing', number> = { invoice: 0, pledge: 0, fund: 0, nothing: 0 }

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  const api = (name: 'finance' | 'fundraising' | 'administrator' | 'membership'): Api => apiOf(kring, cast.users[name].token)
  apis = { finance: api('finance'), fundraising: api('fundraising'), administrator: api('administrator'), membership: api('membership'), stranger: apiOf(kring) }
  const { build, relations, funds } = cast
  invoice = await collectingStories(kring.payload).invoice(relations.anna, await build.mandate(await build.creditor(), relations.anna), 12_345)
  pledge = await build.pledge(relations.dina, funds.west, { startDate: '2026-01-01' })
  for (const [kind, id] of [['invoice', invoice], ['pledge', pledge], ['fund', funds.oost]] as const) payments[kind] = await started(kind, id)
  process.env['KRING_ONLINE_SECRETS'] = JSON.stringify({ trial: secret })
  await send(paidMessage('tr_nothing'))
  payments.nothing = Number((await rowsOf<{ id: number }>(kring.payload, 'select id from online_payments where provider_reference = $1', ['tr_nothing']))[0]?.id)
})
afterAll(() => {
  delete process.env['KRING_ONLINE_SECRETS']
  return kring.destroy()
})

const started = async (kind: OnlineTarget['kind'], id: number): Promise<number> =>
  (await startOnlinePayment(await reqOn(kring.payload, today), { provider: 'trial', reference: `tr_${kind}`, method: 'ideal', amountCents: cents(2_500), target: { kind, id }, description: '' })).id
const paidMessage = (reference: string, rest: object = {}) => ({ kind: 'payment', reference, status: 'paid', method: 'ideal', amountCents: 2_500, currency: 'EUR', paidAt: '2026-11-03T12:00:00Z', ...rest })

type Sending = { readonly provider?: string; readonly headers?: Record<string, string>; readonly body?: BodyInit; readonly at?: Date }

/** A message as a provider sends it: raw, without a session. */
async function send(message: object, { provider = 'trial', body = JSON.stringify(message), at, headers = signedHeaders(secret, String(body), at) }: Sending = {}): Promise<{ status: number; text: string }> {
  const request = new Request(`http://localhost:3000/api/online-payments/callback/${provider}`, { method: 'POST', headers, body, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) } as RequestInit)
  const response = await handleEndpoints({ config: kring.config, payloadInstanceCacheKey: kring.url, request })
  return { status: response.status, text: await response.text() }
}
const booked = async (reference: string) => Number((await rowsOf<{ n: string }>(kring.payload, `
  select count(*) as n from online_payments o where o.provider_reference = $1 and (exists (select from payments where online_payment_id = o.id) or exists (select from donations where online_payment_id = o.id))`, [reference]))[0]?.n)

describe('the callback of a provider', () => {
  it('that is signed is taken, and again with 200', async () => {
    expect(await send(paidMessage('tr_fund'))).toEqual({ status: 200, text: '{"outcome":"taken"}' })
    expect(await send(paidMessage('tr_fund'))).toEqual({ status: 200, text: '{"outcome":"known"}' })
    expect(await booked('tr_fund')).toBe(1)
  })

  it('from ten sides at once books once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(paidMessage('tr_pledge'))))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(await rowsOf(kring.payload, 'select donor_id as donor, amount_cents::int as amount from donations where pledge_id = $1', [pledge])).toEqual([{ donor: cast.relations.dina, amount: 2_500 }])
  })

  it('with another amount is answered as a conflict and books nothing', async () => {
    const { status, text } = await send(paidMessage('tr_invoice', { amountCents: 1 }))
    expect({ status, ...(JSON.parse(text) as object) }).toEqual({
      status: 200, outcome: 'conflict', code: 'ONLINE_AMOUNT_DIFFERS', message: 'De betaaldienst meldde een ander bedrag dan hier bekend is. Er is niets geboekt. Zoek de betaling op bij de betaaldienst.',
    })
    expect(await booked('tr_invoice')).toBe(0)
  })

  it.each<[string, number, () => Promise<{ status: number; text: string }>]>([
    ['a wrong signature', 401, () => send(paidMessage('tr_invoice'), { headers: signedHeaders('een-ander-geheim-van-iemand', JSON.stringify(paidMessage('tr_invoice'))) })],
    ['no signature', 401, () => send(paidMessage('tr_invoice'), { headers: { 'content-type': 'application/json' } })],
    ['a signature for another body', 401, () => send(paidMessage('tr_invoice'), { headers: signedHeaders(secret, '{}') })],
    ['a moment of an hour ago', 401, () => send(paidMessage('tr_invoice'), { at: new Date(Date.now() - 3_600_000) })],
    ['a provider that is not known', 404, () => send(paidMessage('tr_invoice'), { provider: 'mollie' })],
    ['a provider by a name of JavaScript', 404, () => send(paidMessage('tr_invoice'), { provider: 'constructor' })],
    ['more than a megabyte', 413, () => send({}, { body: 'x'.repeat(1_000_001) })],
    ['more than a megabyte, in pieces of which no length was told', 413, () => send({}, { body: endless(), headers: {} })],
    ['what is no JSON', 400, () => send({}, { body: '{"kind":' })],
    ['what is no UTF-8', 400, () => send({}, { body: new Uint8Array([0x7b, 0xff, 0xfe]), headers: signedHeaders(secret, '') })],
    ['an unknown status', 400, () => send(paidMessage('tr_invoice', { status: 'authorised' }))],
  ])('with %s is refused: %i, with a sentence and nothing booked', async (_what, expected, sending) => {
    const { status, text } = await sending()
    expect(status).toBe(expected)
    expect((JSON.parse(text) as { errors: { message: string }[] }).errors[0]?.message).toMatch(/^(Dit bericht|Betaaldienst) .*\.$/)
    expect(await booked('tr_invoice')).toBe(0)
  })

  it('of a provider without a secret is not there', async () => {
    delete process.env['KRING_ONLINE_SECRETS']
    expect((await send(paidMessage('tr_invoice'))).status).toBe(404)
    process.env['KRING_ONLINE_SECRETS'] = JSON.stringify({ trial: secret })
  })

  it('logs a conflict without who or what it was about', async () => {
    const logged: unknown[] = []
    const { warn } = kring.payload.logger
    kring.payload.logger.warn = (...given: unknown[]) => { logged.push(...given) }
    await send(paidMessage('tr_invoice', { amountCents: 2, description: 'Anna Bakker' }))
    kring.payload.logger.warn = warn
    expect(logged).toEqual(['A message of trial differs from what is known here: ONLINE_AMOUNT_DIFFERS'])
  })
})

const endless = (): ReadableStream => new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000)) })

describe('A42 Gekoppeld aan', () => {
  const labels = { invoice: 'Factuur 2020-000001', pledge: '', fund: 'Fonds Oost', nothing: 'Niet gekoppeld' }
  const linkedTo = ({ body }: Answer) => Object.fromEntries(body.docs.map((doc) => [doc.id, doc['linkedTo']]))
  const expected = async (opens: Readonly<Partial<Record<keyof typeof payments, number>>>) => {
    const [{ number = 0 } = {}] = await rowsOf<{ number: number }>(kring.payload, 'select number from pledges where id = $1', [pledge])
    const words = { ...labels, pledge: `Toezegging ${number} · Fonds West` }
    return Object.fromEntries(Object.entries(payments).map(([kind, id]) => [id, { kind, label: words[kind as keyof typeof words], id: opens[kind as keyof typeof payments] ?? null }]))
  }

  it('tells of every payment what it was for, and leads there; one that was for nothing is linked from there', async () => {
    expect(linkedTo(await apis.finance.get('/online-payments'))).toEqual(await expected({ invoice, pledge, fund: cast.funds.oost, nothing: payments.nothing }))
  })

  it('leads only to what the reader may read, and lets only those link who may', async () => {
    expect(linkedTo(await apis.fundraising.get('/online-payments'))).toEqual(await expected({ pledge, fund: cast.funds.oost, nothing: payments.nothing }))
    expect(linkedTo(await apis.administrator.get('/online-payments'))).toEqual(await expected({ invoice, pledge, fund: cast.funds.oost }))
    expect((await apis.membership.get('/online-payments')).status).toBe(403)
  })

  it('speaks the reader’s language, also of one payment and in GraphQL', async () => {
    const { body } = await apis.fundraising.get(`/online-payments/${payments.invoice}`, { 'accept-language': 'en' })
    expect((body as unknown as { linkedTo: object }).linkedTo).toEqual({ kind: 'invoice', label: 'Invoice 2020-000001', id: null })
    const { body: { data } } = await apis.fundraising.graphql('{ OnlinePayments(limit: 1, where: { providerReference: { equals: "tr_invoice" } }) { docs { linkedTo } } }')
    expect(data?.['OnlinePayments']?.docs).toEqual([{ linkedTo: { kind: 'invoice', label: 'Factuur 2020-000001', id: null } }])
  })

  it('gives away nothing of an invoice to who may not read it, however deep is asked', async () => {
    for (const answer of [await apis.fundraising.get('/online-payments?depth=2'), await apis.fundraising.get(`/online-payments/${payments.invoice}?depth=2`)]) expect(answer.text).not.toMatch(/12345|Contributie/)
    const deep = await apis.fundraising.graphql('{ OnlinePayments(limit: 10) { docs { id invoice { openCents description } } } }')
    expect(deep.text).not.toMatch(/12345|Contributie/)
    for (const where of ['where[invoice.openCents][greater_than]=1', 'where[invoice.number][like]=2020', 'sort=invoice.openCents']) {
      expect((await apis.fundraising.get(`/online-payments?${where}`)).status).toBe(400)
    }
  })

  it('is asked of the database once for a whole page', async () => {
    const queries: string[] = []
    const { query } = kring.payload.db.pool
    kring.payload.db.pool.query = ((...given: unknown[]) => { queries.push(JSON.stringify(given[0])); return (query as (...all: unknown[]) => unknown).apply(kring.payload.db.pool, given) }) as typeof query
    await apis.finance.get('/online-payments')
    kring.payload.db.pool.query = query
    expect(queries.filter((text) => text.includes('left join invoices'))).toHaveLength(1)
  })
})

describe('the form that links a payment', () => {
  const found = async (api: Api, kind: LinkKind, words: string) => {
    vi.stubGlobal('fetch', async (path: string) => {
      const { status, text } = await api.get(path.replace(/^\/api/, ''))
      return new Response(text, { status })
    })
    const answer = await findTargets(kind, words, 'nl')
    return answer.ok ? answer.data.map(({ id, label }) => `${id} ${label}`) : answer.message
  }
  afterEach(() => { vi.unstubAllGlobals() })

  it('finds an invoice by part of its number, a pledge by its number or its donor, a fund by its name', async () => {
    const [{ number = 0 } = {}] = await rowsOf<{ number: number }>(kring.payload, 'select number from pledges where id = $1', [pledge])
    const dina = [`${pledge} ${number} · Dina Smit · Fonds West · € 10,00`]
    expect([await found(apis.finance, 'invoice', '0-00000'), await found(apis.finance, 'invoice', '2021')]).toEqual([[`${invoice} 2020-000001 · Contributie`], []])
    expect([await found(apis.fundraising, 'pledge', ` ${number} `), await found(apis.fundraising, 'pledge', 'smit'), await found(apis.fundraising, 'pledge', 'a&b[=%')]).toEqual([dina, dina, []])
    expect(await found(apis.fundraising, 'fund', 'oost')).toEqual([`${cast.funds.oost} Fonds Oost`])
  })

  it('says what was refused', async () => {
    expect(await found(apis.fundraising, 'invoice', '2020')).toBe('Je hebt hier geen recht toe. Vraag het aan je functioneel beheerder.')
  })
})

describe('linking a payment that was for nothing', () => {
  const link = (api: Api, target: object) => api.post(`/online-payments/${payments.nothing}/link`, { target })

  it('is for who may read what it is linked to', async () => {
    expect((await link(apis.fundraising, { invoice })).status).toBe(403)
    expect([(await link(apis.administrator, { pledge })).status, (await link(apis.stranger, { pledge })).status]).toEqual([403, 401])
  })

  it.each([[{}], [{ invoice: 1, fund: 1 }], [{ invoice: 'x' }], ['invoice']])('asks for one thing: %j is refused', async (target) => {
    expect((await link(apis.finance, target as object)).status).toBe(400)
  })

  it('books it, and then it stays', async () => {
    expect(await link(apis.finance, { invoice })).toMatchObject({ status: 200, body: { booked: [{ subject: 'payments', amountCents: 2_500 }] } })
    expect(await link(apis.finance, { invoice })).toMatchObject({ status: 200, body: { booked: [] } })
    expect(await link(apis.finance, { pledge })).toMatchObject({ status: 400, body: { errors: [{ message: 'Deze betaling is al ergens aan gekoppeld. Ververs de pagina om te zien waaraan.' }] } })
    expect((await apis.finance.get(`/invoices/${invoice}`)).body['openCents']).toBe(9_845)
  })
})

describe('starting a payment', () => {
  const start = (api: Api, rest: object = {}) => api.post('/online-payments/start', { provider: 'trial', reference: 'tr_new', method: 'card', amountCents: 1_000, target: { fund: cast.funds.oost }, payer: cast.relations.anna, ...rest })

  it('gives the row, the same when asked again', async () => {
    const first = await start(apis.fundraising)
    expect(first).toMatchObject({ status: 200, body: { status: 'open' } })
    expect((await start(apis.fundraising)).body).toEqual(first.body)
    expect((await start(apis.finance, { amountCents: 2_000 })).status).toBe(409)
  })

  it.each([
    ['a provider that is not switched on', { provider: 'mollie' }, 400], ['no target', { target: {} }, 400], ['a reference with a space', { reference: 'tr new' }, 400], ['an amount of nothing', { amountCents: 0 }, 400],
    ['more than is open', { reference: 'tr_much', amountCents: 99_999, target: { invoice: 1 } }, 400], ['a payer who is not there', { reference: 'tr_who', payer: 999_999 }, 400],
  ])('with %s is refused', async (_what, rest, status) => {
    expect(await start(apis.finance, rest)).toMatchObject({ status, body: { errors: [{ message: expect.stringMatching(/\.$/) as string }] } })
  })

  it('for an invoice is not for fundraising', async () => {
    expect((await start(apis.fundraising, { reference: 'tr_inv', target: { invoice } })).status).toBe(403)
  })
})
