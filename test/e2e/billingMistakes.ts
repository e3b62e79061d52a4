import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { addDays } from '../../src/domain/localDate'
import { button, open, tell, wrong } from './financeScreens'
import { found, today, type Account } from './monthWorld'

type Mistakes = { readonly page: () => Page; readonly account: () => Account }

/** What can go wrong with invoices, mandates, the contract with the bank and reminders, each told in a sentence. */
export function billingMistakes({ page, account }: Mistakes): void {
  const save = async (): Promise<void> => {
    await page().locator('#action-save').click()
  }
  const fieldError = () => page().locator('.field-error').first()

  it('crediting more than there is, or no amount at all', async () => {
    const [invoice] = await found<{ id: number }>(page(), 'invoices?where[status][equals]=open&where[creditedCents][equals]=0&limit=1')
    await open(page(), `/admin/collections/invoices/${invoice?.id}/overview`)
    await button(page(), 'Crediteren').click()
    await page().getByLabel('Een deel').check()
    await page().getByLabel(/^Reden/).fill('Te veel')
    await page().getByLabel('Bedrag').fill('veel')
    await button(page(), 'Maak de creditfactuur').click()
    expect(await wrong(page()).innerText()).toBe('Vul een bedrag in, bijvoorbeeld 12,50.')
    await page().getByLabel('Bedrag').fill('9.999,00')
    await button(page(), 'Maak de creditfactuur').click()
    await page().getByText(/Van deze factuur is nog .* te crediteren\. Vul een lager bedrag in\./).waitFor()
  })

  it('a wrong account number for a mandate, and deleting one that was used', async () => {
    const [mandate] = await found<{ id: number }>(page(), `mandates?where[creditor][equals]=${account().creditor}&where[accountHolder][equals]=T. Actie`)
    await open(page(), `/admin/collections/mandates/${mandate?.id}/life`)
    await button(page(), 'Andere rekening').click()
    await page().locator('dialog').getByLabel('IBAN').fill('NL02ABNA0123456788')
    await page().keyboard.press('Enter')
    expect(await wrong(page()).innerText()).toBe('Dit IBAN klopt niet. Vergelijk het met de bankpas of het afschrift.')
    await open(page(), `/admin/collections/mandates/${mandate?.id}`)
    await page().locator('.doc-controls__popup button').first().click()
    await page().locator('#action-delete').click()
    await page().locator('#confirm-action').click()
    await page().getByText('Er is al geïncasseerd met deze machtiging, dus zij blijft als bewijs staan.').waitFor()
  })

  it('a cut-off time that is none, and limits that do not fit in each other', async () => {
    await open(page(), `/admin/collections/creditors/${account().creditor}`)
    const delivery = page().locator('.collapsible--collapsed', { hasText: 'Aanleveren' })
    if (await delivery.count() > 0) await delivery.locator('.collapsible__toggle').first().click()
    await page().locator('#field-cutOffTime').fill('25:00')
    await save()
    await page().getByText('25:00 is geen tijd. Schrijf uren en minuten, bijvoorbeeld 12:30.').first().waitFor()
    await page().locator('#field-cutOffTime').fill('12:00')
    await page().locator('#field-batchMaxCount').fill('10')
    await save()
    await page().getByText('Dit is hoger dan de grens per incassodag (3) en wordt dus nooit gehaald.').first().waitFor()
    await page().locator('#field-batchMaxCount').fill('')
  })

  it('a word in a reminder that is not filled in', async () => {
    const [step] = await found<{ id: number }>(page(), 'reminder-steps?sort=position&limit=1')
    await open(page(), `/admin/collections/reminder-steps/${step?.id}`)
    await page().locator('#field-body').fill('Beste {voornaam}, denk aan factuur {nummer}.')
    await save()
    await page().getByText(/Het woord \{voornaam\} wordt niet ingevuld\. Gebruik alleen: /).first().waitFor()
    await fieldError().waitFor()
  })

  it('a notice that is yet to come', async () => {
    const [subscription] = await found<{ id: number }>(page(), 'subscriptions?where[endDate][exists]=false&sort=-id&limit=1')
    await open(page(), `/admin/collections/subscriptions/${subscription?.id}/cancel`)
    await page().getByLabel('Opgezegd op').fill(addDays(today, 3))
    await page().getByLabel('Reden').fill('Bedacht zich')
    await button(page(), 'Zeg het abonnement op').click()
    expect(await page().getByLabel('Opgezegd op').evaluate((input) => (input as HTMLInputElement).validity.rangeOverflow)).toBe(true)
    const { status, text } = await tell(page(), 'POST', `subscriptions/${subscription?.id}/cancel`, { noticeDate: addDays(today, 3), endDate: addDays(today, 40), reason: 'Bedacht zich' })
    expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining('Kies de dag waarop hij kwam.') })
  })
}
