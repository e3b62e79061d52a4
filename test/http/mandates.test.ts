import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate } from '../../src/domain/localDate'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { rowsOf, testIban } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'
import { debitMonths } from '../setup/debitMonths'

/* What staff can do with a mandate, a creditor, a pledge and notices, and in which words the rest is refused. */
const today = amsterdamDate(new Date())

let kring: BootedPayload
let cast: Cast
let apis: Readonly<Record<'administrator' | 'membership' | 'finance' | 'fundraising', Api>>
let creditor: number
let used: number

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  const api = (name: keyof typeof apis): Api => apiOf(kring, cast.users[name].token)
  apis = { administrator: api('administrator'), membership: api('membership'), finance: api('finance'), fundraising: api('fundraising') }
  const months = debitMonths(kring.payload)
  const story = await months.begin({}, { reference: 'GEBRUIKT-1' })
  await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: addDays(today, 14) })
  await months.deliver(story, addDays(today, 21))
  creditor = story.creditor
  used = story.mandate
})
afterAll(() => kring.destroy())

const fresh = (rest: object = {}): Promise<number> => cast.build.mandate(creditor, cast.relations.anna, rest as Readonly<Record<string, unknown>>)
const sentence = async (asked: ReturnType<Api['post']>) => { const answer = await asked; return { status: answer.status, mistakes: mistakesIn(answer) } }
const english = { 'accept-language': 'en' }

