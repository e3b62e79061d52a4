import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addBankingDays } from '../../src/domain/bankingDays'
import { addDays, addMonths, amsterdamDate, day, type LocalDate } from '../../src/domain/localDate'
import { apiOf, mistakesIn, type Answer, type Api } from '../setup/api'
import { rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { collectingStories, type CollectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { debitFile } from '../setup/debitFile'

/* Every door of batches and instructions: who may pass, what is refused in which words, and what happens when one knocks twice. */
const today = amsterdamDate(new Date())
const due = addBankingDays(today, 12)
const until = addDays(today, 60)
const nowhere = 2_000_000_000

let kring: BootedPayload
let cast: Cast
let stories: CollectingStories
let finance: Api

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  stories = collectingStories(kring.payload)
  finance = apiOf(kring, cast.users.finance.token)
})
afterAll(() => kring.destroy())

const refusal = (answer: Answer) => ({ status: answer.status, messages: mistakesIn(answer).map(({ message }) => message) })
const refused = (status: number, ...messages: readonly string[]) => ({ status, messages })
const amounts = (...euros: readonly number[]) => euros.map((euro) => [due, euro * 100] as const)
const statuses = async (creditor: number) => (await stories.instructionsAt(creditor)).map(({ status }) => status)
const create = (creditor: number, rest: object = {}) => finance.post('/debit-batches/create', { creditor, until, ...rest })
const batchOf = (answer: Answer): number => (answer.body as unknown as { batches: readonly { id: number }[] }).batches[0]?.id ?? 0

/** Every door, with something that it would take. */
const doors: readonly { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: object }[] = ([
  ['POST', '/debit-batches/create', { creditor: 1, until }], ['POST', '/debit-batches/preview', { creditor: 1, until }], ['GET', '/debit-batches/progress?key=voortgang-1'],
  ['GET', `/debit-batches/${nowhere}/file`], ['POST', `/debit-batches/${nowhere}/submit`, {}], ['POST', `/debit-batches/${nowhere}/undo-submission`, {}], ['POST', `/debit-batches/${nowhere}/cancel`, {}],
  ['GET', `/debit-instructions/due?creditor=1&until=${until}`], ['POST', '/debit-instructions/move', { instructions: [nowhere], collectionDate: due }], ['POST', '/debit-instructions/generate', { until }],
  ['POST', `/debit-instructions/${nowhere}/refuse`, {}], ['POST', `/debit-instructions/${nowhere}/undo-refusal`, {}], ['POST', `/debit-instructions/${nowhere}/retry`, {}],
] as const).map(([method, path, body]) => ({ method, path, ...(body ? { body } : {}) }))

describe.each(doors)('$method $path', ({ method, path, body }) => {
  it('asks strangers to log in', async () => {
    expect(refusal(await apiOf(kring).call(method, path, body))).toEqual(refused(401, 'Log eerst in.'))
  })

  it.each(['administrator', 'membership', 'fundraising', 'nobody', 'rosa'] as const)('is closed to %s', async (name) => {
    expect((await apiOf(kring, cast.users[name].token).call(method, path, body)).status).toBe(403)
  })

  it('lets finance pass', async () => {
    expect([401, 403, 500]).not.toContain((await finance.call(method, path, body)).status)
  })
})

