import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankStories, batchScreen, type Story } from './bankStories'
import { billingStories } from './billingStories'
import { button, complaintsOf, download, expectToFit, figure, open, tabTo } from './financeScreens'
import { newSubscriptions, yesterday } from './monthWorld'
import type { Demo } from './treeStories'

const plan = (page: Page) => page.locator('dialog')

/** A month as finance does it, from the invoices to what the bank paid, on the demo association (seed 004). */
export const monthStories = ({ as, picture }: Demo): unknown => describe('a month of finance', () => {
  const story = {} as Story

  beforeAll(async () => {
    story.page = await as('financien')
    story.complaints = complaintsOf(story.page)
    const administrator = await as('beheerder')
    story.month = await newSubscriptions(administrator, story.page)
    await administrator.context().close()
  })
  afterAll(() => story.page?.context().close())

  it('1. shows what the invoice run will make, makes it once, and sends it', async () => {
    const { page } = story
    await open(page, '/admin/factuurronde')
    await page.getByText('1 zonder e-mailadres').waitFor()
    expect(await figure(page, 'Totaalbedrag').innerText()).toBe('€ 288,00')
    await expectToFit(page)
    await picture(page, 'factuurronde')
    await button(page, 'Maak de facturen (8)').dblclick()
    await page.getByText('8 facturen gemaakt, samen € 288,00.').waitFor()
    await button(page, 'Gezien').click()
    await page.getByText('Er is niets te factureren').waitFor()
    await button(page, /^Verstuur [\d.]+ per e-mail$/).click()
    await page.getByText(/facturen staan klaar in de wachtrij van de e-mail/).waitFor()
    await page.getByText('1 factuur wacht op een e-mailadres.').waitFor()
    await button(page, 'Deze is op de post').click()
    await page.getByText('1 factuur staat nu op verstuurd.').waitFor()
  })

  it('2. generates the instructions, and a second time nothing', async () => {
    const { page } = story
    await open(page, '/admin/te-incasseren')
    await button(page, 'Genereer opdrachten').click()
    await page.getByText(/^[1-9]\d* opdrachten gemaakt/).waitFor()
    await page.waitForLoadState('networkidle')
    await button(page, 'Genereer opdrachten').click()
    await page.getByText('0 opdrachten gemaakt, 0 vervallen.').waitFor()
  })

  it('3. announces what will be collected, once', async () => {
    const { page } = story
    await open(page, '/admin/aankondigingen')
    await expectToFit(page)
    await picture(page, 'aankondigingen')
    await button(page, /^Verstuur [\d.]+ e-mails$/).click()
    await page.getByText(/[\d.]+ aankondigingen verstuurd/).waitFor()
    await page.getByText('Iedereen weet wat er tot en met deze dag wordt geïncasseerd.').waitFor()
  })

  it('4. filters, searches, sorts, leafs and ticks, with the sums that belong to it', async () => {
    const { page } = story
    await open(page, '/admin/te-incasseren')
    const rows = page.locator('[data-list=collectable] tbody tr')
    const whole = await page.locator('[data-figure=selected]').innerText()
    await expectToFit(page)
    await page.locator('#dagen summary').click()
    const days = await page.locator('[data-list=collection-days] tbody tr td:nth-child(3)').allInnerTexts()
    expect(String(days.reduce((sum, count) => sum + Number(count.replace('.', '')), 0))).toBe((await figure(page, 'Opdrachten').innerText()).replace('.', ''))
    await picture(page, 'te-incasseren')
    await page.getByLabel('Zoeken').fill('natuurblad')
    await expect.poll(() => rows.count()).toBe(6)
    await rows.first().getByRole('checkbox').uncheck()
    expect(await page.locator('[data-figure=selected]').innerText()).not.toBe(whole)
    await page.getByLabel('Zoeken').fill('')
    await page.getByText(/^Bladzijde 1 van/).waitFor()
    await button(page, 'Volgende →').click()
    await page.getByText(/^Bladzijde 2 van/).waitFor()
    await button(page, /^Bedrag/).click()
    await button(page, /^Bedrag ▲/).click()
    await page.locator('th[aria-sort=descending]', { hasText: 'Bedrag' }).waitFor()
    await page.locator('#lijst select').selectOption('pledge')
    await expect.poll(async () => (await rows.allInnerTexts()).every((row) => row.includes('toezegging'))).toBe(true)
    await button(page, 'Alles kiezen').click()
    expect(await page.locator('[data-figure=selected]').innerText()).toBe(whole)
    await open(page, `/admin/te-incasseren?until=${yesterday}`)
    await page.getByText('Er is niets te incasseren tot en met deze dag.').waitFor()
  })

  it('5. plans a batch with the keyboard, lets go of it, and makes it', async () => {
    const { page } = story
    await open(page, '/admin/te-incasseren')
    await button(page, 'Maak batch van selectie').focus()
    await page.keyboard.press('Enter')
    await plan(page).getByText(/Er komt één bestand met \d+ opdrachten/).waitFor()
    await expectToFit(page)
    await tabTo(page, 'Terug')
    await page.keyboard.press('Enter')
    await plan(page).waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await plan(page).getByText(/Lever aan bij de bank op/).waitFor()
    await page.keyboard.press('Escape')
    await plan(page).waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await plan(page).getByText(/Lever aan bij de bank op/).waitFor()
    // After the cut-off time of a banking day, what was meant for today's delivery goes to a later day.
    const consent = plan(page).getByLabel(/Ja, incasseer/)
    if (await consent.count() > 0) await consent.check()
    await tabTo(page, 'Maak de batch')
    await page.keyboard.press('Enter')
    await plan(page).getByText('Gemaakt: 1 batch.').waitFor()
    await plan(page).getByRole('link', { name: 'Bekijk de batch' }).click()
    await page.waitForURL(/debit-batches\/\d+\/overview/)
    story.batch = Number(/debit-batches\/(\d+)/.exec(page.url())?.[1])
  })

  it('6. hands out the same file twice, with the SHA-256 that the screen shows, and is told that it was sent', async () => {
    const { page } = story
    await batchScreen(story)
    const first = await download(page, 'Download het bestand voor de bank')
    await button(page, 'Is naar de bank gestuurd').waitFor()
    const second = await download(page, 'Download het bestand voor de bank')
    expect(second.equals(first)).toBe(true)
    expect(await page.locator('code').last().innerText()).toBe(createHash('sha256').update(first).digest('hex'))
    story.file = first.toString('utf8')
    await button(page, 'Is naar de bank gestuurd').click()
    await page.getByText('De bank is aan zet.').waitFor()
  })

  bankStories(story, picture)
  billingStories({ finance: () => story.page, month: () => story.month, picture })

  it('has nothing on its console that went wrong', () => expect(story.complaints).toEqual([]))
})
