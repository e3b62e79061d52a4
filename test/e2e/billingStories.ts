import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { inventedIban } from '../../src/seed/accounts'
import { button, expectToFit, open, tabTo, wrong } from './financeScreens'
import { activeMandates, found, today, type Month } from './monthWorld'

type Billing = { readonly finance: () => Page; readonly month: () => Month; readonly picture: (page: Page, name: string) => Promise<void> }

/** What finance does beside collecting: credit notes, reminders, mandates, subscriptions that end, the contract with the bank. */
export function billingStories({ finance, month, picture }: Billing): void {
  it('11. credits a part of an invoice, with the keyboard', async () => {
    const page = finance()
    const [invoice] = await found<{ id: number }>(page, `invoices?where[subscription][equals]=${month().byPost}`)
    await open(page, `/admin/collections/invoices/${invoice?.id}/overview`)
    await button(page, 'Crediteren').focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog').getByText(/Je neemt factuur/).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await page.getByLabel('Een deel').check()
    await page.getByLabel('Bedrag').fill('6,00')
    await page.getByLabel(/^Reden/).fill('Eerste nummer gemist')
    await expectToFit(page)
    await tabTo(page, 'Maak de creditfactuur')
    await page.keyboard.press('Enter')
    await page.getByText(/Creditfactuur \S+ van € 6,00 is gemaakt\./).waitFor()
    await page.getByText('Er staat nu € 30,00 open.').waitFor()
    await page.locator('[data-list=creditNotes]').getByText('Eerste nummer gemist').waitFor()
  })

  it('12. cannot mail an invoice without an address, and says what to do', async () => {
    const page = finance()
    const [invoice] = await found<{ id: number }>(page, `invoices?where[subscription][equals]=${month().withoutMail}`)
    await open(page, `/admin/collections/invoices/${invoice?.id}/overview`)
    await button(page, 'Verstuur per e-mail').click()
    expect(await wrong(page).innerText()).toBe('Deze relatie heeft geen e-mailadres. Vul dat in op de relatiekaart, of stuur de PDF zelf.')
  })

  it('13. reminds one who is late, once', async () => {
    const page = finance()
    await open(page, '/admin/herinneringen')
    await expectToFit(page)
    await picture(page, 'herinneringen')
    const rows = page.locator('[data-list=remindable] tbody tr')
    const someone = rows.filter({ has: page.locator('input:enabled') }).first()
    const [before, number] = [await rows.count(), await someone.locator('td').nth(2).innerText()]
    await page.getByLabel('Alles kiezen').uncheck()
    await someone.getByRole('checkbox').check()
    await button(page, 'Verstuur herinneringen').click()
    await page.getByText('1 herinnering staat klaar in de wachtrij van de e-mail.').waitFor()
    await expect.poll(() => rows.count()).toBe(before - 1)
    await page.getByLabel('Zoek op naam of factuurnummer').fill(number)
    await button(page, 'Toon').click()
    await page.getByText('Niemand gevonden.').waitFor()
  })

  it('14. gives a mandate another account, which its life line tells', async () => {
    const page = finance()
    const [used] = await found<{ mandate: number }>(page, `debit-instructions?where[status][equals]=collected&where[mandate.status][equals]=active&where[collectionDate][less_than]=${today}&sort=-collectionDate&depth=0&limit=1`)
    await open(page, `/admin/collections/mandates/${used?.mandate}/life`)
    await button(page, 'Andere rekening').click()
    await page.locator('dialog').getByLabel('IBAN').fill(inventedIban(600_000_001))
    await tabTo(page, 'Wijzig')
    await page.keyboard.press('Enter')
    await page.getByText('Gewijzigd. De volgende incasso meldt het aan de bank.').waitFor()
    await page.locator('[data-list=history]').getByText(/^Gewijzigd van/).waitFor()
    await open(page, `/admin/collections/mandates/${used?.mandate}/life`)
    await expectToFit(page)
    await picture(page, 'machtiging')
  })

  it('15. blocks a mandate and lets it go again', async () => {
    const page = finance()
    const mandate = (await activeMandates(page, 30)).at(-1)
    await open(page, `/admin/collections/mandates/${mandate?.id}/life`)
    await button(page, 'Blokkeren').click()
    await page.locator('dialog').getByLabel('Reden').fill('Betaler belde')
    await page.keyboard.press('Enter')
    await page.getByText(/Deze machtiging is geblokkeerd: Betaler belde/).waitFor()
    await page.waitForLoadState('networkidle')
    await button(page, 'Deblokkeren').click()
    await page.locator('dialog').getByRole('button', { name: 'Deblokkeren' }).click()
    await page.getByText(/^Deze machtiging geldt/).waitFor()
  })

  it('16. ends a subscription by the terms of its type, and undoes that', async () => {
    const page = finance()
    await open(page, `/admin/collections/subscriptions/${month().byPost}/cancel`)
    await page.getByText(/^Volgens de opzegtermijn is dat/).waitFor()
    await page.getByLabel('Reden').fill('Verhuist naar het buitenland')
    await expectToFit(page)
    await picture(page, 'opzeggen')
    await button(page, 'Zeg het abonnement op').click()
    await page.getByText(/Het abonnement eindigt op/).waitFor()
    await page.waitForLoadState('networkidle')
    await button(page, 'Draai de opzegging terug').click()
    await page.getByText('De opzegging is teruggedraaid.').waitFor()
    await page.getByText('Er is nu niets te factureren.').waitFor()
  })

  it('17. sees how much of the contract with the bank is used', async () => {
    const page = finance()
    const [creditor] = await found<{ id: number }>(page, 'creditors?sort=id&limit=1')
    await open(page, `/admin/collections/creditors/${creditor?.id}/bank`)
    await page.getByText('Wat er de komende dagen wordt geïncasseerd').waitFor()
    await expectToFit(page)
    await picture(page, 'incassant')
  })
}
