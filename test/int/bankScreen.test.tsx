import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactElement } from 'react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { StaffRole } from '../../src/access/rights'
import { addDays } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { formatIban } from '../../src/formats/iban'
import { acceptProposals } from '../../src/operations/acceptProposals'
import { bankTargets } from '../../src/operations/bankTargets'
import { bankWorkPage } from '../../src/operations/bankWorkPage'
import { bookLine } from '../../src/operations/bookLine'
import { confirmStatement } from '../../src/operations/confirmStatement'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { lineWork } from '../../src/operations/lineWork'
import { refuseInstructions, undoRefusals } from '../../src/operations/refuseInstructions'
import { undoBooking } from '../../src/operations/undoBooking'
import { undoImport } from '../../src/operations/undoImport'
import { openTabs, workCounts, workLines, workTabs, type WorkFilter, type WorkPage } from '../../src/store/bankWork'
import { readConnection } from '../../src/store/transaction'
import { Bank } from '../../views/Bank'
import { Difference } from '../../views/Bank/Difference'
import { BankImport } from '../../views/BankImport'
import { BankLine } from '../../views/BankLine'
import { Statement } from '../../views/Statement'
import { writeMt940 } from '../bank/mt940Write'
import { bankStories, collected, credit, type BankStories, type World } from '../setup/bankWorld'
import { reqOn, testIban } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }), redirect: (to: string) => { throw new Error(`redirected to ${to}`) } }))
vi.mock('@payloadcms/ui', () => ({
  Button: ({ children }: { children: unknown }) => <button type="button">{children as string}</button>, Gutter: ({ children }: { children: unknown }) => <div>{children as string}</div>,
  SetStepNav: () => null, toast: {}, useTranslation: () => ({ i18n: { language: 'nl' } }),
}))
vi.mock('@payloadcms/next/templates', () => ({ DefaultTemplate: ({ children }: { children: unknown }) => <main>{children as string}</main> }))

const today = addDays(collected, 9)

let kring: BootedPayload
let bank: BankStories
const users = new Map<string, { readonly id: number }>()

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
  for (const role of ['administrator', 'finance', 'fundraising'] as const) users.set(role, await bank.build.user(role, { role }))
})
afterAll(() => kring.destroy())

type Asked = { readonly id?: number; readonly query?: object; readonly role?: StaffRole; readonly language?: 'nl' | 'en' }

async function req(role: StaffRole = 'finance', language: 'nl' | 'en' = 'nl') {
  const user = await kring.payload.findByID({ collection: 'users', id: users.get(role)?.id ?? 0, depth: 0 })
  const made = await reqOn(kring.payload, today, user as { readonly id: number })
  made.i18n.language = language
  return made
}

