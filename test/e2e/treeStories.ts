import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addDays, amsterdamDate } from '../../src/domain/localDate'

export type Demo = {
  readonly as: (name: string) => Promise<Page>
  readonly picture: (page: Page, name: string) => Promise<void>
}

const today = amsterdamDate(new Date())
const nextYear = `${Number(today.slice(0, 4)) + 1}-01-01`

const chooseOrgan = async (page: Page, title: string): Promise<void> => {
  await page.goto('/admin/organen-boom')
  await page.getByPlaceholder('Naam of code').fill(title)
  await page.getByRole('treeitem', { name: title }).getByText(title, { exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.waitForLoadState('networkidle')
}
/** Opens a tab, and waits until its buttons listen. */
const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Onderdelen' }).getByRole('link', { name }).click()
  await page.waitForURL(/tab=/)
  await page.waitForLoadState('networkidle')
}
const actions = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** What the API answers to whoever is logged in on the page. */
const askedBy = async (page: Page, path: string): Promise<unknown> =>
  (await page.request.get(path, { headers: { origin: new URL(page.url()).origin } })).json()

/** What staff do with the tree of organs, the rules and the past, on the demo association. */
export const treeStories = ({ as, picture }: Demo): unknown => describe('the tree of organs', () => {
  it('is browsed and searched, and shows who is in an organ', async () => {
    const page = await as('beheerder')
    await page.goto('/admin/organen-boom')
    await page.getByRole('treeitem').first().waitFor()
    await chooseOrgan(page, 'Afdeling Zeist')
    await page.locator('[data-list=organMembers] tbody tr').first().waitFor()
    await picture(page, 'organen-in-beeld')
  })

  it('shows who would fall out before a branch is stopped, and writes nothing', async () => {
    const page = await as('beheerder')
    await chooseOrgan(page, 'Afdeling Lent')
    await actions(page, 'Stopzetten').click()
    await page.locator('dialog input[type=date]').fill(nextYear)
    await page.getByRole('button', { name: 'Bekijk de gevolgen' }).click()
    await page.getByText(/\d+ vallen eruit/).waitFor()
    await picture(page, 'voorbeeld')
    await page.getByRole('button', { name: 'Terug' }).click()
    await page.goto('/admin/organen-boom')
    await chooseOrgan(page, 'Afdeling Lent')
    expect(await page.getByText('Stopt, met alles wat eronder valt').count()).toBe(0)
  })

  it('plans a transfer that a leaf may make, refuses one of today, and calls it off', async () => {
    const page = await as('beheerder')
    await chooseOrgan(page, 'Werkgroep Jongeren')
    await openTab(page, 'Gepland')
    await page.getByText('Landelijke werkgroepen').first().waitFor()
    await page.getByRole('button', { name: 'Overdracht annuleren' }).click()
    await page.getByRole('button', { name: 'Ja, annuleren' }).click()
    await page.getByText('Er staat niets gepland.').waitFor()
    await page.waitForLoadState('networkidle')
    await actions(page, 'Overdragen').click()
    await page.locator('dialog input[type=date]').fill(nextYear)
    const parents = page.locator('dialog select')
    await parents.locator('option', { hasText: 'Landelijke werkgroepen' }).waitFor({ state: 'attached' })
    await parents.selectOption(await parents.locator('option', { hasText: 'Landelijke werkgroepen' }).getAttribute('value') ?? '')
    await page.getByRole('button', { name: 'Bekijk de gevolgen' }).click()
    await page.getByText(/gaat Werkgroep Jongeren over naar Landelijke werkgroepen/).waitFor()
    await page.getByRole('button', { name: 'Bevestigen' }).click()
    await page.locator('dialog').waitFor({ state: 'detached' })
    await openTab(page, 'Gepland')
    await page.getByText('Landelijke werkgroepen').first().waitFor()
    const organ = Number(new URL(page.url()).searchParams.get('organ'))
    const refused = await page.request.post('/api/organ-placements', { data: { organ, parent: null, validFrom: today }, headers: { origin: new URL(page.url()).origin } })
    expect({ status: refused.status(), says: await refused.text() }).toEqual({ status: 400, says: expect.stringMatching(/op zijn vroegst morgen|tomorrow at the earliest/) })
  })

  it('shows the tree of a day that is yet to come as it is planned', async () => {
    const page = await as('ledenadministratie')
    const { docs } = await askedBy(page, '/api/organisations') as { docs: readonly { id: number }[] }
    const members = async (date: string): Promise<number> => {
      const tree = await askedBy(page, `/api/organisations/${docs[0]?.id}/tree?date=${date}`) as { nodes: readonly { title: string; members: number }[] }
      return tree.nodes.find(({ title }) => title === 'Afdeling Zeist')?.members ?? -1
    }
    expect(await members(nextYear)).toBeGreaterThan(await members(today))
    expect(await members(addDays(today, -90))).toBeGreaterThan(0)
    await page.goto(`/admin/organen-boom?date=${nextYear}`)
    await page.getByText('Die dag moet nog komen').waitFor()
  })

  it('builds a rule by hand, counts while it is typed, and says it in words', async () => {
    const page = await as('beheerder')
    await page.goto('/admin/collections/relation-lists/create')
    await page.waitForLoadState('networkidle')
    await page.fill('#field-title', 'Zeist en Den Dolder')
    await page.getByRole('button', { name: 'Eerste voorwaarde toevoegen' }).click()
    const towns = page.getByPlaceholder(/Typ of plak/)
    await towns.fill('Zeist, Den Dolder')
    await towns.press('Enter')
    await page.getByText(/\d+ relaties voldoen nu/).waitFor()
    await page.getByText(/Woonplaats is Zeist of Den Dolder/).first().waitFor()
    await picture(page, 'regel')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.waitForURL(/relation-lists\/\d+/)
  })

  it('explains why somebody is a member, rule by rule', async () => {
    const page = await as('ledenadministratie')
    await chooseOrgan(page, 'Afdeling Zeist')
    await page.locator('[data-list=organMembers] tbody tr').getByRole('link', { name: 'Waarom?' }).first().click()
    await page.getByText(/Lid sinds/).first().waitFor()
    await page.getByText('Van boven naar beneden').waitFor()
    await picture(page, 'uitleg')
  })

  it('corrects the past with a reason after showing what changes, and keeps what was known', async () => {
    const page = await as('beheerder')
    await chooseOrgan(page, 'Afdeling Zeist')
    await page.locator('[data-list=organMembers] tbody tr').first().getByRole('link').first().click()
    await page.getByRole('navigation', { name: 'Relatiekaart' }).getByRole('link', { name: 'Lidmaatschappen' }).click()
    await page.getByRole('link', { name: 'Lidmaatschap uit het verleden toevoegen' }).click()
    await page.getByRole('heading', { level: 1, name: /Lidmaatschap corrigeren/ }).waitFor()
    await page.waitForLoadState('networkidle')
    await page.getByLabel('Ingangsdatum').fill('2019-01-01')
    await page.getByLabel(/Einddatum/).fill('2020-01-01')
    await page.getByRole('button', { name: 'Toon wat er verandert' }).click()
    await page.getByText(/Dit verandert er/).waitFor()
    await page.locator('input[name=reason]').fill('Stond in de oude ledenlijst')
    await page.getByRole('button', { name: 'Corrigeer', exact: true }).click()
    await page.getByText(/Gecorrigeerd:/).waitFor()
    await page.getByRole('link', { name: 'Terug naar de relatiekaart' }).click()
    await page.getByText('Stond in de oude ledenlijst').first().waitFor()
  })

  it('refuses to edit a derived period, and says what to do instead', async () => {
    const page = await as('beheerder')
    const { docs } = await askedBy(page, '/api/memberships?limit=1') as { docs: readonly { id: number }[] }
    const answer = await page.request.patch(`/api/memberships/${docs[0]?.id}`, { data: { endDate: today }, headers: { origin: new URL(page.url()).origin } })
    expect(answer.status()).toBe(403)
    expect(await answer.text()).toMatch(/volgt uit de regels|follows from the rules/)
  })
})
