import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactElement } from 'react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { day } from '../../src/domain/localDate'
import { FundForecast } from '../../views/FundForecast'
import { MyDepartment } from '../../views/MyDepartment'
import { apiOf } from '../setup/api'
import { reqOn } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

vi.mock('next/navigation', () => ({ redirect: (to: string) => { throw new Error(`redirected to ${to}`) } }))
vi.mock('@payloadcms/ui', () => ({ Gutter: ({ children }: { children: unknown }) => <div>{children as string}</div>, SetStepNav: () => null }))
vi.mock('@payloadcms/next/templates', () => ({ DefaultTemplate: ({ children }: { children: unknown }) => <main>{children as string}</main> }))

const today = day('2026-11-15')

let kring: BootedPayload
let cast: Cast

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  const { build, funds, relations } = cast
  await build.pledge(relations.anna, funds.oost, { startDate: '2026-10-31' })
  await build.pledge(relations.chris, funds.oost, { startDate: '2026-12-01', frequency: 'yearly', amountCents: 6_000 })
  for (let index = 0; index < 30; index += 1) await build.add('donations', { donor: relations.bram, fund: funds.oost, amountCents: 500, receivedOn: '2026-03-10', source: 'bank' })
})
afterAll(() => kring.destroy())

type Asked = { readonly id?: number; readonly query?: object; readonly user: { readonly id: number }; readonly screen?: unknown }

/** What a screen is made of, as HTML. */
async function htmlOf({ id = 0, query = {}, user, screen = MyDepartment }: Asked): Promise<string> {
  const found = await kring.payload.findByID({ collection: 'users', id: user.id, depth: 0 })
  const req = await reqOn(kring.payload, today, found as { readonly id: number })
  const props = { doc: { id }, initPageResult: { req, permissions: {}, visibleEntities: {} }, params: {}, searchParams: query }
  return renderToStaticMarkup(await (screen as (given: typeof props) => Promise<ReactElement>)(props))
}
const wordsIn = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/&#x27;/g, '’').replace(/\s+/g, ' ')
const shown = async (asked: Asked): Promise<string> => wordsIn(await htmlOf(asked))
const addressesIn = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => (to ?? '').replaceAll('&amp;', '&'))

