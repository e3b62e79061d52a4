import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { cents } from '../../src/domain/money'
import { associationIban } from '../../src/seed/structure'
import type { OrderGroup } from '../bank/receivedOrders'
import { simulatedBank, type SimulatedBank } from '../bank/simulatedBank'
import { button, expectToFit, figure, giveFile, open } from './financeScreens'
import { collectedYesterday, found, yesterday, type Month } from './monthWorld'
import type { Demo } from './treeStories'

/** What one story of the month leaves to the next. */
export type Story = { page: Page; month: Month; batch: number; file: string; bank: SimulatedBank; groups: readonly OrderGroup[]; complaints: readonly string[] }

/** The screen of the batch of this month. */
export const batchScreen = (story: Story, query = ''): Promise<Page> => open(story.page, `/admin/collections/debit-batches/${story.batch}/overview${query}`)

/** What the bank does with the batch: it refuses by letter, in its status report and without a word, and pays the rest. */
export function bankStories(story: Story, picture: Demo['picture']): void {
  it('7. marks what the bank refused by letter, takes that back, and marks it again', async () => {
    const { page } = story
    const [{ closingCents } = { closingCents: 0 }] = await found<{ closingCents: number }>(page, `bank-statements?where[iban][equals]=${associationIban}&sort=-closingDate&limit=1`)
    story.bank = simulatedBank({ seed: 4, iban: associationIban, openingCents: cents(closingCents), hasOtherTraffic: false })
    story.groups = story.bank.receive(collectedYesterday(story.file)).toSorted((one, other) => other.orders.length - one.orders.length)
    const [order] = refusable(story)
    await batchScreen(story, `?search=${order?.endToEndId}`)
    const line = page.locator('[data-list=instructions] tbody tr')
    const refuse = async () => {
      await line.getByRole('button', { name: 'Geweigerd door de bank' }).click()
      await page.getByPlaceholder('Bijvoorbeeld: brief van de bank').fill('Brief van de bank')
      await page.keyboard.press('Enter')
      await line.getByText('Brief van de bank').waitFor()
    }
    await refuse()
    await line.getByRole('button', { name: 'Toch niet geweigerd' }).click()
    await line.getByRole('button', { name: 'Geweigerd door de bank' }).waitFor()
    await page.waitForLoadState('networkidle')
    await refuse()
    story.bank.refuseSilently(order?.endToEndId ?? '')
  })

  it('8. reads what the bank refused in its status report', async () => {
    const { page, bank, groups } = story
    const [, order] = refusable(story)
    const report = bank.reject(groups[0]?.messageId ?? '', [{ endToEndId: order?.endToEndId ?? '', reason: 'AC04' }])
    await batchScreen(story)
    await giveFile(page, 'Statusbericht van de bank inlezen', 'pain002.xml', report)
    await page.getByText(/de bank weigerde 1 opdracht/).waitFor()
    await open(page, `${page.url().split('?')[0]}?status=rejected`)
    expect(await page.locator('[data-list=instructions] tbody tr').count()).toBe(2)
    await page.getByText(/pain002\.xml: 1 geweigerd/).waitFor()
  })

  it('9. sees on the statement what the bank dropped without a word, marks it, and the batch is processed', async () => {
    const { page, bank } = story
    const [, , order] = refusable(story)
    bank.refuseSilently(order?.endToEndId ?? '')
    await open(page, '/admin/collections/bank-statements')
    await giveFile(page, 'Bankbestanden inlezen', 'camt053.xml', bank.statement(yesterday))
    await page.getByText(/regels? ingelezen: [1-9]\d* batch/).waitFor()
    await batchScreen(story)
    await page.getByText('Er ontbreekt').waitFor()
    await expectToFit(page)
    await picture(page, 'batch')
    await batchScreen(story, `?search=${order?.endToEndId}`)
    await button(page, 'Geweigerd door de bank').click()
    await page.getByPlaceholder('Bijvoorbeeld: brief van de bank').fill('Ontbrak op het afschrift')
    await button(page, 'Markeer als geweigerd').click()
    await page.getByText('De bank heeft betaald; deze batch is klaar.').waitFor()
    for (const what of ['Gemaakt', 'Opgehaald', 'Naar de bank gestuurd', 'Weigering ongedaan gemaakt', 'Statusbericht van de bank', 'Verwerkt']) await page.locator('#geschiedenis').getByText(what).first().waitFor()
    await expectToFit(page)
  })

  it('10. shows the invoice paid', async () => {
    const { page, month } = story
    const [invoice] = await found<{ id: number }>(page, `invoices?where[subscription][equals]=${month.collected[0]}`)
    await open(page, `/admin/collections/invoices/${invoice?.id}/overview`)
    await page.locator('.kring-lead').getByText('Betaald').waitFor()
    expect(await figure(page, 'Openstaand').innerText()).toBe('€ 0,00')
    await page.locator('#incasso').getByText('Geïncasseerd').waitFor()
    await expectToFit(page)
    await picture(page, 'factuur')
  })
}

/** Orders for the bank to refuse, the first three of the group with the most. */
const refusable = ({ groups }: Story) => (groups[0]?.orders ?? []).slice(0, 3)
