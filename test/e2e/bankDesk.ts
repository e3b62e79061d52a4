import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { button, expectToFit, open } from './financeScreens'
import type { Reconciling } from './reconcileWorld'
import type { Demo } from './treeStories'

/** What one story of the bank leaves to the next. */
export type Reconciliation = Reconciling & { readonly page: Page; readonly otherTab: Page; readonly complaints: readonly string[] }

/** The screen Bank verwerken of this account. */
export const bankScreen = (on: Page, { creditor }: Reconciling, tab: string): Promise<Page> => open(on, `/admin/bank?tab=${tab}&account=${creditor}`)

const lineOf = (page: Page, words: string) => page.locator('[data-list=bank-lines] tr[data-line]', { hasText: words })

/** The lines that Kring does not book by itself, one way after another. */
export function bankDesk(story: () => Reconciliation, picture: Demo['picture']): void {
  const words = (page: Page) => page.locator('.kring-done')

  it('5. accepts a proposal with one key, and takes it back with another', async () => {
    const { page } = story()
    await bankScreen(page, story(), 'likely')
    await lineOf(page, 'Fluweel').getByText('rekening en bedrag kloppen').waitFor()
    await expectToFit(page)
    await picture(page, 'bank-verwerken')
    await lineOf(page, 'Fluweel').focus()
    await page.keyboard.press('a')
    await words(page).getByText('Geboekt: € 36,00.').waitFor()
    await lineOf(page, 'Fluweel').waitFor({ state: 'detached' })
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('z')
    await page.getByText('Teruggedraaid.', { exact: true }).waitFor()
    await lineOf(page, 'Fluweel').waitFor()
  })

  it('6. accepts all that is likely after telling how many and for how much', async () => {
    const { page } = story()
    await bankScreen(page, story(), 'likely')
    await button(page, 'Accepteer alle 2 waarschijnlijke, samen € 108,00').click()
    await page.locator('dialog').getByText('2 regels worden geboekt, samen € 108,00:').waitFor()
    await expectToFit(page)
    await page.locator('dialog').getByRole('button', { name: 'Accepteren' }).click()
    await page.locator('dialog').getByText('2 regels zijn geboekt.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Voorstellen (0)' }).waitFor()
  })

  it('7. splits a line over an invoice, a gift and charges', async () => {
    const { page, invoices, fund } = story()
    await bankScreen(page, story(), 'choose')
    await lineOf(page, 'Praktijk De Iep').focus()
    await page.keyboard.press('s')
    await choose(page, invoices.get('Iep')?.number ?? '')
    await search(page, fund)
    await page.getByRole('option', { name: `Gift aan ${fund}, gever onbekend` }).click()
    await page.getByLabel(/^Bedrag voor Gift/).fill('60,00')
    await choose(page, 'Bankkosten')
    await page.getByText('Precies verdeeld.').waitFor()
    await expectToFit(page)
    await button(page, 'Boek deze regel').focus()
    await page.keyboard.press('Enter')
    await words(page).getByText('Geboekt: € 100,00.').waitFor()
  })

  it('8. books to a ledger account, and the other tab is told that the line is gone', async () => {
    const { page, otherTab } = story()
    await bankScreen(otherTab, story(), 'choose')
    await bankScreen(page, story(), 'choose')
    for (const tab of [page, otherTab]) {
      await lineOf(tab, 'Kosten betaalrekening').focus()
      await tab.keyboard.press('g')
      await choose(tab, '4900')
      await tab.keyboard.press('Enter')
      if (tab === page) await words(page).getByText(/^Geboekt: -?€ -?12,50\. Een volgende regel/).waitFor()
    }
    await otherTab.getByText('Deze bankregel is al verwerkt. Ververs de pagina.').waitFor()
  })

  it('9. judges a line that may be double', async () => {
    const { page } = story()
    await bankScreen(page, story(), 'twins')
    await page.getByText(/hetzelfde bedrag twee keer bij de bank/).waitFor()
    await expectToFit(page)
    await button(page, 'Is dezelfde').click()
    await words(page).getByText('Telt niet mee.').waitFor()
    await page.getByRole('link', { name: 'Misschien dubbel (0)' }).waitFor()
  })
}

const searchBox = (page: Page) => page.getByRole('combobox', { name: 'Zoek waar het voor is' })

/** Looks up what a line is for, until only what was asked for is found. */
async function search(page: Page, words: string): Promise<void> {
  await searchBox(page).fill(words)
  const options = page.getByRole('listbox', { name: 'Zoek waar het voor is' }).getByRole('option')
  await options.filter({ hasText: words }).first().waitFor()
  await expect.poll(() => options.filter({ hasNotText: words }).count()).toBe(0)
}

/** Chooses the first that is found. */
async function choose(page: Page, words: string): Promise<void> {
  await search(page, words)
  await searchBox(page).press('Enter')
}