const tx = async () => readConnection(await req())
const textOf = (html: string): string => html.replace(/<style[^]*?<\/style>/g, '').replace(/<[^>]+>/g, ' ').replace(/&#x27;/g, '’').replace(/&amp;/g, '&').replace(/\s+/g, ' ')

/** What a screen is made of, as HTML. */
async function htmlOf(screen: unknown, { id = 0, query = {}, role, language }: Asked = {}): Promise<string> {
  const props = { doc: { id }, initPageResult: { req: await req(role, language), permissions: {}, visibleEntities: {} }, params: {}, searchParams: query }
  return renderToStaticMarkup(await (screen as (given: typeof props) => Promise<ReactElement>)(props))
}
const shown = async (screen: unknown, asked?: Asked): Promise<string> => textOf(await htmlOf(screen, asked))
const of = (world: World, query: object = {}) => ({ query: { account: String(world.creditor), ...query } })
const lines = ({ iban }: World) => bank.rows<{ id: number; amount: number; status: string; kind: string | null }>(
  'select t.id, t.amount_cents::int as amount, t.status, t.kind from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1 order by t.id', [iban])
const openLine = async (world: World): Promise<number> => (await lines(world)).find(({ status }) => status === 'open')?.id ?? 0
const importOf = async ({ iban }: World): Promise<number> => (await bank.rows<{ id: number }>('select max(import_id) as id from bank_statements where iban = $1', [iban]))[0]?.id ?? 0

async function invoiceOf(name: string, rest: Readonly<Record<string, unknown>> = {}): Promise<{ readonly id: number; readonly number: string; readonly debtor: number }> {
  const debtor = await bank.build.person(name, rest)
  await bank.build.subscription(debtor, await bank.build.add('subscription-types', { title: `Contributie ${name}`, priceCents: 5_000, period: 'year' }), { startDate: collected })
  await invoiceSubscriptions(await bank.reqNow(), collected)
  const [invoice] = await bank.rows<{ id: number; number: string }>('select id, number from invoices where debtor_id = $1', [debtor])
  return { id: invoice?.id ?? 0, number: invoice?.number ?? '', debtor }
}

describe('Bank verwerken', () => {
  it('says what to do first, and who may', async () => {
    const words = await shown(Bank)
    expect(words).toContain('Er is nog geen rekening. Voeg eerst een incassant toe')
    expect(words).toContain('Geen voorstellen. Kijk bij Zelf kiezen, of lees een nieuw bankbestand in.')
    expect(words).toContain('Bankbestanden inlezen')
    expect(await shown(Bank, { query: { tab: 'all' } })).toContain('Nog geen bankregels. Download bij je bank een afschrift')
    expect(await shown(Bank, { role: 'administrator' })).toMatch(/Je kunt hier kijken\. Boeken doet iemand van Financiën/)
    expect(await shown(Bank, { language: 'en' })).toContain('Process the bank')
    await expect(shown(Bank, { role: 'fundraising' })).rejects.toThrow('redirected to /admin')
  })

  it('tells of each line what it may be, why, and how many there are of each kind', async () => {
    const iban = testIban(62_001)
    const [one, two, three] = [await invoiceOf('Bakker', { bankAccounts: [{ iban }] }), await invoiceOf('Smit'), await invoiceOf('Jansen')]
    const world = await bank.atTheBank({})
    world.bank.book(credit(5_000, { description: 'contributie', counterIban: iban, counterName: 'J. Bakker', bankRef: '1' }))
    world.bank.book(credit(10_000, { description: `facturen ${two.number} en ${three.number}`, bankRef: '2' }))
    world.bank.book(credit(1_234, { description: 'zomaar', counterName: 'Onbekende gever', bankRef: '3' }))
    await bank.importDay(world, collected)
    const words = await shown(Bank, of(world))
    expect(words).toMatch(/Voorstellen \(2\) Zelf kiezen \(1\) Verschil bij een batch \(0\) Misschien dubbel \(0\) Verwerkt \(0\) Alles \(3\)/)
    expect(words).toMatch(/Rekening \d+ NL\d\d INGB [\d ]+ 16 mrt 2026 € [\d.,]+ 3 € 162,34/)
    expect(words).toContain('Accepteer alle 2 waarschijnlijke, samen € 150,00')
    expect(words).toMatch(new RegExp(`16 mrt 2026 J\\. Bakker ${formatIban(iban)} contributie € 50,00 Factuur ${one.number} van Bakker , nog open: € 50,00 waarschijnlijk · rekening en bedrag kloppen Accepteren Anders`))
    expect(words).toMatch(new RegExp(`Factuur ${two.number} van Smit € 50,00, nog open: € 50,00 Factuur ${three.number} van Jansen € 50,00.*deze facturen zijn samen precies dit bedrag`))
    expect(await shown(Bank, of(world, { tab: 'choose' }))).toMatch(/Onbekende gever zomaar € 12,34 Kring weet niet waar dit voor is\. Anders/)
    expect(await shown(Bank, { ...of(world), role: 'administrator' })).not.toMatch(/Accepteren|Anders…|inlezen/)
    const [seen, , unknown] = await lines(world)
    await bookLine(await req(), { line: unknown?.id ?? 0, parts: [{ kind: 'donation', fund: world.fund, amountCents: cents(1_234) }] })
    expect((await acceptProposals(await req(), { lines: [seen?.id ?? 0, unknown?.id ?? 0] }))).toMatchObject({ accepted: [seen?.id], left: [] })
    const done = await shown(Bank, of(world, { tab: 'processed' }))
    expect(done).toContain(`Factuur ${one.number} van Bakker`)
    expect(done).toMatch(/Gift aan Fonds \d+, gever onbekend/)
  })

  it('explains a difference by every set that it may be, and books the total once the right ones are refused (sepa §9)', async () => {
    const world = await bank.atTheBank({ pledges: [2_500, 2_500, 5_000, 1_000] })
    const [, second] = await bank.instructionsOf(world)
    world.bank.refuseSilently(...(await bank.instructionsOf(world)).slice(0, 2).map(({ endToEndId }) => endToEndId))
    await bank.importDay(world, collected)
    const line = await openLine(world)
    expect(await shown(Bank, of(world))).toMatch(/Verschil bij een batch \(1\).*€ 50,00 te weinig voor batch \S+ ?: verwacht € 110,00, ontvangen € 60,00\./)
    const work = await lineWork(await req(), line)
    expect(work.difference?.candidates.map((set) => set.map(({ amountCents }) => amountCents))).toEqual([[5_000], [2_500, 2_500]])
    const html = renderToStaticMarkup(<Difference line={work.line} difference={work.difference ?? { group: work.line.group ?? never(), differenceCents: cents(0), candidates: [], isComplete: true }} language="nl" onAct={() => undefined} />)
    expect(textOf(html)).toMatch(/De bank liet iets weg\. 2 mogelijkheden waarmee het precies klopt: .*Gever \d+-2 € 50,00 \S+ De bank heeft deze geweigerd Gever \d+-0 € 25,00 \S+ Gever \d+-1 € 25,00 \S+ De bank heeft deze geweigerd.*Hoort niet bij deze batch/)
    const pair = work.difference?.candidates[1]?.map(({ id }) => id) ?? []
    expect(await refuseInstructions(await req(), { instructions: [...pair, ...pair], reason: 'brief', today })).toMatchObject({ batchTotals: 1 })
    expect(await bank.statusesOf(world)).toEqual(['rejected', 'rejected', 'collected', 'collected'])
    expect(await bank.given(world)).toEqual([5_000, 1_000])
    await expect(refuseInstructions(await req(), { instructions: [second?.id ?? 0], reason: '', today })).rejects.toMatchObject({ code: 'BATCH_ALREADY_PROCESSED' })
  })

  it('refuses all of a set or none', async () => {
    const world = await bank.atTheBank({ pledges: [2_500, 2_500] })
    const [one] = await bank.instructionsOf(world)
    await expect(refuseInstructions(await req(), { instructions: [one?.id ?? 0, 2_000_000_000], reason: '', today })).rejects.toMatchObject({ code: 'INSTRUCTION_UNKNOWN' })
    expect(await bank.statusesOf(world)).toEqual(['submitted', 'submitted'])
  })

  it('says when a batch brought too much, and what may have been paid after all', async () => {
    const world = await bank.atTheBank({ pledges: [2_500, 1_000] })
    const [one] = await bank.instructionsOf(world)
    await refuseInstructions(await req(), { instructions: [one?.id ?? 0], reason: 'brief', today })
    world.bank.book(credit(3_400))
    await bank.importDay(world, collected)
    const { line: id } = await lineWork(await req(), (await lines(world)).find(({ amount }) => amount === 3_500)?.id ?? 0).then(({ line }) => ({ line: line.id }))
    expect((await lineWork(await req(), id)).difference).toMatchObject({ differenceCents: -2_500, candidates: [[{ id: one?.id }]], isComplete: true })
    expect(await shown(Bank, of(world, { tab: 'difference' }))).toContain('€ 25,00 te veel')
    expect(await undoRefusals(await req(), [one?.id ?? 0])).toMatchObject({ batchTotals: 1 })
    expect(await bank.given(world)).toEqual([2_500, 1_000])
  })

  it('lists the batches that a credit may be the total of, those of its amount first', async () => {
    const world = await bank.atTheBank({ pledges: [2_500] })
    const iban = testIban(62_002)
    world.bank.refuseSilently(...(await bank.instructionsOf(world)).map(({ endToEndId }) => endToEndId))
    world.bank.book(credit(2_500, { counterIban: iban }))
    await bank.importDay(world, collected)
    expect(await shown(Bank, of(world))).toContain('Kan het totaal zijn van een batch: kies zelf welke.')
    expect((await lineWork(await req(), await openLine(world))).groups).toMatchObject([{ expectedCents: 2_500, collectionDate: collected }])
  })

  it('shows a line of another format beside the one that it looks like', async () => {
    const world = await bank.atTheBank({})
    const entry = credit(1_500, { description: 'gift', counterName: 'Dubbele Dame' })
    world.bank.book(entry)
    await bank.importDay(world, collected)
    const opening = world.bank.balanceCents()
    await bank.importText(writeMt940({ iban: world.iban, id: 'MT1', sequence: '1', entries: [entry, credit(200, { description: 'nog een' })], openingCents: cents(opening - 1_500), openingDate: addDays(collected, -1), closingCents: cents(opening + 200), closingDate: collected }, 'ing'))
    const [held] = await bank.rows<{ id: number }>("select id from bank_statements where iban = $1 and hold <> 'none'", [world.iban])
    await confirmStatement(await req(), held?.id ?? 0)
    const words = await shown(Bank, of(world, { tab: 'twins' }))
    expect(words).toMatch(/Misschien dubbel \(1\).*Deze regel uit afschrift\.xml 16 mrt 2026 · € 15,00.*Al bekend uit afschrift\.xml 16 mrt 2026 · € 15,00.*Staat op 16 mrt 2026 hetzelfde bedrag twee keer.*Is dezelfde Is een andere/)
  })

  it('says in words what a conflict is: a second return, an unknown debit, a success code', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const [one] = await bank.instructionsOf(world)
    await bank.importDay(world, collected)
    const returned = (days: number, rest: object) => credit(-1_000, { bookingDate: addDays(collected, days), valueDate: addDays(collected, days), isReversal: true, ...rest })
    world.bank.book(returned(1, { endToEndId: one?.endToEndId, returnReason: 'AM04', bankRef: 'R1' }))
    await bank.importDay(world, addDays(collected, 1))
    world.bank.book(returned(2, { endToEndId: one?.endToEndId, returnReason: 'MD06', bankRef: 'R2' }))
    world.bank.book(returned(2, { endToEndId: 'VAN-VROEGER', returnReason: 'AM04', bankRef: 'R3' }))
    await bank.importDay(world, addDays(collected, 2))
    await bank.rows(`insert into bank_transactions (statement_id, line, booking_date, value_date, amount_cents, return_reason, status, is_by_hand, fingerprint)
      select max(id), 99, $2, $2, 1000, '0000', 'open', false, 'success' from bank_statements where iban = $1`, [world.iban, addDays(collected, 2)])
    const html = await htmlOf(Bank, of(world, { tab: 'choose' }))
    const words = textOf(html)
    expect(words).toMatch(/Deze incasso bij Gever \d+-0 kwam op 17 mrt 2026 al terug\. Een tweede keer hoort niet: vraag het na bij je bank\. Bekijk de incasso Bekijk de eerdere storno/)
    const earlier = (await lines(world)).find(({ kind }) => kind === 'return')?.id
    expect(html).toContain(`href="/admin/collections/bank-transactions/${earlier}/overview"`)
    expect(words).toContain('Dit is een storno van een incasso die Kring niet kent')
    expect(words).toContain('De bank geeft bij deze bijschrijving een storno-code, maar er komt geld binnen')
  })

  it('shows lines of a statement that waits under a head of their own', async () => {
    const world = await bank.atTheBank({})
    world.bank.book(credit(700, { description: 'los' }))
    await bank.importDay(world, collected)
    await bank.rows("update bank_statements set hold = 'unbalanced' where iban = $1", [world.iban])
    const words = await shown(Bank, of(world))
    expect(words).toMatch(/Wacht op bevestiging \(1\).*Wacht tot het afschrift is bevestigd\. Naar het afschrift/)
    expect(words).not.toContain('Anders…')
  })
})

