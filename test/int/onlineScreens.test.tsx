import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactElement } from 'react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { linkOnlinePayment } from '../../src/operations/linkOnlinePayment'
import { takeOnlineEvent } from '../../src/operations/takeOnlineEvent'
import type { LinkedTo } from '../../src/operations/tellLinkedTo'
import { LinkedToCell } from '../../views/fields/LinkedToCell'
import { OnlinePayment } from '../../views/OnlinePayment'
import { reqOn, rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { collectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { newsOf, paymentEvent, payoutEvent } from '../setup/onlineWorld'

vi.mock('next/navigation', () => ({ redirect: (to: string) => { throw new Error(`redirected to ${to}`) }, useRouter: () => ({ refresh: () => undefined }) }))
vi.mock('@payloadcms/ui', () => ({
  Gutter: ({ children }: { children: unknown }) => <div>{children as string}</div>, SetStepNav: () => null, toast: {}, useTranslation: () => ({ i18n: { language: 'nl' } }),
  Button: ({ children }: { children: unknown }) => <button type="button">{children as string}</button>, Link: ({ href, children }: { href: string; children: unknown }) => <a href={href}>{children as string}</a>,
}))
vi.mock('@payloadcms/next/templates', () => ({ DefaultTemplate: ({ children }: { children: unknown }) => <main>{children as string}</main> }))

const today = day('2026-11-15')
const news = newsOf(2_500)

let kring: BootedPayload
let cast: Cast
let invoice: number

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  invoice = await collectingStories(kring.payload).invoice(cast.relations.anna, await cast.build.mandate(await cast.build.creditor(), cast.relations.anna), 2_500)
})
afterAll(() => kring.destroy())

const tell = async (reference: string, told: (typeof news)[keyof typeof news]): Promise<number> => {
  await takeOnlineEvent(await reqOn(kring.payload, today), 'trial', paymentEvent(reference, told))
  return (await rowsOf<{ id: number }>(kring.payload, 'select id from online_payments where provider_reference = $1', [reference]))[0]?.id ?? 0
}
const link = async (id: number, kind: 'invoice' | 'fund', target: number) => linkOnlinePayment(await reqOn(kring.payload, today), id, { kind, id: target })

/** The tab as the user sees it: its words, and where it leads to. */
async function shown(id: number, name: 'administrator' | 'finance' | 'fundraising' | 'membership'): Promise<{ words: string; addresses: readonly string[] }> {
  const user = await kring.payload.findByID({ collection: 'users', id: cast.users[name].id, depth: 0 })
  const req = await reqOn(kring.payload, today, user as { readonly id: number })
  req.i18n.language = 'nl'
  const props = { doc: { id }, initPageResult: { req, permissions: {}, visibleEntities: {} }, params: {}, searchParams: {} }
  const html = renderToStaticMarkup(await (OnlinePayment as unknown as (given: typeof props) => Promise<ReactElement>)(props))
  return { words: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), addresses: [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to ?? '') }
}

describe('what became of an online payment', () => {
  it('of an invoice: what was booked and paid back, the payout, and the bank line when it is there', async () => {
    const id = await tell('tr_1', news.paid)
    await link(id, 'invoice', invoice)
    await tell('tr_1', news.refunded)
    const { words, addresses } = await shown(id, 'finance')
    expect(words).toMatch(/trial tr_1 · Dank je wel · Anna Bakker Bedrag € 25,00 Gekoppeld aan Factuur 2020-000001 Betaald op 3 nov 2026 en terugbetaald op 10 nov 2026\. Geboekt .* 3 nov 2026 Betaling van de factuur € 25,00 10 nov 2026 Terugboeking van de betaling € -25,00 Uitbetaling De betaaldienst meldde nog geen uitbetaling/)
    expect(addresses).toContain(`/admin/collections/invoices/${invoice}/overview`)
    await takeOnlineEvent(await reqOn(kring.payload, today), 'trial', payoutEvent('po_1', [{ reference: 'tr_1', amountCents: cents(2_500) }]))
    expect((await shown(id, 'finance')).words).toContain('Zit in uitbetaling po_1 van de betaaldienst; die staat nog niet op een bankafschrift.')
  })

  it('shows who may not read invoices and payouts neither of them', async () => {
    const [{ id = 0 } = {}] = await rowsOf<{ id: number }>(kring.payload, `select id from online_payments where provider_reference = 'tr_1'`)
    const { words, addresses } = await shown(id, 'fundraising')
    expect(words).toContain('Gekoppeld aan Factuur 2020-000001')
    expect(words).not.toMatch(/Geboekt|Uitbetaling|po_1/)
    expect(addresses).toEqual([`/admin/collections/relations/${cast.relations.anna}/card`])
    expect((await shown(id, 'membership')).words).toContain('Je hebt hier geen recht toe')
  })

  it('that was for nothing: how it is linked, by whom, and to what each may', async () => {
    const id = await tell('tr_2', news.paid)
    const offered = async (name: 'finance' | 'fundraising' | 'administrator') => (await shown(id, name)).words.match(/Een factuur|Een toezegging|Een fonds/g) ?? []
    expect((await shown(id, 'finance')).words).toMatch(/Gekoppeld aan Niet gekoppeld .*Kring weet niet waar deze betaling voor was.*Koppel deze betaling Waar was deze € 25,00 voor\?/)
    expect([await offered('finance'), await offered('fundraising'), await offered('administrator')]).toEqual([['Een factuur', 'Een toezegging', 'Een fonds'], ['Een toezegging', 'Een fonds'], []])
    expect((await shown(id, 'administrator')).words).toContain('Iemand van Financiën of Fondsenwerving kan haar koppelen.')
  })

  it('of which the provider told something else says so', async () => {
    const id = await tell('tr_3', news.failed)
    await tell('tr_3', { ...news.paid, amountCents: cents(9_900) })
    expect((await shown(id, 'finance')).words).toContain('Niet betaald: de betaling mislukte. Er is niets geboekt. De betaaldienst meldde een ander bedrag dan hier bekend is.')
  })
})

describe('the column Gekoppeld aan', () => {
  const cell = (linked: LinkedTo): string => renderToStaticMarkup(<LinkedToCell {...{ cellData: linked, collectionSlug: 'online-payments', rowData: {} } as unknown as Parameters<typeof LinkedToCell>[0]} />)

  it.each<[LinkedTo, string]>([
    [{ kind: 'invoice', label: 'Factuur 2026-000012', id: 12 }, '<a href="/admin/collections/invoices/12/overview">Factuur 2026-000012</a>'],
    [{ kind: 'invoice', label: 'Factuur 2026-000012', id: null }, '<span>Factuur 2026-000012</span>'],
    [{ kind: 'pledge', label: 'Toezegging 1034 · Fonds Bomen', id: 34 }, '<a href="/admin/collections/pledges/34">Toezegging 1034 · Fonds Bomen</a>'],
    [{ kind: 'fund', label: 'Fonds Bomen', id: 5 }, '<a href="/admin/collections/funds/5">Fonds Bomen</a>'],
    [{ kind: 'nothing', label: 'Niet gekoppeld', id: 7 }, '<span>Niet gekoppeld · <a href="/admin/collections/online-payments/7/overview#koppelen">Koppel deze betaling</a></span>'],
    [{ kind: 'nothing', label: 'Niet gekoppeld', id: null }, '<span>Niet gekoppeld</span>'],
  ])('shows %j', (linked, html) => {
    expect(cell(linked)).toBe(html)
  })
})