describe('what is not there', () => {
  it.each([
    ['GET', `/debit-batches/${nowhere}/file`, 'Deze incassobatch bestaat niet. Zoek hem op bij Incassobatches.'], ['POST', `/debit-batches/${nowhere}/submit`, 'Deze incassobatch bestaat niet. Zoek hem op bij Incassobatches.'],
    ['POST', `/debit-batches/${nowhere}/undo-submission`, 'Deze incassobatch bestaat niet. Zoek hem op bij Incassobatches.'], ['POST', `/debit-batches/${nowhere}/cancel`, 'Deze incassobatch bestaat niet. Zoek hem op bij Incassobatches.'],
    ['POST', `/debit-instructions/${nowhere}/refuse`, 'Deze incasso-opdracht bestaat niet. Zoek haar op in de incassobatch of bij Incasso-opdrachten.'], ['POST', `/debit-instructions/${nowhere}/retry`, 'Deze incasso-opdracht bestaat niet. Zoek haar op in de incassobatch of bij Incasso-opdrachten.'],
    ['POST', `/debit-instructions/${nowhere}/undo-refusal`, 'Deze opdracht is niet als geweigerd gemarkeerd.'], ['GET', `/debit-instructions/due?creditor=${nowhere}&until=${until}`, 'Deze incassant bestaat niet. Kies er een uit de lijst.'],
  ] as const)('%s %s', async (method, path, message) => {
    expect(refusal(await finance.call(method, path, method === 'POST' ? {} : undefined))).toEqual(refused(400, message))
  })

  it.each(['/create', '/preview'])('POST /debit-batches%s of a creditor that is not there', async (path) => {
    expect(refusal(await finance.post(`/debit-batches${path}`, { creditor: nowhere, until }))).toEqual(refused(400, 'Deze incassant bestaat niet. Kies er een uit de lijst.'))
  })

  it.each([
    ['GET', '/debit-batches/99999999999/file'], ['POST', '/debit-batches/99999999999/cancel'], ['POST', '/debit-instructions/99999999999/retry'], ['GET', `/debit-instructions/due?creditor=99999999999&until=${until}`],
  ] as const)('%s %s, a number larger than any', async (method, path) => {
    expect((await finance.call(method, path, method === 'POST' ? {} : undefined)).status).toBe(400)
  })
})

describe('what cannot be meant', () => {
  const creditor = 1
  it.each([
    ['/debit-batches/create', {}, ['creditor', 'until']], ['/debit-batches/create', { creditor: 'x', until }, ['creditor']], ['/debit-batches/create', { creditor, until: '2026-02-30' }, ['until']],
    ['/debit-batches/create', { creditor, until, instructions: [] }, ['instructions']], ['/debit-batches/create', { creditor, until, instructions: [1, 'x'] }, ['instructions.1']],
    ['/debit-batches/create', { creditor, until, except: [-1] }, ['except.0']], ['/debit-batches/create', { creditor, until, expected: { count: -1, totalCents: 0.5 } }, ['expected.count', 'expected.totalCents']],
    ['/debit-batches/create', { creditor, until, shiftTo: 'morgen' }, ['shiftTo']], ['/debit-batches/create', { creditor, until, idempotencyKey: 'kort' }, ['idempotencyKey']], ['/debit-batches/preview', { creditor: 1.5 }, ['creditor', 'until']],
    ['/debit-batches/x/cancel', {}, ['id']], ['/debit-batches/1/cancel', { isNotSent: 'ja' }, ['isNotSent']], ['/debit-batches/1/cancel', { reason: 'x'.repeat(201) }, ['reason']], ['/debit-batches/0/submit', {}, ['id']],
    ['/debit-instructions/generate', {}, ['until']], ['/debit-instructions/move', { instructions: [], collectionDate: 'x' }, ['instructions', 'collectionDate']],
    ['/debit-instructions/1/refuse', { reason: 'x'.repeat(141) }, ['reason']], ['/debit-instructions/-1/retry', {}, ['id']],
  ] as const)('POST %s %j is refused at its fields', async (path, body, fields) => {
    const answer = await finance.post(path, body)
    expect({ status: answer.status, fields: answer.body.errors.map(({ field }) => field) }).toEqual({ status: 400, fields })
    expect(mistakesIn(answer)[0]?.message).toContain('Deze waarde kan niet. Controleer het veld.')
  })

  it.each([['sort', 'date;drop table x'], ['order', 'up'], ['page', '0'], ['page', 'x'], ['source', 'x'], ['until', '2026-13-01'], ['creditor', ''], ['search', 'x'.repeat(101)]])('GET /due with %s=%s', async (field, value) => {
    const answer = await finance.get(`/debit-instructions/due?${new URLSearchParams({ creditor: '1', until, [field]: value })}`)
    expect({ status: answer.status, fields: answer.body.errors.map((error) => error.field) }).toEqual({ status: 400, fields: [field] })
  })

  it('GET /progress without a key, or with a short one', async () => {
    for (const query of ['', '?key=kort']) expect((await finance.get(`/debit-batches/progress${query}`)).body.errors.map(({ field }) => field)).toEqual(['key'])
  })

  it('a character that no text holds', async () => {
    expect((await finance.get(`/debit-instructions/due?creditor=1&until=${until}&search=%00`)).status).toBeLessThan(500)
    expect((await finance.get(`/debit-batches/progress?key=sleutel-%00-nul`)).status).toBeLessThan(500)
  })

  it.each(['create', 'preview'])('more than a year ahead, for %s (A31)', async (what) => {
    const creditor = await stories.planned(amounts(10))
    const farthest = addMonths(today, 12)
    expect((await finance.post(`/debit-batches/${what}`, { creditor, until: addDays(farthest, 1) })).text).toMatch(/hooguit een jaar vooruit incasseren/)
    expect((await finance.post(`/debit-batches/${what}`, { creditor, until: farthest })).status).toBe(200)
  })

  it('in English to who reads that', async () => {
    const answer = await finance.post('/debit-batches/create', { creditor: await stories.build.creditor({ iban: 'NL44RABO0123456789' }), until }, { 'accept-language': 'en' })
    expect(refusal(answer)).toEqual(refused(400, 'There is nothing to collect until this date. Choose a later date or make instructions first.'))
  })
})

