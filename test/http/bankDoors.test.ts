import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/localDate'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { pain002For } from '../bank/pain002For'
import { receivedOrders } from '../bank/receivedOrders'
import { zipOf } from '../formats/zipWrite'
import { apiOf, type Api, type Body } from '../setup/api'
import { bankStories, collected, credit, type BankStories, type World } from '../setup/bankWorld'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let bank: BankStories
let apis: Readonly<Record<'finance' | 'administrator' | 'fundraising' | 'stranger', Api>>
let token: string

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
  const users = { administrator: await bank.build.user('administrator', { role: 'administrator' }), finance: await bank.build.user('finance', { role: 'finance' }), fundraising: await bank.build.user('fundraising', { role: 'fundraising' }) }
  token = users.finance.token
  apis = { finance: apiOf(kring, users.finance.token), administrator: apiOf(kring, users.administrator.token), fundraising: apiOf(kring, users.fundraising.token), stranger: apiOf(kring) }
})
afterAll(() => kring.destroy())

const lines = ({ iban }: World) => bank.rows<{ id: number; amount: number; status: string }>(
  'select t.id, t.amount_cents::int as amount, t.status from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 order by t.id', [iban])
const openLine = async (world: World): Promise<number> => (await lines(world)).find(({ status }) => status === 'open')?.id ?? 0
const messages = ({ body }: { readonly body: Body }): readonly string[] => body.errors.map(({ message }) => message)

type Uploaded = { readonly status: number; readonly body: { readonly files?: readonly Readonly<Record<string, unknown>>[]; readonly errors?: readonly { readonly message: string }[] } }

/** Sends the bytes of a file as the browser does. */
async function upload(name: string, bytes: string | Uint8Array, key = crypto.randomUUID()): Promise<Uploaded> {
  const request = new Request(`http://localhost:3000/api/bank-imports/upload?${new URLSearchParams({ name, key })}`, {
    method: 'POST', headers: { 'content-type': 'application/octet-stream', authorization: `JWT ${token}` }, body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
  })
  const response = await handleEndpoints({ config: kring.config, payloadInstanceCacheKey: kring.url, request })
  return { status: response.status, body: await response.json() as Uploaded['body'] }
}

describe('the doors of a bank line', () => {
  it('are for finance alone', async () => {
    const doors = [['GET', '/bank-transactions/1/work'], ['GET', '/bank-transactions/1/targets?q=x'], ['POST', '/debit-instructions/refuse-set'], ['POST', '/debit-instructions/undo-refusals'], ['POST', '/bank-transactions/1/book'], ['POST', '/bank-imports/upload']] as const
    for (const [method, path] of doors) {
      const ask = (visitor: keyof typeof apis) => apis[visitor].call(method, path, method === 'GET' ? undefined : {})
      expect({ path, statuses: [(await ask('stranger')).status, (await ask('fundraising')).status, (await ask('administrator')).status] }).toEqual({ path, statuses: [401, 403, 403] })
    }
  })

  it('tell what a line may be and find what it is for', async () => {
    const world = await bank.atTheBank({ pledges: [2_500] })
    const member = await bank.build.person('Zoekbaar')
    await bank.build.subscription(member, await bank.build.add('subscription-types', { title: 'Contributie', priceCents: 5_000, period: 'year' }), { startDate: collected })
    await invoiceSubscriptions(await bank.reqNow(), collected)
    world.bank.refuseSilently(...(await bank.instructionsOf(world)).map(({ endToEndId }) => endToEndId))
    world.bank.book(credit(5_000, { description: 'onbekend' }))
    await bank.importDay(world, collected)
    const line = await openLine(world)
    const work = await apis.finance.get(`/bank-transactions/${line}/work`)
    expect(work).toMatchObject({ status: 200, body: { line: { id: line, amountCents: 5_000, status: 'open' }, proposals: [], groups: [{ expectedCents: 2_500 }] } })
    const found = await apis.finance.get(`/bank-transactions/${line}/targets?q=zoekbaar&kind=invoicePayment`)
    expect(found.body['targets']).toMatchObject([{ kind: 'invoicePayment', amountCents: 5_000, label: expect.stringMatching(/^Factuur \S+ van Zoekbaar$/) as unknown }])
    const english = await apis.finance.get(`/bank-transactions/${line}/targets?q=zoekbaar&kind=invoicePayment`, { 'accept-language': 'en' })
    expect(english.body['targets']).toMatchObject([{ label: expect.stringMatching(/^Invoice \S+ of Zoekbaar$/) as unknown }])
    expect((await apis.finance.get(`/bank-transactions/${line}/targets?kind=onzin`)).status).toBe(400)
    expect((await apis.finance.get(`/bank-transactions/${line}/targets?q=${'x'.repeat(101)}`)).status).toBe(400)
    expect(messages(await apis.finance.get('/bank-transactions/2000000000/work'))).toEqual(['Deze bankregel bestaat niet.'])
    const [target] = found.body['targets'] as readonly { readonly ids: { readonly invoice: number } }[]
    const parts = [{ kind: 'invoicePayment', amountCents: 5_000, ...target?.ids }]
    const both = await Promise.all([apis.finance.post(`/bank-transactions/${line}/book`, { parts }), apis.finance.post(`/bank-transactions/${line}/book`, { parts })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
    expect(both.filter(({ status }) => status === 400).flatMap(messages)).toEqual(['Deze bankregel is al verwerkt. Ververs de pagina.'])
    expect(await bank.rows('select count(*)::int as count from payments where transaction_id = $1', [line])).toEqual([{ count: 1 }])
  })

  it('refuse a set at once, whatever the number of clicks, and take it back', async () => {
    const world = await bank.atTheBank({ pledges: [2_500, 2_500, 1_000] })
    const ids = (await bank.instructionsOf(world)).slice(0, 2).map(({ id }) => id)
    const clicks = await Promise.all([1, 2].map(() => apis.finance.post('/debit-instructions/refuse-set', { instructions: ids, reason: 'Brief van de bank' })))
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 400])
    expect(clicks.filter(({ status }) => status === 400).flatMap(messages)).toEqual(['Alleen een opdracht die bij de bank ligt kan geweigerd zijn.'])
    expect(await bank.statusesOf(world)).toEqual(['rejected', 'rejected', 'submitted'])
    expect((await apis.finance.post('/debit-instructions/undo-refusals', { instructions: ids })).status).toBe(200)
    expect(await bank.statusesOf(world)).toEqual(['submitted', 'submitted', 'submitted'])
    expect((await apis.finance.post('/debit-instructions/undo-refusals', { instructions: ids })).status).toBe(400)
    for (const instructions of [[], [0], ['x'], Array.from({ length: 51 }, (_, place) => place + 1), [1.5]]) expect((await apis.finance.post('/debit-instructions/refuse-set', { instructions })).status).toBe(400)
  })

  it('accept what is likely once for a key, and tell what stayed open', async () => {
    const iban = 'NL44RABO0123456789'
    const donor = await bank.build.person('Overboeker', { bankAccounts: [{ iban }] })
    const world = await bank.atTheBank({})
    await bank.build.pledge(donor, world.fund, { paymentMethod: 'transfer', startDate: collected, amountCents: 1_500, frequency: 'monthly' })
    world.bank.book(credit(1_500, { counterIban: iban, description: 'a' }))
    world.bank.book(credit(99, { description: 'b' }))
    await bank.importDay(world, collected)
    const asked = { lines: (await lines(world)).map(({ id }) => id), idempotencyKey: crypto.randomUUID() }
    const answers = await Promise.all([apis.finance.post('/bank-transactions/accept', asked), apis.finance.post('/bank-transactions/accept', asked)])
    expect(answers.map(({ status, body }) => ({ status, accepted: body['accepted'], left: body['left'] }))).toEqual([1, 2].map(() => ({ status: 200, accepted: [asked.lines[0]], left: [asked.lines[1]] })))
    expect(await bank.given(world)).toEqual([1_500])
  })
})

