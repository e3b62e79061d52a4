import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectionRights, viewRights, type Role, type ViewName } from '../../src/access/rights'
import { billingMistakes } from './billingMistakes'
import { collectingMistakes } from './collectingMistakes'
import { complaintsOf, open } from './financeScreens'
import { found, narrowAccount, type Account } from './monthWorld'
import type { Demo } from './treeStories'

/** Each mistake that a person can make on the screens of collecting: refused, and told what to do. */
export const mistakeStories = ({ as, picture }: Demo): unknown => describe('mistakes while collecting', () => {
  let page: Page
  let otherTab: Page
  let account: Account
  let complaints: readonly string[]

  beforeAll(async () => {
    account = await narrowAccount(as)
    page = await as('financien')
    complaints = complaintsOf(page)
    otherTab = await page.context().newPage()
    await open(page, `/admin/te-incasseren?creditor=${account.creditor}&until=${account.until}`)
    await page.getByRole('button', { name: 'Genereer opdrachten' }).click()
    await page.getByText('6 opdrachten gemaakt, 0 vervallen.').waitFor()
  })
  afterAll(() => page?.context().close())

  collectingMistakes({ page: () => page, otherTab: () => otherTab, account: () => account, picture })
  billingMistakes({ page: () => page, account: () => account })

  it('has nothing on its console but what was refused', () => expect(complaints).toEqual([]))

  it.each(logins)('opens for %s the screens of that role and no others', async (name, role) => {
    const own = await as(name)
    const shown = await Promise.all(screens.map(async ([view]) => ({ view, isMine: isFor(view, role) })))
    const paths = await pathsFor(page)
    const opened: { view: ViewName; isMine: boolean }[] = []
    for (const { view } of shown) opened.push({ view, isMine: await isOpened(own, paths.get(view) ?? '') })
    expect(opened).toEqual(shown)
    await own.context().close()
  })
})

const logins: readonly (readonly [name: string, role: Role])[] = [['beheerder', 'administrator'], ['ledenadministratie', 'membership'], ['fondsenwerving', 'fundraising'], ['vertegenwoordiger', 'representative']]

/** The screens of collecting and of the bank, by the address of the whole or the collection and tab of a document. */
const screens = [
  ['collecting', '/admin/te-incasseren'], ['invoiceRun', '/admin/factuurronde'], ['reminders', '/admin/herinneringen'], ['notices', '/admin/aankondigingen'],
  ['batch', 'debit-batches/overview'], ['invoice', 'invoices/overview'], ['mandate', 'mandates/life'], ['creditor', 'creditors/bank'], ['cancelSubscription', 'subscriptions/cancel'],
  ['bank', '/admin/bank'], ['failedDebits', '/admin/mislukte-opdrachten'], ['outstanding', '/admin/openstaand'], ['onlinePayment', 'online-payments/overview'],
  ['bankLine', 'bank-transactions/overview'], ['bankImport', 'bank-imports/overview'], ['statement', 'bank-statements/lines'],
] as const satisfies readonly (readonly [ViewName, string])[]

const isFor = (view: ViewName, role: Role): boolean => (viewRights[view] as readonly Role[]).includes(role)

/** Where each screen is, for documents on the first one that finance sees. */
async function pathsFor(finance: Page): Promise<ReadonlyMap<ViewName, string>> {
  const paths = new Map<ViewName, string>()
  for (const [view, where] of screens) {
    const [collection = '', tab = ''] = where.split('/')
    if (!(collection in collectionRights)) paths.set(view, where)
    else paths.set(view, `/admin/collections/${collection}/${(await found<{ id: number }>(finance, `${collection}?limit=1`))[0]?.id}/${tab}`)
  }
  return paths
}

/** Whether the screen itself comes, and not the dashboard, a refusal or an empty page. */
async function isOpened(page: Page, path: string): Promise<boolean> {
  const response = await page.request.get(path, { headers: { origin: new URL(page.url()).origin } })
  const html = await response.text()
  return new URL(response.url()).pathname === path && html.includes('class="gutter gutter--left gutter--right kring-screen"') && !html.includes('<p class="kring-notice wrong"')
}
