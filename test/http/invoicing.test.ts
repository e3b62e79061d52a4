import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths, amsterdamDate } from '../../src/domain/localDate'
import { apiOf, type Answer, type Api } from '../setup/api'
import { buildersFor, rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

/* The doors of invoicing: who may pass, what is refused with which sentence, and a month as finance does it. */
const today = amsterdamDate(new Date())
const nowhere = 2_000_000_000

let kring: BootedPayload
let finance: Api
let membership: Api
let fundraising: Api
let stranger: Api
let subscription: number

beforeAll(async () => {
  kring = await bootPayload()
  const build = buildersFor(kring.payload)
  const [first, second, third] = [await build.user('finance', { role: 'finance' }), await build.user('membership', { role: 'membership' }), await build.user('fundraising', { role: 'fundraising' })]
  ;[finance, membership, fundraising, stranger] = [apiOf(kring, first.token), apiOf(kring, second.token), apiOf(kring, third.token), apiOf(kring)]
  await kring.payload.delete({ collection: 'role-assignments', where: { and: [{ user: { equals: first.id } }, { role: { equals: 'administrator' } }] } })
  const type = await build.add('subscription-types', { title: 'Contributie', priceCents: 6_000, period: 'year' })
  subscription = await build.subscription(await build.person('Bakker'), type, { startDate: addMonths(today, -3) })
})
afterAll(() => kring.destroy())

const sentenceOf = ({ body }: Answer): string => body.errors?.map(({ message }) => message).join(' ')
const dutch = { 'accept-language': 'nl' }
const invoiceId = async (): Promise<number> => (await rowsOf<{ id: number }>(kring.payload, "select min(id) as id from invoices where kind = 'invoice'"))[0]?.id ?? 0

describe('the doors of invoicing', () => {
  it.each([
    ['GET', '/invoices/run'], ['POST', '/invoices/run'], ['GET', '/invoices/run/progress?key=12345678'], ['POST', `/invoices/${nowhere}/credit`], ['GET', `/invoices/${nowhere}/pdf`], ['GET', '/invoices/print'],
    ['POST', '/invoices/send'], ['POST', '/invoices/printed'], ['POST', '/reminders/send'], ['GET', '/reminders/letters?ids=1'], ['GET', `/subscriptions/${nowhere}/proposed-end?noticeDate=2026-01-01`],
    ['POST', `/subscriptions/${nowhere}/cancel`], ['POST', `/subscriptions/${nowhere}/undo-cancellation`],
  ])('%s %s is closed to strangers and to fundraising', async (method, path) => {
    const data = method === 'POST' ? {} : undefined
    expect([(await stranger.call(method, path, data)).status, (await fundraising.call(method, path, data)).status]).toEqual([401, 403])
  })

  it.each([
    ['POST', `/invoices/${nowhere}/credit`, {}], ['POST', `/invoices/${nowhere}/credit`, { reason: ' ' }], ['POST', `/invoices/${nowhere}/credit`, { reason: 'x', amountCents: 1.5 }], ['POST', '/invoices/run', { idempotencyKey: 'short' }],
    ['POST', '/invoices/printed', { invoices: [] }], ['POST', '/invoices/send', { invoices: ['1; drop'] }], ['GET', '/invoices/print?ids=a,b', undefined], ['GET', '/reminders/letters', undefined], ['GET', '/invoices/run/progress', undefined],
    ['POST', `/subscriptions/${nowhere}/cancel`, { noticeDate: '2026-02-30', reason: 'x' }], ['GET', `/subscriptions/${nowhere}/proposed-end?noticeDate=gisteren`, undefined],
  ] as const)('%s %s with %j is refused as bad input', async (method, path, data) => {
    const answer = await finance.call(method, path, data)
    expect(answer.status).toBe(400)
    expect(sentenceOf(answer)).not.toBe('')
  })

  it.each([
    ['GET', `/invoices/${nowhere}/pdf`, undefined, 'Deze factuur bestaat niet. Ververs de pagina.'], ['POST', `/invoices/${nowhere}/credit`, { reason: 'x' }, 'Deze factuur bestaat niet. Ververs de pagina.'],
    ['GET', '/invoices/print', undefined, 'Er wacht niets om af te drukken: alles is al verstuurd of afgedrukt. Ververs de pagina.'], ['GET', `/reminders/letters?ids=${nowhere}`, undefined, 'Deze brieven bestaan niet. Ververs de pagina.'],
    ['POST', `/subscriptions/${nowhere}/cancel`, { noticeDate: today, reason: 'x' }, 'Dit abonnement bestaat niet meer. Ververs de pagina.'], ['POST', `/subscriptions/${nowhere}/undo-cancellation`, {}, 'Dit abonnement bestaat niet meer. Ververs de pagina.'],
  ] as const)('%s %s tells what is wrong', async (method, path, data, sentence) => {
    const answer = await finance.call(method, path, data, dutch)
    expect([answer.status, sentenceOf(answer)]).toEqual([400, sentence])
  })
})

describe('invoicing over HTTP', () => {
  it('shows what it would make, makes it once, and again gives the same answer', async () => {
    const idempotencyKey = randomUUID()
    expect((await finance.get('/invoices/run')).body).toMatchObject({ subscriptions: 1, invoices: 1, totalCents: 6_000, remarks: {} })
    const made = await finance.post('/invoices/run', { idempotencyKey })
    expect(made.body).toEqual({ invoices: 1, totalCents: 6_000 })
    expect((await finance.post('/invoices/run', { idempotencyKey })).body).toEqual(made.body)
    expect((await finance.post('/invoices/run', {})).body).toEqual({ invoices: 0, totalCents: 0 })
    expect((await finance.get(`/invoices/run/progress?key=${idempotencyKey}`)).status).toBe(200)
  })

  it('gives the PDF to whoever may see invoices, the same each time, and keeps it nowhere on the way', async () => {
    const id = await invoiceId()
    const [first, again] = [await finance.get(`/invoices/${id}/pdf`), await membership.get(`/invoices/${id}/pdf`)]
    expect(first.headers.get('content-type')).toBe('application/pdf')
    expect(first.headers.get('cache-control')).toBe('private, no-store')
    expect(first.text.startsWith('%PDF-')).toBe(true)
    expect(again.text).toBe(first.text)
    expect((await membership.post(`/invoices/${id}/credit`, { reason: 'x' })).status).toBe(403)
  })

  it('mails it once', async () => {
    expect((await finance.post('/invoices/send', {})).body).toEqual({ mailed: 1, toPrint: 0, leftCount: 0, left: [] })
    expect((await finance.post('/invoices/send', {})).body).toMatchObject({ mailed: 0 })
  })

  it('refuses to credit more than there is, in the words of whoever asks', async () => {
    const id = await invoiceId()
    expect((await finance.post(`/invoices/${id}/credit`, { reason: 'Korting', amountCents: 1_000 })).body).toMatchObject({ creditedCents: 1_000, openCents: 5_000 })
    expect(sentenceOf(await finance.post(`/invoices/${id}/credit`, { reason: 'Korting', amountCents: 5_001 }, dutch))).toBe('Van deze factuur is nog € 50,00 te crediteren. Vul een lager bedrag in.')
    expect(sentenceOf(await finance.post(`/invoices/${id}/credit`, { reason: 'Korting', amountCents: 0 }, { 'accept-language': 'en' }))).toBe('Fill in an amount above zero, or leave it empty to credit all.')
  })

  it('reminds nobody before the due day', async () => {
    expect((await finance.post('/reminders/send', { invoices: [await invoiceId()] })).body).toEqual({ mailed: 0, letters: [], left: [], settled: 1 })
  })

  it('cancels a subscription and undoes that, both once', async () => {
    const proposed = (await membership.get(`/subscriptions/${subscription}/proposed-end?noticeDate=${today}`)).body
    expect(proposed).toEqual({ endDate: addMonths(addMonths(today, -3), 12) })
    expect((await membership.post(`/subscriptions/${subscription}/cancel`, { noticeDate: today, reason: 'Verhuisd' })).body).toMatchObject(proposed)
    expect((await membership.post(`/subscriptions/${subscription}/cancel`, { noticeDate: today, reason: 'Verhuisd' })).status).toBe(400)
    expect((await membership.post(`/subscriptions/${subscription}/undo-cancellation`, {})).body).toMatchObject({ toInvoice: 0, gapFrom: null })
    expect(sentenceOf(await membership.post(`/subscriptions/${subscription}/undo-cancellation`, {}, dutch))).toBe('Dit abonnement is niet opgezegd: er is niets terug te draaien.')
    expect(sentenceOf(await membership.post(`/subscriptions/${subscription}/cancel`, { noticeDate: addDays(today, 1), reason: 'x' }, dutch))).toContain('Een opzegging is binnengekomen op')
  })
})