function never(): never {
  throw new Error('There is no group')
}

describe('the list of lines', () => {
  let world: World
  const query = async (filter: WorkFilter, page: Partial<WorkPage> = {}) => workLines(await tx(), { creditor: world.creditor, ...filter }, { tab: 'all', sort: 'date', isDescending: false, offset: 0, limit: 50, ...page })
  const amounts = async (filter: WorkFilter, page: Partial<WorkPage> = {}) => (await bankWorkPage(await req(), { creditor: world.creditor, ...filter }, { tab: 'all', sort: 'date', isDescending: false, offset: 0, limit: 50, ...page })).map(({ line }) => line.amountCents)

  beforeAll(async () => {
    world = await bank.atTheBank({})
    const entry = (day: number, amountCents: number, rest: object) => credit(amountCents, { bookingDate: addDays(collected, day), valueDate: addDays(collected, day), ...rest })
    const days = [[entry(0, 2_500, { counterName: 'Albert Zwart', description: 'Gift 100%' }), entry(0, 12_500, { counterName: 'Zwart & Zn', description: 'sponsoring' })],
      [entry(1, -2_500, { counterName: 'Bank', description: 'kosten' }), entry(1, 123_450, { counterName: 'bakker', counterIban: testIban(62_003), description: 'erfenis' })]]
    for (const [place, entries] of days.entries()) {
      entries.forEach((one) => world.bank.book(one))
      await bank.importDay(world, addDays(collected, place))
    }
  })

  it.each([
    ['25,00', [2_500, -2_500]], ['25', [2_500, -2_500]], ['€25', [2_500, -2_500]], ['1.234,50', [123_450]], ['zwart', [2_500, 12_500]], ['zwart gift', [2_500]], ['100%', [2_500]], ['%', [2_500]], ['_', []], ['niets van dit', []],
  ])('finds by %s', async (search, expected) => {
    expect(await amounts({ search })).toEqual(expected)
  })

  it('finds by IBAN, with and without spaces, and by period and statement', async () => {
    expect(await amounts({ search: formatIban(testIban(62_003)) })).toEqual([123_450])
    expect(await amounts({ search: testIban(62_003) })).toEqual([123_450])
    expect(await amounts({ from: addDays(collected, 1) })).toEqual([-2_500, 123_450])
    expect(await amounts({ until: collected })).toEqual([2_500, 12_500])
    const [statement] = await bank.rows<{ id: number }>('select min(id) as id from bank_statements where iban = $1', [world.iban])
    expect(await amounts({ statement: statement?.id ?? 0 })).toEqual([2_500, 12_500])
  })

  it('is sorted by each column both ways, and leafed through without loss', async () => {
    expect(await amounts({}, { sort: 'amount', isDescending: true })).toEqual([123_450, 12_500, 2_500, -2_500])
    expect(await amounts({}, { sort: 'counterparty' })).toEqual([2_500, 123_450, -2_500, 12_500])
    expect(await amounts({}, { isDescending: true })).toEqual([123_450, -2_500, 12_500, 2_500])
    const pages = [await query({}, { limit: 3 }), await query({}, { limit: 3, offset: 3 })]
    expect(pages.flat()).toEqual(await query({}))
  })

  it('lists under every head as many lines as it counts, for the same amount, whatever the filter', async () => {
    for (const filter of [{}, { search: 'gift' }, { search: '25,00' }, { from: collected, until: collected }, { creditor: world.creditor }] as const) {
      const counts = await workCounts(await tx(), filter)
      for (const tab of workTabs) {
        const rows = await bankWorkPage(await req(), filter, { tab, sort: 'date', isDescending: false, offset: 0, limit: 1_000 })
        expect({ tab, filter, count: rows.length, total: rows.reduce((sum, { line }) => sum + line.amountCents, 0) }).toEqual({ tab, filter, count: counts.tabs[tab].count, total: counts.tabs[tab].totalCents })
      }
      expect(counts.likely.flatMap(({ lines }) => lines).length).toBe(counts.tabs.likely.count)
      const [open] = await bank.rows<{ count: number }>("select count(*)::int as count from bank_transactions where status = 'open'")
      if (Object.keys(filter).length === 0) expect(openTabs.reduce((sum, tab) => sum + counts.tabs[tab].count, 0)).toBe(open?.count)
    }
  })

  it('asks nothing that makes it stumble', async () => {
    expect(await shown(Bank, { query: { tab: 'x', account: "1'", statement: '-1', from: 'gisteren', q: "'%\\_", sort: 'y', order: 'z', page: '-3' } })).toContain('Geen regel past bij wat je zoekt')
  })

  it('keeps what is asked in its heads and pages', async () => {
    const html = await htmlOf(Bank, of(world, { tab: 'all', q: 'zwart', sort: 'amount', order: 'asc' }))
    const here = [...html.slice(html.indexOf('data-list="bank-lines"')).matchAll(/href="(\/admin\/bank\?[^"]*)"/g)].map(([, to]) => to ?? '')
    expect(here.length).toBe(3)
    expect(here.every((to) => to.includes('q=zwart') && to.includes(`account=${world.creditor}`))).toBe(true)
    expect(html).toContain('aria-sort="ascending"')
  })
})