describe('A28 the buttons of a mandate', () => {
  it('that was used: no other account in the form, in words', async () => {
    expect(await sentence(apis.finance.patch(`/mandates/${used}`, { iban: 'NL44RABO0123456789' }))).toEqual({
      status: 400, mistakes: [{ path: 'iban', message: 'Er is al geïncasseerd met deze machtiging. Gebruik op het tabblad Levensloop ‘Andere rekening’, of beëindig haar en maak een nieuwe.' }],
    })
  })

  it('that was used: not deleted, one by one or many at a time', async () => {
    const words = 'Er is al geïncasseerd met deze machtiging, dus zij blijft als bewijs staan. Beëindig haar op het tabblad Levensloop.'
    expect(await sentence(apis.finance.remove(`/mandates/${used}`))).toEqual({ status: 400, mistakes: [{ path: '', message: words }] })
    await apis.finance.remove(`/mandates?where[id][in]=${used}`)
    expect(await rowsOf(kring.payload, 'select id from mandates where id = $1', [used])).toHaveLength(1)
  })

  it('that was not: changed in everything and deleted, by finance alone', async () => {
    const mandate = await fresh()
    expect((await apis.finance.patch(`/mandates/${mandate}`, { iban: 'NL44 RABO 0123 4567 89', signedOn: '2025-03-01' })).body.doc).toMatchObject({ iban: 'NL44RABO0123456789', signedOn: '2025-03-01' })
    expect((await apis.fundraising.remove(`/mandates/${mandate}`)).status).toBe(403)
    expect((await apis.finance.remove(`/mandates/${mandate}`)).status).toBe(200)
  })

  it('changes the account of a used one, and tells the bank', async () => {
    const answer = await apis.finance.post(`/mandates/${used}/change`, { iban: testIban(31_999) })
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: { isAmendment: true } })
    expect((await apis.finance.get(`/mandate-changes?where[mandate][equals]=${used}`)).body.totalDocs).toBe(1)
  })

  it.each([
    [{ reference: 'x'.repeat(36) }, 'Gebruik hooguit 35 letters, cijfers en - / ? : ( ) . , + en geen / aan begin of eind.', 400],
    [{ reference: '//A' }, 'Gebruik hooguit 35 letters, cijfers en - / ? : ( ) . , + en geen / aan begin of eind.', 400],
    [{ reference: 'gebruikt-1' }, 'Dit mandaatnummer is al gebruikt bij deze incassant. Laat het leeg voor een nieuw nummer.', 409],
    [{ iban: 'NL92ABNA0417164300' }, 'Dit IBAN klopt niet. Vergelijk het met de bankpas of het afschrift.', 400],
    [{}, 'Er verandert niets: dit is al de rekening, de rekeninghouder en het mandaatnummer van deze machtiging.', 400],
  ])('refuses %j', async (given, message, status) => {
    expect(await sentence(apis.finance.post(`/mandates/${await fresh()}/change`, given))).toEqual({ status, mistakes: [{ path: '', message }] })
  })

  it('ends it once, for good', async () => {
    const mandate = await fresh()
    expect((await apis.fundraising.post(`/mandates/${mandate}/end`, { reason: 'Op verzoek' })).body).toEqual({ cancelled: 0, pledges: 0, batched: 0, submitted: 0 })
    const again = 'Deze machtiging is beëindigd en verandert niet meer. Maak een nieuwe machtiging.'
    expect(await sentence(apis.finance.post(`/mandates/${mandate}/end`, {}))).toEqual({ status: 400, mistakes: [{ path: '', message: again }] })
    expect(await sentence(apis.finance.post(`/mandates/${mandate}/change`, { iban: testIban(31_998) }))).toEqual({ status: 400, mistakes: [{ path: '', message: again }] })
    expect(await sentence(apis.finance.patch(`/mandates/${mandate}`, { status: 'active' }))).toMatchObject({ status: 400, mistakes: [{ path: 'status' }] })
    expect(await sentence(apis.finance.patch(`/mandates/${mandate}`, { endedOn: '2026-01-01' }))).toMatchObject({ status: 400, mistakes: [{ path: 'endedOn' }] })
  })

  it('blocks it for a reason and unblocks it', async () => {
    const mandate = await fresh()
    expect((await apis.finance.post(`/mandates/${mandate}/block`, { reason: ' ' })).status).toBe(400)
    expect((await apis.finance.post(`/mandates/${mandate}/block`, { reason: 'Betwist' })).body).toEqual({ status: 'blocked' })
    expect(mistakesIn(await apis.finance.post(`/mandates/${mandate}/block`, { reason: 'Betwist' }, english))).toEqual([{ path: '', message: 'This mandate is blocked already. Refresh the screen.' }])
    expect((await apis.finance.post(`/mandates/${mandate}/unblock`, {})).body).toEqual({ status: 'active' })
  })

  it('are not those of the membership administration, nor of the administrator', async () => {
    for (const door of ['change', 'end', 'block', 'unblock']) {
      expect((await apis.membership.post(`/mandates/${used}/${door}`, { reason: 'x' })).status).toBe(403)
      expect((await apis.administrator.post(`/mandates/${used}/${door}`, { reason: 'x' })).status).toBe(403)
    }
  })

  it('say so of a mandate that does not exist', async () => {
    expect(await sentence(apis.finance.post('/mandates/2000000000/end', {}))).toEqual({ status: 400, mistakes: [{ path: '', message: 'Deze machtiging bestaat niet. Ververs het scherm en kies opnieuw.' }] })
  })
})

describe('the limits of a creditor', () => {
  it.each([
    [{ instructionMaxAmountCents: 20_000, batchMaxAmountCents: 10_000 }, 'instructionMaxAmountCents', /^Dit is hoger dan de grens per batch \(€ 100,00\)/],
    [{ batchMaxAmountCents: 20_000, dayMaxAmountCents: 10_000 }, 'batchMaxAmountCents', /^Dit is hoger dan de grens per incassodag/],
    [{ instructionMaxAmountCents: 20_000, monthMaxAmountCents: 10_000 }, 'instructionMaxAmountCents', /^Dit is hoger dan de grens per kalendermaand/],
    [{ batchMaxCount: 20, dayMaxCount: 10 }, 'batchMaxCount', /^Dit is hoger dan de grens per incassodag \(10\)/],
    [{ dayMaxCount: 20, monthMaxCount: 10 }, 'dayMaxCount', /^Dit is hoger dan de grens per kalendermaand \(10\)/],
  ])('%j do not fit in each other', async (limits, path, message) => {
    expect(await sentence(apis.finance.patch(`/creditors/${creditor}`, limits))).toEqual({ status: 400, mistakes: [{ path, message: expect.stringMatching(message) }] })
  })

  it('may be equal, and may be left out', async () => {
    const limits = { instructionMaxAmountCents: 10_000, batchMaxAmountCents: 10_000, monthMaxAmountCents: 1_000_000, batchMaxCount: 500 }
    expect((await apis.finance.patch(`/creditors/${creditor}`, limits)).status).toBe(200)
  })
})

