import { expect, it } from 'vitest'
import { button, expectToFit, figure, giveFile, open, wrong } from './financeScreens'
import { addDays } from '../../src/domain/localDate'
import { found, today } from './monthWorld'
import type { Reconciliation } from './bankDesk'
import type { Demo } from './treeStories'

type Import = { readonly id: number; readonly fileName: string }

/** Where money went and came from, and every step back. */
export function moneyTrail(story: () => Reconciliation, picture: Demo['picture']): void {
  const importOf = async (name: string): Promise<number> => (await found<Import>(story().page, `bank-imports?where[fileName][equals]=${name}&sort=-id&limit=1`))[0]?.id ?? 0

  it('10. follows a payment from the invoice to the bank line and back', async () => {
    const { page, invoices } = story()
    const invoice = invoices.get('Iep')
    await open(page, `/admin/collections/invoices/${invoice?.id}/overview`)
    await page.locator('[data-list=invoicePayments]').getByRole('link', { name: 'Bankregel' }).click()
    await page.waitForURL(/bank-transactions\/\d+\/overview/)
    await page.locator('[data-list=line-bookings]').getByText(/^Grootboekrekening 4900/).waitFor()
    await expectToFit(page)
    await picture(page, 'bankregel')
    await page.locator('[data-list=line-bookings]').getByRole('link', { name: new RegExp(`^Factuur ${invoice?.number}`) }).click()
    await page.waitForURL(`**/invoices/${invoice?.id}/overview`)
  })

  it('11. undoes a booking, and the invoice is open again', async () => {
    const { page, invoices } = story()
    const invoice = `/admin/collections/invoices/${invoices.get('Fluweel')?.id}/overview`
    await open(page, invoice)
    await page.locator('[data-list=invoicePayments] tbody tr', { hasNotText: 'erug' }).last().getByRole('link', { name: 'Bankregel' }).click()
    await page.waitForURL(/bank-transactions\/\d+\/overview/)
    await page.waitForLoadState('networkidle')
    await button(page, 'Boeking terugdraaien').click()
    await button(page, 'Ja, draai terug').click()
    await page.getByText('Teruggedraaid. De regel staat weer open.').waitFor()
    await open(page, invoice)
    expect(await figure(page, 'Openstaand').innerText()).toBe('€ 36,00')
  })

  it('12. undoes the reading of a file that nothing was built on, and is told what stands in the way of another', async () => {
    const { page, files } = story()
    await open(page, '/admin/bank')
    await giveFile(page, 'Bankbestanden inlezen', 'verkeerd.xml', files.gift)
    await page.getByText('1 regel ingelezen').waitFor()
    await undo(await importOf('verkeerd.xml'))
    await page.getByText('Teruggedraaid: 1 regel telt niet meer mee.').waitFor()
    await expectToFit(page)
    await undo(await importOf('storno.xml'))
    await wrong(page).getByText('Terugdraaien kan niet meer: één incasso is daarna opnieuw aangeboden. Annuleer die eerst.').waitFor()
  })

  const undo = async (file: number): Promise<void> => {
    const { page } = story()
    await open(page, `/admin/collections/bank-imports/${file}/overview`)
    await button(page, 'Inlezen terugdraaien').click()
    await page.getByLabel('Waarom').fill('Verkeerd bestand')
    await page.keyboard.press('Enter')
  }

  it('13. finds what is outstanding by its age, and notes a call with the day to look again', async () => {
    const { page } = story()
    await open(page, '/admin/openstaand?follow=new&kind=invoice')
    const rows = page.locator('[data-list=outstanding] tbody tr')
    const [days, name] = [parseInt(await rows.first().locator('td').first().locator('.kring-hint').innerText(), 10), await rows.first().getByRole('link', { name: /^Factuur/ }).innerText()]
    await figure(page, days > 90 ? 'Meer dan 90 dagen' : days > 60 ? '61–90 dagen' : days > 30 ? '31–60 dagen' : '0–30 dagen').getByRole('link').click()
    await page.waitForURL(/age=/)
    await page.waitForLoadState('networkidle')
    await expectToFit(page)
    const row = rows.filter({ hasText: name })
    await row.getByRole('button', { name: /^Noteer contact met/ }).click()
    await page.getByLabel('Wat is er afgesproken').fill('Betaalt na het weekend')
    await page.getByLabel('Kijk er weer naar op').fill(addDays(today, 7))
    await expectToFit(page)
    await button(page, 'Bewaar').click()
    await page.getByText('Genoteerd.').waitFor()
    await open(page, '/admin/openstaand')
    await row.getByText('Betaalt na het weekend').waitFor()
    await row.getByText(/^weer kijken op/).waitFor()
    await picture(page, 'openstaand')
  })

  it('14. goes from an online payment to its invoice, and links one of which nobody knew what it was for', async () => {
    const { page, fund } = story()
    await open(page, '/admin/collections/online-payments')
    await picture(page, 'online-betalingen')
    await page.locator('tbody').getByRole('link', { name: /^Factuur/ }).first().click()
    await page.waitForURL(/invoices\/\d+\/overview/)
    await open(page, '/admin/collections/online-payments')
    await page.getByRole('link', { name: 'Koppel deze betaling' }).first().click()
    await page.waitForURL(/online-payments\/\d+\/overview/)
    await page.waitForLoadState('networkidle')
    await page.getByLabel('Een fonds').check()
    await page.getByLabel('Naam van het fonds').fill(fund)
    await page.keyboard.press('Enter')
    await expectToFit(page)
    await page.locator('[data-list=found] tbody tr', { hasText: fund }).getByRole('button', { name: 'Koppel hieraan' }).click()
    await page.getByText('Gekoppeld en geboekt.').waitFor()
    await figure(page, 'Gekoppeld aan').getByText(fund).waitFor()
  })
}