describe('what a line may be for', () => {
  it('is found among invoices, gifts, debits and ledger accounts, what lies at hand first', async () => {
    const iban = testIban(62_004)
    const invoice = await invoiceOf('Zoekers', { bankAccounts: [{ iban }] })
    const account = await bank.build.add('ledger-accounts', { code: '4711', title: 'Kantine' })
    const world = await bank.atTheBank({ pledges: [1_000] })
    world.bank.book(credit(7_500, { counterIban: iban, bankRef: '1' }))
    await bank.importDay(world, collected)
    const line = await openLine(world)
    const find = async (words: string, kind?: 'ledger' | 'donation' | 'invoicePayment' | 'return', on = line) => (await bankTargets(await req(), { line: on, words, kind })).targets
    expect(await find('', 'invoicePayment')).toMatchObject([{ kind: 'invoicePayment', ids: { invoice: invoice.id }, amountCents: 5_000, label: `Factuur ${invoice.number} van Zoekers`, detail: 'nog open: € 50,00' }])
    expect(await find(invoice.number)).toMatchObject([{ ids: { invoice: invoice.id } }])
    expect((await find('4711'))[0]).toMatchObject({ kind: 'ledger', ids: { ledgerAccount: account } })
    expect(await find('kantine')).toEqual([{ kind: 'ledger', ids: { ledgerAccount: account }, amountCents: null, label: 'Grootboekrekening 4711 Kantine', detail: '', name: '' }])
    expect(await find('zoekers', 'donation')).toMatchObject([{ kind: 'donation', ids: { donor: invoice.debtor }, label: 'Gift van Zoekers: kies een fonds' }])
    expect(await find(`Fonds ${bank.storyNumber()}`, 'donation')).toEqual(expect.arrayContaining([expect.objectContaining({ ids: { fund: world.fund, donor: invoice.debtor }, label: `Gift aan Fonds ${bank.storyNumber()} van Zoekers`, name: 'Zoekers' })]))
    expect(await find('bestaat niet')).toEqual([])
    expect(await find('', 'return')).toEqual([])
    world.bank.book(credit(-1_000, { bookingDate: addDays(collected, 1), valueDate: addDays(collected, 1), description: 'terug' }))
    await bank.importDay(world, addDays(collected, 1))
    const [one] = await bank.instructionsOf(world)
    const back = (await lines(world)).find(({ amount }) => amount === -1_000)?.id ?? 0
    expect(await find('', 'return', back)).toMatchObject([{ ids: { instruction: one?.id }, amountCents: -1_000, detail: `${one?.endToEndId}, geïncasseerd op 16 mrt 2026` }])
  })
})