describe('the button', () => {
  it('pressed twice under one key makes one batch, and gives both the same answer', async () => {
    const creditor = await stories.planned(amounts(10, 20))
    const answers = await Promise.all([1, 2, 3].map(() => create(creditor, { idempotencyKey: 'dubbel-geklikt' })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers[1]?.body).toEqual(answers[0]?.body)
    expect(await create(creditor, { idempotencyKey: 'dubbel-geklikt' }).then(({ body }) => body)).toEqual(answers[0]?.body)
    expect(await rowsOf(kring.payload, 'select count(*)::int as count from debit_batches where creditor_id = $1', [creditor])).toEqual([{ count: 1 }])
  })

  it('pressed for something else under that key is refused with 409', async () => {
    const creditor = await stories.planned(amounts(10))
    expect(refusal(await create(creditor, { idempotencyKey: 'dubbel-geklikt' }))).toEqual(refused(409, 'Deze sleutel (idempotencyKey) is al voor een andere opdracht gebruikt. Gebruik een nieuwe.'))
  })

  it('pressed twice without a key: the second hears that there is nothing', async () => {
    const creditor = await stories.planned(amounts(10))
    const answers = await Promise.all([create(creditor), create(creditor)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    expect(answers.map(refusal)).toContainEqual(refused(400, 'Er is niets te incasseren tot en met deze datum. Kies een latere datum of maak eerst opdrachten.'))
  })

  it('in two tabs: the second hears what changed', async () => {
    const creditor = await stories.planned(amounts(10, 20, 30))
    const ids = (await stories.instructionsAt(creditor)).map(({ id }) => id)
    expect((await create(creditor, { instructions: ids.slice(0, 2), expected: { count: 2, totalCents: 3_000 } })).status).toBe(200)
    expect(refusal(await create(creditor, { instructions: ids }))).toEqual(refused(400, '2 gekozen opdrachten zijn intussen niet meer beschikbaar. Ververs de lijst en kies opnieuw.'))
    expect(refusal(await create(creditor, { expected: { count: 3, totalCents: 6_000 } })))
      .toEqual(refused(400, 'De lijst is intussen veranderd: er stonden 3 opdrachten en nu 1. Ververs de lijst en kijk haar nog eens na.'))
  })

  it('shows before what it will do, and does that', async () => {
    const creditor = await stories.planned(amounts(10, 150, 30), { batchMaxAmountCents: 10_000 })
    const preview = (await finance.post('/debit-batches/preview', { creditor, until })).body
    expect(preview).toMatchObject({ count: 2, totalCents: 4_000, left: [{ reason: 'EXCEEDS_BATCH_LIMIT', amountCents: 15_000 }], files: [{ groups: [{ collectionDate: due, sequenceType: 'RCUR', count: 2, totalCents: 4_000 }] }] })
    expect(await statuses(creditor)).toEqual(['planned', 'planned', 'planned'])
    expect((await create(creditor)).body).toMatchObject({ batches: [{ instructionCount: 2, totalCents: 4_000 }], leftCounts: [{ reason: 'EXCEEDS_BATCH_LIMIT', count: 1, totalCents: 15_000 }] })
  })

  it('too late: hears the first day that can be made, and collects on the day that was agreed (A33)', async () => {
    const creditor = await stories.planned([[today, 1_000], [due, 2_000]])
    const words = refusal(await create(creditor))
    expect(words).toMatchObject({ status: 400, messages: [expect.stringMatching(/^Voor 1 opdrachten is de uiterste aanleverdatum voorbij\. De vroegste incassodatum is /)] })
    expect((await create(creditor, { shiftTo: due })).body).toMatchObject({ batches: [{ instructionCount: 2, groupCount: 1 }], shifted: { count: 1, date: due } })
  })

  it('tells how far it is under its key', async () => {
    const creditor = await stories.planned(amounts(10, 20))
    const progress = async () => (await finance.get('/debit-batches/progress?key=hoe-ver-ben-je')).body
    expect(await progress()).toEqual({})
    await create(creditor, { idempotencyKey: 'hoe-ver-ben-je' })
    for (let tries = 0; tries < 50 && (await progress())['phase'] !== 'writing'; tries += 1) await delay(20)
    expect(await progress()).toMatchObject({ phase: 'writing', done: 2, total: 2 })
    expect((await finance.get('/debit-batches/progress?key=niemand-hiervan')).body).toEqual({})
  })
})

describe('a batch', () => {
  it('is fetched as a file with its name, the same bytes again, sent, not sent after all, and taken back', async () => {
    const creditor = await stories.planned(amounts(10, 20))
    const batch = batchOf(await create(creditor))
    expect(refusal(await finance.post(`/debit-batches/${batch}/submit`, {}))).toEqual(refused(400, 'Het bestand van deze batch is nog niet opgehaald. Haal het eerst op en stuur het naar de bank.'))
    const [file, again] = [await finance.get(`/debit-batches/${batch}/file`), await finance.get(`/debit-batches/${batch}/file`)]
    const { messageId, count, totalCents } = debitFile(file.text)
    expect([count, totalCents, again.text === file.text]).toEqual([2, 3_000, true])
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'cache-control'].map((name) => [name, file.headers.get(name)]))).toEqual({
      'content-type': 'application/xml', 'content-disposition': `attachment; filename="${messageId}.xml"`, 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' })
    expect(refusal(await finance.post(`/debit-batches/${batch}/cancel`, {}))).toEqual(refused(400, 'Het bestand is opgehaald en kan dus bij de bank zijn. Bevestig dat het niet is verstuurd; anders wordt er twee keer geïncasseerd.'))
    expect((await finance.post(`/debit-batches/${batch}/submit`, {})).body).toEqual({ status: 'submitted' })
    expect(refusal(await finance.post(`/debit-batches/${batch}/cancel`, { isNotSent: true }))).toEqual(refused(400, 'Deze batch is naar de bank gestuurd. Klopt dat niet, kies dan eerst ‘Toch niet verstuurd’.'))
    expect((await finance.post(`/debit-batches/${batch}/undo-submission`, {})).body).toEqual({ status: 'downloaded' })
    expect((await finance.post(`/debit-batches/${batch}/cancel`, { isNotSent: true, reason: 'Verkeerd' })).body).toEqual({ freed: 2 })
    expect(refusal(await finance.get(`/debit-batches/${batch}/file`))).toEqual(refused(400, 'Deze batch is geannuleerd. Het bestand wordt niet meer uitgegeven; maak een nieuwe batch.'))
    expect(await statuses(creditor)).toEqual(['planned', 'planned'])
  })

  it('that holds what may not go any more is not handed out, and says what to do', async () => {
    const creditor = await stories.planned(amounts(10, 20))
    const batch = batchOf(await create(creditor))
    await rowsOf(kring.payload, "update mandates set status = 'blocked' where creditor_id = $1", [creditor])
    expect(refusal(await finance.get(`/debit-batches/${batch}/file`))).toEqual(refused(400, 'Annuleer deze batch en maak hem opnieuw; er zit iets in dat niet meer mee mag, omdat de machtiging, de toezegging, de factuur of de betaler intussen is veranderd. Aantal opdrachten: 2.'))
    expect((await finance.post(`/debit-batches/${batch}/cancel`, {})).body).toEqual({ freed: 2 })
  })

  it.each(['cancel', 'submit'])('that two people %s at once does so once', async (move) => {
    const batch = batchOf(await create(await stories.planned(amounts(10))))
    await finance.get(`/debit-batches/${batch}/file`)
    const answers = await Promise.all([1, 2, 3].map(() => finance.post(`/debit-batches/${batch}/${move}`, { isNotSent: true })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  })

  it('is not changed past its doors', async () => {
    const creditor = await stories.planned(amounts(10))
    const batch = batchOf(await create(creditor))
    const [one] = await stories.instructionsAt(creditor)
    const tries = [
      await finance.patch(`/debit-batches/${batch}`, { status: 'cancelled' }), await finance.patch(`/debit-instructions/${one?.id}`, { amountCents: 1 }), await finance.remove(`/debit-batches/${batch}`),
      await finance.post('/debit-batches', { creditor }), await finance.post('/debit-batch-events', { batch, kind: 'made' }),
    ]
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  })
})

describe('an instruction', () => {
  it('is refused, put back, refused again and tried again once (A35)', async () => {
    const creditor = await stories.planned(amounts(10))
    const [one] = await stories.instructionsAt(creditor)
    const at = (door: string, body: object = {}) => finance.post(`/debit-instructions/${one?.id}/${door}`, body)
    expect(refusal(await at('refuse'))).toEqual(refused(400, 'Alleen een opdracht die bij de bank ligt kan geweigerd zijn.'))
    const other = await stories.build.person('Tweede')
    await stories.build.pledge(other, (await stories.donorAtOwnCreditor()).fund, { mandate: await stories.build.mandate(creditor, other), startDate: due, frequency: 'once' })
    expect((await finance.post('/debit-instructions/generate', { until })).body).toMatchObject({ created: 1, cancelled: 0, skipped: [] })
    await finance.get(`/debit-batches/${batchOf(await create(creditor))}/file`)
    expect((await at('refuse', { reason: 'Brief' })).status).toBe(200)
    expect(refusal(await at('refuse'))).toEqual(refused(400, 'Alleen een opdracht die bij de bank ligt kan geweigerd zijn.'))
    expect((await at('undo-refusal')).status).toBe(200)
    expect(refusal(await at('undo-refusal'))).toEqual(refused(400, 'Deze opdracht is niet als geweigerd gemarkeerd.'))
    expect(refusal(await at('retry'))).toMatchObject({ status: 400 })
    for (const { id } of await stories.instructionsAt(creditor)) await finance.post(`/debit-instructions/${id}/refuse`, {})
    const tries = await Promise.all([at('retry'), at('retry')])
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 400])
    expect(tries.map(refusal)).toContainEqual(refused(400, 'Deze opdracht kan niet opnieuw: alleen wat geweigerd of gestorneerd is, met een machtiging die nog geldt, en één keer.'))
    expect(refusal(await at('undo-refusal'))).toEqual(refused(409, 'Deze opdracht is al opnieuw gepland; de weigering kan niet meer terug.'))
  })

  it('moves to a later day, never to an earlier one, and not once it is in a batch', async () => {
    const creditor = await stories.planned(amounts(10, 20))
    const instructions = (await stories.instructionsAt(creditor)).map(({ id }) => id)
    const later = addBankingDays(due, 5)
    const move = (collectionDate: LocalDate) => finance.post('/debit-instructions/move', { instructions, collectionDate })
    expect((await move(later)).body).toEqual({ moved: 2, collectionDate: later })
    expect(refusal(await move(due))).toMatchObject({ status: 400, messages: [expect.stringMatching(/^2 opdrachten kunnen niet naar .*: ze zijn niet meer gepland, of staan al op een latere dag\. Ververs de lijst\.$/)] })
    await create(creditor)
    expect((await move(addDays(later, 7))).status).toBe(400)
    expect((await move(addMonths(addDays(today, 1), 13))).text).toMatch(/hooguit een jaar vooruit/)
  })
})

describe('GET /due', () => {
  let creditor: number
  type Page = { readonly rows: readonly { id: number; amountCents: number; debtorName: string; collectionDate: string; description: string }[]; readonly count: number; readonly totalCents: number; readonly pages: number }
  const list = async (query: Readonly<Record<string, string>> = {}) => (await finance.get(`/debit-instructions/due?${new URLSearchParams({ creditor: String(creditor), until, ...query })}`)).body as unknown as Page
  const namesFor = async (search: string) => (await list({ search })).rows.map(({ debtorName }) => debtorName).sort()

  beforeAll(async () => {
    creditor = await stories.planned(Array.from({ length: 120 }, (_, index) => [addBankingDays(due, index % 7), 1_000 + (index * 37) % 120] as const))
    for (const name of ['Honderd% Groen', 'Honderd Groen', 'Onder_streep', 'Onderastreep', 'Terug\\slag']) {
      const donor = await stories.build.person(name)
      await stories.build.pledge(donor, (await stories.donorAtOwnCreditor()).fund, { mandate: await stories.build.mandate(creditor, donor), startDate: due, frequency: 'once', amountCents: 5_000 })
    }
    await stories.invoice(cast.relations.anna, await stories.build.mandate(creditor, cast.relations.anna), 7_500, { dueDate: due })
    await stories.generate(today, until)
  })

  it('gives pages of fifty that hold everything once, with count and sum of all', async () => {
    const pages = await Promise.all(['1', '2', '3', '4'].map((page) => list({ page })))
    expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 26, 0])
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(126)
    const [sums] = await rowsOf<{ count: number; total: number }>(kring.payload, 'select count(*)::int as count, sum(amount_cents)::int as total from debit_instructions where creditor_id = $1', [creditor])
    expect(pages.map(({ count, totalCents, pages }) => [count, totalCents, pages])).toEqual(Array.from({ length: 4 }, () => [sums?.count, sums?.total, 3]))
  })

  it.each(['date', 'amount', 'debtor', 'description'] as const)('sorts by %s, up and down', async (sort) => {
    const key = { date: 'collectionDate', amount: 'amountCents', debtor: 'debtorName', description: 'description' } as const
    const all = async (order: string) => (await Promise.all(['1', '2', '3'].map((page) => list({ sort, order, page })))).flatMap(({ rows }) => rows.map((row) => row[key[sort]]))
    const [up, down] = [await all('asc'), await all('desc')]
    expect(down).toEqual(up.toReversed())
    if (sort === 'date' || sort === 'amount') expect(up).toEqual([...up].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
  })

  it.each([
    ['honderd%', ['Honderd% Groen']], ['%', ['Honderd% Groen']], ['onder_', ['Onder_streep']], ['_', ['Onder_streep']], ['\\', ['Terug\\slag']], ['groen honderd', ['Honderd Groen', 'Honderd% Groen']], ["'; drop table relations --", []],
  ])('finds %s and nothing else: % and _ mean themselves', async (search, names) => {
    expect(await namesFor(search)).toEqual(names)
  })

  it('finds by reference of the mandate and by end-to-end id, and counts what it finds', async () => {
    const [one] = await rowsOf<{ e2e: string; reference: string }>(kring.payload, 'select i.end_to_end_id as e2e, m.reference from debit_instructions i join mandates m on m.id = i.mandate_id where i.creditor_id = $1 and i.amount_cents = 5000 order by i.id', [creditor])
    expect(await list({ search: one?.e2e ?? '' })).toMatchObject({ count: 1, totalCents: 5_000, pages: 1 })
    expect((await list({ search: one?.reference ?? '' })).count).toBe(1)
  })

  it('tells pledges and invoices apart, and what is not due by then', async () => {
    expect((await list({ source: 'invoice' })).rows).toMatchObject([{ amountCents: 7_500 }])
    expect((await list({ source: 'pledge' })).count).toBe(125)
    expect((await list({ until: day(today) })).count).toBe(0)
  })
})
