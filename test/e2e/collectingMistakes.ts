import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { cents } from '../../src/domain/money'
import { addDays } from '../../src/domain/localDate'
import { pain002For } from '../bank/pain002For'
import { receivedOrders } from '../bank/receivedOrders'
import { simulatedBank } from '../bank/simulatedBank'
import { button, download, expectToFit, giveFile, open, tell, wrong } from './financeScreens'
import { api, collectedYesterday, found, today, yesterday, type Account } from './monthWorld'
import type { Demo } from './treeStories'

type Mistakes = { readonly page: () => Page; readonly otherTab: () => Page; readonly account: () => Account; readonly picture: Demo['picture'] }
type Batch = { readonly id: number; readonly status: string }

/** What can go wrong between the list and the bank, each told in a sentence that says what to do. */
export function collectingMistakes({ page, otherTab, account, picture }: Mistakes): void {
  let batch = 0
  let file = ''
  const list = (on: Page): Promise<Page> => open(on, `/admin/te-incasseren?creditor=${account().creditor}&until=${account().until}`)
  const screen = (on: Page): Promise<Page> => open(on, `/admin/collections/debit-batches/${batch}/overview`)
  const dialog = () => page().locator('dialog')

  it('a day further than a year ahead: shows until a year ahead and says so', async () => {
    await open(page(), `/admin/te-incasseren?until=${addDays(today, 500)}`)
    await page().getByText('Verder dan een jaar vooruit kan niet').waitFor()
    const { text } = await tell(page(), 'POST', 'debit-instructions/generate', { until: addDays(today, 500) })
    expect(text).toContain('Je kunt hooguit een jaar vooruit incasseren')
  })

  it('nothing selected: asks to choose', async () => {
    await list(page())
    await button(page(), 'Niets kiezen').click()
    await button(page(), 'Maak batch van selectie').click()
    expect(await wrong(page()).innerText()).toBe('Kies minstens één opdracht.')
  })

  it('too late: proposes a day, and makes nothing before that is agreed to', async () => {
    await list(page())
    await button(page(), 'Maak batch van selectie').click()
    await dialog().getByText(/Voor 1 opdracht is de uiterste aanleverdatum voorbij/).waitFor()
    await dialog().getByText('Geef eerst aan dat de late opdrachten later mogen.').waitFor()
    expect(await button(page(), 'Maak de batch').isDisabled()).toBe(true)
    await dialog().getByLabel(/Ja, incasseer/).check()
    expect(await button(page(), 'Maak de batch').isDisabled()).toBe(false)
    await expectToFit(page())
    await picture(page(), 'batch-maken')
    const { text } = await tell(page(), 'POST', 'debit-batches/create', { creditor: account().creditor, until: account().until })
    expect(text).toMatch(/Voor 1 opdracht.* is de uiterste aanleverdatum voorbij\. De vroegste incassodatum is/)
  })

  it('over a limit of the bank: stays behind with why and where to mend it, and moves to the next day at a click', async () => {
    const tooHigh = dialog().locator('details', { hasText: 'Hoger dan de bank per incasso toestaat' })
    await tooHigh.locator('summary').click()
    expect(await tooHigh.getByRole('link', { name: 'Naar de grenzen van de incassant' }).getAttribute('href')).toBe(`/admin/collections/creditors/${account().creditor}`)
    await dialog().getByText('Past niet meer binnen wat de bank op deze incassodag toestaat').first().click()
    await dialog().getByRole('button', { name: /^Zet deze op/ }).click()
    await page().getByText(/1 opdracht staat nu op/).waitFor()
  })

  it('a double click makes one batch, and the other tab is told', async () => {
    await list(otherTab())
    await button(otherTab(), 'Maak batch van selectie').click()
    await otherTab().getByLabel(/Ja, incasseer/).check()
    await list(page())
    await button(page(), 'Maak batch van selectie').click()
    await dialog().getByLabel(/Ja, incasseer/).check()
    await button(page(), 'Maak de batch').dblclick()
    await dialog().getByText('Gemaakt: 1 batch.').waitFor()
    await button(otherTab(), 'Maak de batch').click()
    expect(await wrong(otherTab()).innerText()).toMatch(/De lijst is intussen veranderd|Er is niets te incasseren/)
    const batches = await found<Batch>(page(), `debit-batches?where[creditor][equals]=${account().creditor}`)
    expect(batches.map(({ status }) => status)).toEqual(['created'])
    batch = batches[0]?.id ?? 0
  })

  it('taking back a file that was fetched: only after saying that it was not sent', async () => {
    await screen(page())
    file = (await download(page(), 'Download het bestand voor de bank')).toString('utf8')
    await button(page(), 'Batch annuleren').click()
    await dialog().getByText('Ik weet zeker dat dit bestand niet naar de bank is gestuurd').waitFor()
    expect(await button(page(), 'Annuleer deze batch').isDisabled()).toBe(true)
    await page().keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    const { text } = await tell(page(), 'POST', `debit-batches/${batch}/cancel`, {})
    expect(text).toContain('Bevestig dat het niet is verstuurd; anders wordt er twee keer geïncasseerd.')
  })

  it('taking back a batch that another tab sent: is refused', async () => {
    await screen(otherTab())
    await button(otherTab(), 'Batch annuleren').click()
    await button(page(), 'Is naar de bank gestuurd').click()
    await page().getByText('De bank is aan zet.').waitFor()
    await otherTab().getByLabel('Ik weet zeker dat dit bestand niet naar de bank is gestuurd').check()
    await button(otherTab(), 'Annuleer deze batch').click()
    expect(await wrong(otherTab()).innerText()).toBe('Deze batch is naar de bank gestuurd. Klopt dat niet, kies dan eerst ‘Toch niet verstuurd’.')
  })

  it('a status report that is none, of another batch, or read before: is told', async () => {
    const choose = 'Statusbericht van de bank inlezen'
    await screen(page())
    await giveFile(page(), choose, 'verkeerd.xml', file)
    await page().getByText('Dit is geen statusbericht (pain.002) van de bank.').waitFor()
    await giveFile(page(), choose, 'onbekend.xml', pain002For(receivedOrders(file.replaceAll(/V\d{6}-[0-9A-Z]{8}/g, 'V990101-AAAAAAAA')), []))
    await page().getByText('Dit statusbericht gaat over batch V990101-AAAAAAAA, en die is hier niet gemaakt.').waitFor()
    const report = pain002For(receivedOrders(file), [])
    await giveFile(page(), choose, 'antwoord.xml', report)
    await page().getByText('Ingelezen: de bank weigerde niets.').waitFor()
    await giveFile(page(), choose, 'antwoord.xml', report)
    await page().getByText('Dit bericht was al ingelezen. Er is niets veranderd.').waitFor()
  })

  it('refusing what the bank has paid already: is refused', async () => {
    await screen(otherTab())
    const bank = simulatedBank({ seed: 7, iban: account().iban, openingCents: cents(0), hasOtherTraffic: false })
    bank.receive(collectedYesterday(file))
    const statement = bank.statement(yesterday)
    await api(page()).post('bank-statements/import', { fileName: 'acties.xml', text: statement })
    await button(otherTab(), 'Geweigerd door de bank').first().click()
    await button(otherTab(), 'Markeer als geweigerd').click()
    await otherTab().getByText('De bank heeft deze batch al betaald. Verwerk een terugboeking via het bankafschrift.').waitFor()
    await open(page(), '/admin/collections/bank-statements')
    await giveFile(page(), 'Bankbestanden inlezen', 'acties.xml', statement)
    expect(await wrong(page()).innerText()).toMatch(/^acties\.xml: Dit bestand is op .* al ingelezen\. Er is niets veranderd\.$/)
  })
}
