import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankDesk, bankScreen, type Reconciliation } from './bankDesk'
import { button, complaintsOf, expectToFit, figure, giveFile, giveFiles, open } from './financeScreens'
import { moneyTrail } from './moneyTrail'
import { reconciling } from './reconcileWorld'
import type { Demo } from './treeStories'

const choose = 'Bankbestanden inlezen'

/** The bank as a treasurer works through it: files, a refusal, two returns, proposals, and every step back (seed 004, issue 5). */
export const reconcileStories = ({ as, picture }: Demo): unknown => describe('a reconciliation', () => {
  let story: Reconciliation

  beforeAll(async () => {
    const world = await reconciling(as)
    const page = await as('financien')
    story = { ...world, page, otherTab: await page.context().newPage(), complaints: complaintsOf(page) }
  })
  afterAll(() => story?.page.context().close())

  it('1. reads three files at once and tells of each what came of it', async () => {
    const { page, files } = story
    await open(page, '/admin/bank')
    await giveFiles(page, choose, { 'camt053.xml': files.collection, 'mt940.sta': files.next, 'begroting.txt': 'Dit is de begroting, geen afschrift.' })
    const told = (name: string) => page.locator('.kring-upload .kring-notice', { hasText: name })
    await told('camt053.xml').getByText('7 regels ingelezen: 1 batch, 0 storno’s').waitFor()
    await told('mt940.sta').getByText('2 regels ingelezen').waitFor()
    await told('begroting.txt').getByText(/^begroting\.txt: Dit is geen bankafschrift/).waitFor()
    await expectToFit(page)
    await told('mt940.sta').getByRole('link', { name: /^Bekijk/ }).click()
    await page.waitForURL(/bank-statements\/\d+\/lines/)
    await page.waitForLoadState('networkidle')
    await expectToFit(page)
    await page.locator('[data-list=lines]').getByText('€ 8,00').waitFor()
  })

  it('2. explains that € 25 is missing by the two debits that it may be, and books the batch once the right one is refused', async () => {
    const { page } = story
    await bankScreen(page, story, 'difference')
    await page.getByText('€ 25,00 te weinig').waitFor()
    await page.getByRole('button', { name: /^Iets anders kiezen voor € 75,00/ }).click()
    const candidates = page.locator('[data-list=candidates] li')
    await candidates.first().waitFor()
    expect(await candidates.count()).toBe(2)
    await expectToFit(page)
    await page.locator('#regels').evaluate((element) => element.scrollIntoView())
    await picture(page, 'bank-verschil')
    await page.getByRole('button', { name: /De bank heeft deze geweigerd: .*Appel/ }).click()
    await page.getByText('Gemarkeerd als geweigerd. De batch is verwerkt.').waitFor()
    await page.getByRole('link', { name: 'Verschil bij een batch (0)' }).waitFor()
  })

  it('3. reads two returns: the invoice is open again, and each failed debit is listed with why and what to do', async () => {
    const { page, invoices, files } = story
    await open(page, '/admin/bank')
    await giveFile(page, choose, 'storno.xml', files.returns)
    await page.getByText('2 regels ingelezen: 0 batches, 2 storno’s').waitFor()
    await open(page, `/admin/collections/invoices/${invoices.get('Esdoorn')?.id}/overview`)
    expect(await figure(page, 'Openstaand').innerText()).toBe('€ 36,00')
    await failedScreen(story)
    expect(await failed(page).count()).toBe(3)
    await failed(page, 'Esdoorn').getByText('AM04: Onvoldoende saldo').waitFor()
    await failed(page, 'Esdoorn').getByText('Herinneren').waitFor()
    await failed(page, 'Doorn').getByText('Contact opnemen').waitFor()
    await failed(page, 'Doorn').getByText('De machtiging is geblokkeerd. Neem contact op met de betaler en deblokkeer haar daarna.').waitFor()
    await expectToFit(page)
    await picture(page, 'mislukte-opdrachten')
  })

  it('4. tells what goes when all are tried again, and tries one', async () => {
    const { page } = story
    await button(page, 'Alle 3 opnieuw proberen').click()
    const dialog = page.locator('dialog')
    await dialog.getByText('2 incasso’s worden opnieuw gepland, samen € 61,00.').waitFor()
    await dialog.getByText(/1 opdracht, samen € 40,00: De machtiging is geblokkeerd/).waitFor()
    await expectToFit(page)
    await dialog.getByRole('button', { name: 'Terug' }).click()
    await failed(page, 'Esdoorn').getByRole('button', { name: /^Incasso opnieuw proberen/ }).click()
    await page.getByText(/^Opnieuw gepland voor/).waitFor()
    await expect.poll(() => failed(page).count()).toBe(2)
  })

  bankDesk(() => story, picture)
  moneyTrail(() => story, picture)

  it('has nothing on its console but what was refused', () => expect(story.complaints).toEqual([]))
})

const failedScreen = ({ page, creditor }: Reconciliation): Promise<Page> => open(page, `/admin/mislukte-opdrachten?creditor=${creditor}`)
const failed = (page: Page, name?: string) => page.locator('[data-list=failed-debits] tbody tr', name ? { has: page.getByRole('link', { name: new RegExp(`\\b${name}$`) }) } : {})