describe('a creditor that is no longer in use', () => {
  it('gets no new mandates, and keeps the ones it has', async () => {
    const old = await cast.build.creditor({ iban: testIban(88_001), isActive: false })
    const data = { creditor: old, debtor: cast.relations.bram, type: 'recurring', iban: testIban(88_002), accountHolder: 'Bram', signedOn: '2025-01-01', channel: 'paper', status: 'active' }
    expect(await sentence(apis.finance.post('/mandates', data))).toEqual({ status: 400, mistakes: [{ path: 'creditor', message: 'Deze incassant is niet meer in gebruik. Kies een andere, of zet hem weer in gebruik.' }] })
  })
})

describe('a change of a pledge', () => {
  it('is refused in words where it counts already, is past, double or after the end', async () => {
    const pledge = await cast.build.pledge(cast.relations.dina, cast.funds.west, { startDate: today, endDate: addDays(today, 60) })
    const change = (fromDate: string) => apis.fundraising.post('/pledge-changes', { pledge, fromDate, amountCents: 1_500 })
    const now = (await change(today)).body.doc
    expect(await sentence(change(addDays(today, -1)))).toMatchObject({ status: 400, mistakes: [{ path: 'fromDate' }] })
    expect(await sentence(change(addDays(today, 60)))).toMatchObject({ status: 400, mistakes: [{ path: 'fromDate', message: expect.stringContaining('Deze toezegging eindigt op') }] })
    expect(await sentence(change(today))).toEqual({ status: 400, mistakes: [{ path: 'fromDate', message: 'Op deze dag gaat al een ander bedrag in. Verwijder dat eerst, of kies een andere dag.' }] })
    expect(await sentence(apis.fundraising.remove(`/pledge-changes/${now.id}`))).toMatchObject({ status: 400, mistakes: [{ message: expect.stringContaining('blijft staan') }] })
    const later = (await change(addDays(today, 30))).body.doc
    expect((await apis.fundraising.remove(`/pledge-changes/${later.id}`)).status).toBe(200)
  })
})

describe('announcing over the API', () => {
  it('is for finance, answers counts, and refuses what it cannot read', async () => {
    const until = addDays(today, 60)
    expect((await apis.fundraising.post('/pre-notifications/announce', { until })).status).toBe(403)
    expect((await apis.finance.post('/pre-notifications/announce', { until: '2026-02-30' })).status).toBe(400)
    expect((await apis.finance.post('/pre-notifications/announce', { until, channel: 'pigeon' })).status).toBe(400)
    expect((await apis.finance.post('/pre-notifications/announce', { until, creditor })).body).toEqual({ announced: 0, waitForLetter: 0 })
  })

  it('leaves notices as they are for good', async () => {
    await rowsOf(kring.payload, `insert into pre_notifications (announced_on, debtor_id, mandate_id, pledge_id, debtor_iban, amount_cents, first_date, every_months, channel)
      select $1, donor_id, mandate_id, id, 'X', 1, $1, 0, 'letter' from pledges where mandate_id = $2`, [today, used])
    await expect(rowsOf(kring.payload, "update pre_notifications set channel = 'mail'")).rejects.toMatchObject({ constraint: 'append_only' })
    expect((await apis.finance.patch('/pre-notifications/1', { channel: 'mail' })).status).toBe(403)
  })
})