describe('Mijn Afdeling of an organ with a fund', () => {
  const rosa = () => cast.users.rosa

  it('has the tabs of the fund', async () => {
    expect(await shown({ user: rosa() })).toMatch(/Mijn Buurt: Oost Leden Donaties Toezeggingen Prognose .*Fonds: Fonds Oost Ontvangen dit jaar € 150,00 .*Lopende toezeggingen 2/)
  })

  it('lists donations in pages, by donor and by period, without a card or an account', async () => {
    const html = await htmlOf({ user: rosa(), query: { tab: 'donations' } })
    expect(wordsIn(html)).toMatch(/Donaties: Fonds Oost Donaties 30 Samen € 150,00 .*10 mrt 2026 Bram de Vries € 5,00 .*Bladzijde 1 van 2 Volgende/)
    expect(html).toContain('aria-sort="descending"')
    expect(html).not.toMatch(/collections\/|canary|NL\d\d/)
    expect(await shown({ user: rosa(), query: { tab: 'donations', search: 'niemand' } })).toContain('Niemand gevonden.')
    expect(await shown({ user: rosa(), query: { tab: 'donations', period: '2026-04' } })).toMatch(/Donaties: Fonds Oost, apr 2026 .*Er is niets ontvangen in apr 2026\./)
    expect(await shown({ user: rosa(), query: { tab: 'donations', page: 'x', period: '20-1', sort: 'oops' } })).toContain('Bladzijde 1 van 2')
  })

  it('lists pledges', async () => {
    expect(await shown({ user: rosa(), query: { tab: 'pledges' } })).toMatch(/Toezeggingen: Fonds Oost .*Anna Bakker Actief Per maand 31 okt 2026 € 10,00 Chris Jansen Actief Per jaar 1 dec 2026 € 60,00/)
    expect(await shown({ user: rosa(), query: { tab: 'pledges', search: 'niemand' } })).toContain('Niemand gevonden.')
  })

  it('forecasts, with every figure leading to its list', async () => {
    const html = await htmlOf({ user: rosa(), query: { tab: 'forecast' } })
    expect(wordsIn(html)).toMatch(/Prognose: Fonds Oost .*Prognose 2026 € 230,00 Ontvangen € 150,00 Verwacht € 80,00 Openstaand € 10,00 .*mrt 2026 € 150,00 € 0,00 € 150,00 .*nov 2026 € 0,00 € 10,00 € 10,00 dec 2026 € 0,00 € 70,00 € 70,00 Totaal € 150,00 € 80,00 € 230,00 .*Nog verwacht .*30 nov 2026 Anna Bakker .*1 dec 2026 Chris Jansen .*Openstaand .*31 okt 2026 Anna Bakker/)
    const months = html.slice(html.indexOf('id="maanden"'), html.indexOf('id="verwacht"'))
    expect(addressesIn(months)).toHaveLength(13 * 3)
    const organ = cast.organs.oost
    expect(addressesIn(months)).toContain(`/admin/mijn-afdeling?organ=${organ}&tab=donations&period=2026-03`)
    expect(addressesIn(months)).toContain(`/admin/mijn-afdeling?organ=${organ}&tab=forecast&year=2026&month=2026-12#verwacht`)
    expect(html).not.toMatch(/collections\//)
    expect(await shown({ user: rosa(), query: { tab: 'forecast', month: '2026-12' } })).toMatch(/Nog verwacht in dec 2026 .*1 dec 2026 Chris Jansen \d+ € 60,00 31 dec 2026 Anna Bakker/)
    expect(await shown({ user: rosa(), query: { tab: 'forecast', year: '2025' } })).toMatch(/In deze periode wordt niets meer verwacht\. .*Alles wat tot vandaag verwacht werd, is binnen\./)
    expect(await shown({ user: rosa(), query: { tab: 'forecast', year: '99999', month: '2026-13' } })).toContain('Prognose 2026')
  })

  it.each(['donations', 'pledges', 'forecast'])('shows no tab %s of another organ', async (tab) => {
    expect(await shown({ user: rosa(), query: { tab, organ: String(cast.organs.west) } })).toContain('Je vertegenwoordigt dit orgaan niet.')
  })
})

describe('Mijn Afdeling without a fund to see', () => {
  it('has no tabs without the right, whatever the address asks', async () => {
    for (const tab of ['members', 'donations', 'pledges', 'forecast']) {
      const html = await htmlOf({ user: cast.users.ruud, query: { tab } })
      expect(wordsIn(html)).toMatch(/Mijn Buurt: West Leden 0/)
      expect(html).not.toMatch(/tab=|Fonds|Prognose/)
    }
  })

  it('has no tabs where the organ has no fund', async () => {
    const { build, organisation, functionTypes } = cast
    const [noord, nora] = [await build.organ(organisation, 'Noord'), await build.person('Noord')]
    await build.add('functions', { holder: nora, type: functionTypes.chair, organ: noord, startDate: '2024-01-01' })
    const html = await htmlOf({ user: await build.user('nora', { relation: nora }), query: { tab: 'forecast' } })
    expect(wordsIn(html)).toContain('Mijn Buurt: Noord')
    expect(html).not.toMatch(/tab=|Fonds|Prognose/)
  })
})

describe('the fund of staff', () => {
  it('has the same forecast, leading to donations and pledges', async () => {
    const html = await htmlOf({ user: cast.users.fundraising, id: cast.funds.oost, screen: FundForecast })
    expect(wordsIn(html)).toMatch(/Prognose 2026 € 230,00 Ontvangen € 150,00 Verwacht € 80,00 Openstaand € 10,00/)
    const march = `where[and][0][fund][equals]=${cast.funds.oost}&where[and][1][receivedOn][greater_than_equal]=2026-03-01&where[and][2][receivedOn][less_than_equal]=2026-03-31`
    expect(addressesIn(html)).toContain(`/admin/collections/donations?${march}`)
    const counted = async (where: string) => (await apiOf(kring, cast.users.fundraising.token).get(`/donations?${where}`)).body.totalDocs
    expect([await counted(march), await counted(march.replaceAll('2026-03', '2026-05'))]).toEqual([30, 0])
    expect(html).toMatch(/collections\/pledges\/\d+/)
  })

  it('is not for who keeps members', async () => {
    expect(await shown({ user: cast.users.membership, id: cast.funds.oost, screen: FundForecast })).toContain('Je hebt hier geen recht toe.')
  })
})
