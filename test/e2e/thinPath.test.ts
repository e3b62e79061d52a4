import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { checkPain008 } from '../../src/formats/pain008Check'
import { writeCamt053, type WritableStatement } from '../../src/formats/camt053Write'
import { projectRoot } from '../../src/runtime/settings'
import { runningKring, type RunningKring } from '../setup/runningKring'
import { launchBrowser, newPage } from './browser'
import { apiOf, loggedIn, type Api } from './staff'

const today = amsterdamDate(new Date())
const yesterday = addDays(today, -1)
const iban = 'NL91ABNA0417164300'
const donors = Array.from({ length: 10 }, (_, index) => `Donateur${String.fromCharCode(65 + index)}`)

let kring: RunningKring
let browser: Browser
let admin: Page
let finance: Page
const foreign: string[] = []
const path: { batchFile?: string; organ?: number; ids: Record<string, number> } = { ids: {} }

beforeAll(async () => {
  kring = await runningKring({ KRING_DEMO: '0' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await kring?.stop()
})

const screenshot = async (page: Page, name: string): Promise<void> => {
  const folder = join(projectRoot, 'test', 'e2e', 'screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

const open = async (): Promise<Page> => {
  const { page, foreignRequests } = await newPage(browser, kring.url, foreign)
  expect(foreignRequests).toBe(foreign)
  return page
}

const cardTab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Relatiekaart' }).getByRole('link', { name })

const statementOf = (id: string, openingCents: number, entries: WritableStatement['entries']): string => writeCamt053({
  iban, id, openingCents: cents(openingCents), openingDate: addDays(yesterday, -1), closingDate: yesterday, entries,
})

describe('from relation to paid, as staff and as a representative', () => {
  it('makes whoever comes first the functional administrator', async () => {
    admin = await open()
    await admin.goto('/admin')
    await admin.fill('#field-email', 'beheer@kring.example')
    await admin.fill('#field-password', 'een-lang-wachtwoord')
    await admin.fill('#field-confirm-password', 'een-lang-wachtwoord')
    await admin.fill('#field-name', 'Bea Beheer')
    // The form looks over what was typed; a click within that blink would pass it by.
    await admin.waitForLoadState('networkidle')
    await admin.click('button[type=submit]')
    await admin.getByRole('search').waitFor()
    expect(await admin.locator('html').getAttribute('lang')).toBe('nl')
  })

  it('imports relations, and tells the line that is wrong', async () => {
    const rows = donors.map((name, index) => `Ans;;${name};19${70 + index}-03-01;3701 AB;Zeist;Zeist;Utrecht;${name.toLowerCase()}@example.nl;NL02ABNA0123456789`)
    const csv = ['voornaam;tussenvoegsel;achternaam;geboortedatum;postcode;woonplaats;gemeente;provincie;e-mail;iban', ...rows,
      'Elf;van;Elders;1980-01-01;3811 AA;Amersfoort;Amersfoort;Utrecht;elf@example.nl;', 'Fout;;Datum;2001-02-30;;;;;;'].join('\n')
    await admin.goto('/admin/relaties-importeren')
    await admin.setInputFiles('input[type=file]', { name: 'relaties.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await admin.getByRole('button', { name: 'Importeer' }).click()
    await admin.getByText('11 relaties toegevoegd.').waitFor()
    expect(await admin.locator('.kring-notice.wrong').innerText()).toContain('Regel 13, geboortedatum: “2001-02-30” is geen bestaande datum.')
    await screenshot(admin, 'import')
  })

  it('finds a relation from the dashboard and opens its card', async () => {
    await admin.goto('/admin')
    await admin.getByRole('searchbox').fill('donateurc')
    await admin.locator('.kring-search li a').first().click()
    await cardTab(admin, 'Lidmaatschappen').waitFor()
    expect(await admin.locator('h1').first().innerText()).toBe('Ans DonateurC')
    await screenshot(admin, 'relation-card')
  })

  it('places relations in organs by rules', async () => {
    const api: Api = apiOf(admin, kring.url)
    const organisation = await api.create('organisations', { title: 'Groen & Buurt' })
    const province = await api.create('organs', { title: 'Provincie Utrecht', organisation, startDate: '2026-01-01', ruleMode: 'rules' })
    const zeist = await api.create('organs', { title: 'Afdeling Zeist', organisation, parent: province, startDate: '2026-01-01', ruleMode: 'rules' })
    const amersfoort = await api.create('organs', { title: 'Afdeling Amersfoort', organisation, parent: province, startDate: '2026-01-01', ruleMode: 'rules' })
    const type = await api.create('membership-types', { title: 'Lid', organisation })
    const rule = (scope: object, field: string, value: string) => api.create('rule-versions', { ...scope, criteria: { field, operator: 'equals', value }, validFrom: '2026-01-01' })
    await rule({ membershipType: type }, 'relation.type', 'person')
    await rule({ organ: province }, 'address.province', 'Utrecht')
    await rule({ organ: zeist }, 'address.town', 'Zeist')
    await rule({ organ: amersfoort }, 'address.town', 'Amersfoort')
    const run = await api.post<{ days: { joined: number }[] }>('organisations/evaluate', {})
    // Eleven persons in the organisation and the province, ten in Zeist, one in Amersfoort.
    expect(run.days.map(({ joined }) => joined)).toEqual([33])
    expect(await api.post('organisations/evaluate', {})).toMatchObject({ days: [{ joined: 0, left: 0, open: 33 }] })
    path.organ = zeist
    await admin.goto('/admin/collections/relations?limit=25')
    await admin.getByRole('link', { name: 'Ans DonateurA' }).click()
    await cardTab(admin, 'Lidmaatschappen').click()
    await expect.poll(() => admin.locator('[data-list=memberships] tbody tr').count()).toBe(3)
    await screenshot(admin, 'memberships')
  })

  it('plans what donors pledged and what members owe', async () => {
    const api = apiOf(admin, kring.url)
    path.ids.creditor = await api.create('creditors', { title: 'Hoofdrekening', name: 'Groen & Buurt', creditorId: 'NL51ZZZ405365330000', iban, deliveryLeadDays: 2, batchMaxCount: 100 })
    path.ids.fund = await api.create('funds', { title: 'Fonds Zeist', code: 'ZEI', organ: path.organ })
    await api.createUser('Fien Financiën', 'financien@kring.example', { roles: ['finance', 'fundraising'] })
    finance = await loggedIn(await open(), 'financien@kring.example')
    const money = apiOf(finance, kring.url)
    for (const name of donors) {
      const donor = await money.idOf('relations', 'lastName', name)
      const mandate = await money.create('mandates', { creditor: path.ids.creditor, debtor: donor, iban: 'NL02ABNA0123456789', accountHolder: `A. ${name}`, signedOn: yesterday })
      await money.create('pledges', { donor, fund: path.ids.fund, amountCents: 2500, frequency: 'monthly', startDate: today, paymentMethod: 'directDebit', mandate })
    }
    await finance.goto('/admin/te-incasseren')
    await finance.getByRole('button', { name: 'Genereer opdrachten' }).click()
    await finance.locator('[data-list=collectable] tbody tr').first().waitFor()
    expect(await finance.locator('[data-list=collectable] tbody tr').count()).toBeGreaterThanOrEqual(10)
  })

  it('makes one batch within the limits, and tells first that it is late', async () => {
    await finance.goto(`/admin/te-incasseren?until=${today}`)
    await expect.poll(() => finance.locator('[data-list=collectable] tbody tr').count()).toBe(10)
    await finance.getByRole('button', { name: 'Maak batch van selectie' }).click()
    await finance.getByText('Voor 10 opdrachten is de uiterste aanleverdatum voorbij').waitFor()
    await finance.getByLabel('Ja, incasseer deze 10 opdrachten').check()
    await screenshot(finance, 'collecting')
    await finance.getByRole('button', { name: 'Maak de batch' }).dblclick()
    await finance.getByText('Gemaakt: 1 batch.').waitFor()
    const [download] = await Promise.all([finance.waitForEvent('download'), finance.getByRole('link', { name: /^Download/ }).click()])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    path.batchFile = Buffer.concat(chunks).toString('utf8')
    expect(checkPain008([path.batchFile])).toMatchObject({ count: 10, totalCents: 25_000 })
  })

  it('sees that 25.00 is missing when the bank dropped one, and where', async () => {
    const pmtInfId = /<PmtInfId>([^<]+)/.exec(path.batchFile ?? '')?.[1] ?? ''
    const statement = statementOf('AFSCHRIFT-1', 100_000, [{ bookingDate: yesterday, valueDate: yesterday, amountCents: cents(22_500), pmtInfId, txCount: 9, description: 'Incasso', code: 'IDDT/ESDD', isReversal: false }])
    await finance.goto('/admin/collections/bank-statements')
    await finance.setInputFiles('input[type=file]', { name: 'afschrift.xml', mimeType: 'text/xml', buffer: Buffer.from(statement) })
    await finance.getByText('1 regel ingelezen: 0 batches').waitFor()
    await finance.getByRole('link', { name: `Bekijk ${iban}` }).click()
    await finance.getByText('Er ontbreekt € 25,00').waitFor()
    await finance.locator('[data-list=lines] a').first().click()
    await finance.getByText('Er ontbreekt € 25,00.').waitFor()
    await screenshot(finance, 'difference')
  })

  it('marks the refused one, after which the total is right: nine collected, one open again', async () => {
    await finance.getByRole('row', { name: 'Ans DonateurG' }).getByRole('button', { name: 'Geweigerd door de bank' }).click()
    await finance.getByPlaceholder('Bijvoorbeeld: brief van de bank').fill('Brief van de bank')
    await finance.getByRole('button', { name: 'Markeer als geweigerd' }).click()
    await expect.poll(() => finance.locator('[data-list=instructions]').getByText('Geïncasseerd').count()).toBe(9)
    expect(await finance.locator('[data-list=instructions]').getByText('Geweigerd', { exact: true }).count()).toBe(1)
    const api = apiOf(finance, kring.url)
    expect(await api.count('donations', {})).toBe(9)
    expect(await api.count('debit-instructions', { 'where[status][equals]': 'rejected' })).toBe(1)
    await screenshot(finance, 'batch')
  })

  it('takes a return back from the fund', async () => {
    const endToEndId = /<EndToEndId>([^<]+)/.exec(path.batchFile ?? '')?.[1] ?? ''
    const statement = statementOf('AFSCHRIFT-2', 122_500, [{ bookingDate: yesterday, valueDate: yesterday, amountCents: cents(-2500), endToEndId, returnReason: 'AM04', description: 'Storno', code: 'IDDT/UPDD', isReversal: true }])
    await finance.goto('/admin/collections/bank-statements')
    await finance.setInputFiles('input[type=file]', { name: 'storno.xml', mimeType: 'text/xml', buffer: Buffer.from(statement) })
    await finance.getByText('1 storno,').waitFor()
    await finance.setInputFiles('input[type=file]', { name: 'storno.xml', mimeType: 'text/xml', buffer: Buffer.from(statement) })
    await finance.getByText(/Dit bestand is op .* al ingelezen\. Er is niets veranderd\./).waitFor()
  })

  it('shows a representative the own organ and nothing else', async () => {
    const api = apiOf(admin, kring.url)
    const type = await api.create('function-types', { title: 'Penningmeester', isRepresentative: true, seesFund: true })
    const person = await api.idOf('relations', 'lastName', 'DonateurB')
    await api.create('functions', { holder: person, type, organ: path.organ, startDate: today })
    await api.createUser('Ans DonateurB', 'vertegenwoordiger@kring.example', { relation: person })
    const page = await loggedIn(await open(), 'vertegenwoordiger@kring.example')
    await page.goto('/admin/mijn-afdeling')
    await page.getByRole('heading', { name: 'Mijn Afdeling: Afdeling Zeist' }).waitFor()
    await expect.poll(() => page.locator('[data-list=members] tbody tr').count()).toBe(10)
    expect(await page.locator('[data-list=members]').innerText()).not.toContain('Elders')
    expect(await page.locator('#fonds').innerText()).toContain('€ 200,00')
    await screenshot(page, 'my-department')
    const content = await page.content()
    expect(content).not.toContain('ABNA0123456789')
    const own = apiOf(page, kring.url)
    expect(await own.count('members', {})).toBe(10)
    for (const slug of ['relations', 'mandates', 'invoices', 'memberships', 'bank-transactions', 'users/1']) expect([403, 404]).toContain(await own.status(slug))
    await page.goto(`/admin/mijn-afdeling?organ=${(path.organ ?? 0) + 1}`)
    await page.getByText('Je vertegenwoordigt dit orgaan niet.').waitFor()
    await page.goto('/admin/te-incasseren')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/admin')
  })

  it('asked nothing of anybody else', () => expect(foreign).toEqual([]))
})