describe('files over HTTP', () => {
  it('come in one after the other, also twice, and each tells what became of it', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const [first, second] = [world.bank.statement(collected), (world.bank.book(credit(700, { bookingDate: addDays(collected, 1), valueDate: addDays(collected, 1), description: 'los' })), world.bank.statement(addDays(collected, 1)))]
    const answers = [await upload('maandag.xml', first), await upload('dinsdag.xml', second)]
    expect(answers).toMatchObject([{ status: 200, body: { files: [{ name: 'maandag.xml', statements: { format: 'camt053', matched: { batchTotals: 1 } } }] } }, { status: 200, body: { files: [{ name: 'dinsdag.xml', statements: { statements: [{ newLines: 1, hold: 'none' }] } }] } }])
    const again = await upload('maandag.xml', first)
    expect(again).toMatchObject({ status: 409, body: { errors: [{ message: expect.stringMatching(/^Dit bestand is op .* al ingelezen\. Er is niets veranderd\.$/) as unknown }] } })
    expect(await upload('foto.xml', 'geen bank')).toMatchObject({ status: 400 })
    expect(await upload('leeg.xml', '')).toMatchObject({ status: 400 })
  })

  it('come in a zip: what is right is read, what is wrong is told, an answer to a batch as well', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 2_000] })
    const [batch] = await bank.rows<{ id: number }>('select max(id) as id from debit_batches')
    const file = await apis.finance.get(`/debit-batches/${batch?.id}/file`)
    const [one] = await bank.instructionsOf(world)
    world.bank.refuseSilently(one?.endToEndId ?? '')
    const report = pain002For(receivedOrders(file.text), [{ endToEndId: one?.endToEndId ?? '', reason: 'AC04' }])
    const { status, body } = await upload('alles.zip', zipOf({ name: 'dag.xml', content: world.bank.statement(collected) }, { name: 'antwoord.xml', content: report }, { name: 'kladje.txt', content: 'niets' }))
    expect(status).toBe(200)
    expect(body.files?.map(({ name }) => name)).toEqual(['dag.xml', 'antwoord.xml', 'kladje.txt'])
    expect(body.files).toMatchObject([{ statements: { format: 'camt053' } }, { report: { batch: batch?.id, refused: 1, matched: { batchTotals: 1 } } }, { refusal: { message: expect.stringContaining('Dit is geen bankafschrift') as unknown } }])
    expect(await bank.statusesOf(world)).toEqual(['rejected', 'collected'])
  })
})