describe('a bank line, its statement and its file', () => {
  it('tell what it was booked as, by whom and why, and what was undone', async () => {
    const ledger = await bank.build.add('ledger-accounts', { code: '4900', title: 'Bankkosten' })
    const invoice = await invoiceOf('Regelaar')
    const world = await bank.atTheBank({ pledges: [1_000] })
    world.bank.book(credit(6_000, { description: 'splits mij', counterName: 'R. Regelaar', counterIban: testIban(62_005), bankRef: 'B1' }))
    await bank.importDay(world, collected)
    const line = await openLine(world)
    expect(await shown(BankLine, { id: line })).toMatch(/Open · .*Naar Bank verwerken.*Nog niet geboekt\./)
    await bookLine(await req(), { line, note: 'op verzoek', parts: [{ kind: 'invoicePayment', invoice: invoice.id, amountCents: cents(5_000) }, { kind: 'ledger', ledgerAccount: ledger, amountCents: cents(1_000) }] })
    const html = await htmlOf(BankLine, { id: line })
    expect(textOf(html)).toMatch(new RegExp(`Verwerkt · .*€ 60,00.*Factuur ${invoice.number} van Regelaar op verzoek € 50,00 Door een medewerker finance,.*Grootboekrekening 4900 Bankkosten.*€ 10,00.*Boeking terugdraaien.*Betaling van factuur ${invoice.number} Regelaar € 50,00.*Wat de bank vertelde Tegenpartij R\\. Regelaar`))
    expect(html).toContain(`href="/admin/collections/invoices/${invoice.id}/overview"`)
    await undoBooking(await req(), line)
    expect(await shown(BankLine, { id: line })).toMatch(/Teruggedraaid door finance.*Terugboeking op factuur/)
    expect(await shown(BankLine, { id: line, role: 'administrator' })).not.toContain('Boeking terugdraaien')
    const total = (await lines(world)).find(({ kind }) => kind === 'batchTotal')?.id ?? 0
    expect(await shown(BankLine, { id: total })).toMatch(/Totaal van batch \S+ € 10,00 Kenmerk van de batch.* Kring,.*Donatie aan Fonds \d+ Gever \d+-0 · incasso € 10,00/)
    expect(await shown(BankLine, { id: 2_000_000_000 })).toContain('Deze bankregel bestaat niet.')
    await expect(shown(BankLine, { id: line, role: 'fundraising' })).resolves.toContain('geen recht')
  })

  it('lead to each other, and tell that the reading was undone and why', async () => {
    const world = await bank.atTheBank({})
    world.bank.book(credit(700, { description: 'los', counterName: 'Piet' }))
    world.bank.book(credit(800, { description: 'vast', counterName: 'Klaas' }))
    await bank.importDay(world, collected)
    const file = await importOf(world)
    const [statement] = await bank.rows<{ id: number }>('select id from bank_statements where iban = $1', [world.iban])
    const id = statement?.id ?? 0
    const words = await shown(BankImport, { id: file })
    expect(words).toMatch(/camt\.053 · ingelezen door Kring op .*Regels 2 Waarvan nieuw 2 .*Inlezen terugdraaien/)
    const html = await htmlOf(Statement, { id })
    expect(html).toContain(`href="/admin/collections/bank-imports/${file}/overview"`)
    expect(html).toContain(`href="/admin/bank?tab=all&amp;statement=${id}#regels"`)
    expect(await shown(Statement, { id, query: { search: 'piet' } })).not.toContain('Klaas')
    expect(await shown(Statement, { id, query: { status: 'processed' } })).toContain('Geen regel past bij wat je zoekt.')
    await undoImport(await req(), file, 'Verkeerde maand')
    expect(await shown(BankImport, { id: file })).toMatch(/Teruggedraaid door finance .*: Verkeerde maand\. De regels tellen niet meer mee/)
    expect(await shown(Statement, { id })).toMatch(/Het inlezen van dit afschrift is teruggedraaid.*Teruggedraaid/)
    expect(await shown(BankImport, { id: 2_000_000_000 })).toContain('Dit bankbestand bestaat niet.')
  })
})
