import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactElement } from 'react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { StaffRole } from '../../src/access/rights'
import { day } from '../../src/domain/localDate'
import { FailedDebits } from '../../views/FailedDebits'
import { Invoice } from '../../views/Invoice'
import { Outstanding } from '../../views/Outstanding'
import { RelationCard } from '../../views/RelationCard'
import { reqOn } from '../setup/builders'
import { euros } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { failedDebits, type FailedStories } from '../setup/failedDebits'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }), redirect: (to: string) => { throw new Error(`redirected to ${to}`) } }))
vi.mock('@payloadcms/ui', () => ({
  Button: ({ children }: { children: unknown }) => <button type="button">{children as string}</button>, Gutter: ({ children }: { children: unknown }) => <div>{children as string}</div>,
  SetStepNav: () => null, toast: {},
}))
vi.mock('@payloadcms/next/templates', () => ({ DefaultTemplate: ({ children }: { children: unknown }) => <main>{children as string}</main> }))

const today = day('2026-05-15')

let kring: BootedPayload
let stories: FailedStories
const users = new Map<string, { readonly id: number }>()

beforeAll(async () => {
  kring = await bootPayload()
  stories = failedDebits(kring.payload)
  for (const role of ['administrator', 'finance', 'fundraising'] as const) users.set(role, await stories.build.user(role, { role }))
})
afterAll(() => kring.destroy())

type Asked = { readonly id?: number; readonly query?: object; readonly role?: StaffRole; readonly language?: 'nl' | 'en' }

/** What a screen is made of, as HTML. */
async function htmlOf(screen: unknown, { id = 0, query = {}, role = 'finance', language = 'nl' }: Asked = {}): Promise<string> {
  const found = await kring.payload.findByID({ collection: 'users', id: users.get(role)?.id ?? 0, depth: 0 })
  const req = await reqOn(kring.payload, today, found as { readonly id: number })
  req.i18n.language = language
  const props = { doc: { id }, initPageResult: { req, permissions: {}, visibleEntities: {} }, params: {}, searchParams: query }
  return renderToStaticMarkup(await (screen as (given: typeof props) => Promise<ReactElement>)(props))
}
const shown = async (screen: unknown, asked?: Asked): Promise<string> => (await htmlOf(screen, asked)).replace(/<[^>]+>/g, ' ').replace(/&#x27;/g, '’').replace(/\s+/g, ' ')
const addressesIn = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => (to ?? '').replaceAll('&amp;', '&'))

describe('Mislukte opdrachten', () => {
  it('is empty until something fails', async () => {
    expect(await shown(FailedDebits)).toContain('Niets te doen: er is in deze periode niets mislukt')
  })

  it('tells why, what to do, and who may try it again', async () => {
    const { creditor, ids } = await stories.returned(euros(10, 20, 30), 'AM04', '2026-05-04')
    await stories.rows("update debit_instructions set return_reason = 'MD01' where id = $1", [ids[1]])
    await stories.rows("update debit_instructions set return_reason = 'AC04' where id = $1", [ids[2]])
    const query = { creditor: String(creditor) }
    const words = await shown(FailedDebits, { query })
    expect(words).toContain('Alle redenen 3 Samen € 60,00')
    expect(words).toContain('AM04: Onvoldoende saldo 1')
    expect(words).toMatch(/Alle 3 opnieuw proberen 3 opdrachten, samen € 60,00/)
    expect(words).toMatch(/MD01: Geen geldige machtiging Melding onterechte incasso Let op: de betaler zegt dat er geen machtiging was\..*Nieuwe machtiging vragen .*Bij reden MD01 mag je niet opnieuw incasseren/)
    expect(words).toMatch(/4 mei 2026 Batch .* Toezegging \d+ .*€ 10,00 AM04: Onvoldoende saldo Storno door de betaler .*Herinneren .*Incasso opnieuw proberen/)
    expect(await shown(FailedDebits, { query, role: 'administrator' })).not.toContain('opnieuw proberen')
    expect(await shown(FailedDebits, { query, language: 'en' })).toContain('Try all 3 again')
    await expect(shown(FailedDebits, { role: 'fundraising' })).rejects.toThrow('redirected to /admin')
  })

  it('keeps the filter in its figures, its heads and its pages', async () => {
    const html = await htmlOf(FailedDebits, { query: { from: '2026-05-01', until: '2026-05-31', search: 'gever', reason: 'AM04', sort: 'amount', order: 'asc' } })
    const here = addressesIn(html).filter((to) => to.startsWith('/admin/mislukte-opdrachten'))
    expect(here.length).toBeGreaterThan(5)
    expect(here.every((to) => to.includes('from=2026-05-01') && to.includes('until=2026-05-31') && to.includes('search=gever'))).toBe(true)
    expect(html).toContain('aria-sort="ascending"')
    expect(await shown(FailedDebits, { query: { from: 'gisteren', reason: '%', task: 'niets', sort: 'x', page: '-3', creditor: "1'" } })).toContain('Mislukte opdrachten')
  })
})

describe('Openstaand', () => {
  it('tells by age what should have come, with the last contact', async () => {
    const { donor, mandate, fund } = await stories.donorAtOwnCreditor()
    const late = await stories.invoice(donor, mandate, 5_000, { dueDate: '2026-04-01' })
    await stories.rows('update invoices set mandate_id = null where id = $1', [late])
    await stories.invoice(donor, mandate, 2_500, { dueDate: '2026-05-01' })
    await stories.build.pledge(donor, fund, { startDate: '2026-01-10', frequency: 'once', amountCents: 7_000 })
    await kring.payload.create({ collection: 'follow-ups', data: { invoice: late, onDate: '2026-05-10', channel: 'call', note: 'Betaalt vrijdag', nextDate: '2026-05-15' } as never, req: await reqOn(kring.payload, today, { id: users.get('finance')?.id ?? 0 }) })
    await kring.payload.update({ collection: 'relations', id: donor, data: { lastName: 'Openstaander' } })
    const query = { search: 'openstaander' }
    const words = await shown(Outstanding, { query })
    expect(words).toMatch(/0–30 dagen: 0 posten € 0,00 31–60 dagen: 1 post € 50,00 61–90 dagen: 0 posten € 0,00 Meer dan 90 dagen: 1 post € 70,00 Samen: 2 posten € 120,00/)
    expect(words).toMatch(/Voor 1 factuur loopt een incasso of komt die er nog, samen € 25,00/)
    expect(words).toMatch(/1 apr 2026 44 dagen .*Gebeld 10 mei 2026 door finance Betaalt vrijdag weer kijken op 15 mei 2026 Alle contacten Noteer contact/)
    expect(await shown(Outstanding, { query: { ...query, follow: 'again' } })).toContain('1 post, samen € 50,00')
    expect(await shown(Outstanding, { query: { ...query, follow: 'debit' } })).toContain('Wordt nog geïncasseerd')
    expect(await shown(Outstanding, { query: { ...query, age: 'over90' }, language: 'en' })).toContain('1 item, €70.00 together')
  })

  it('shows fundraising the pledges alone, and the administrator nothing', async () => {
    const words = await shown(Outstanding, { role: 'fundraising' })
    expect(words).toContain('Toezegging')
    expect(words).not.toMatch(/Factuur \d/)
    expect(await shown(Outstanding, { role: 'fundraising', query: { kind: 'invoice' } })).not.toMatch(/Factuur \d/)
    await expect(shown(Outstanding, { role: 'administrator' })).rejects.toThrow('redirected to /admin')
  })

  it('shows the contacts on the invoice and on the card of who pays, to whoever may see them', async () => {
    const { donor, mandate } = await stories.donorAtOwnCreditor()
    const invoice = await stories.invoice(donor, mandate, 5_000, { dueDate: '2026-04-01' })
    await kring.payload.create({ collection: 'follow-ups', data: { invoice, onDate: '2026-05-11', channel: 'letter', note: 'Brief met termijnen' } as never, req: await reqOn(kring.payload, today) })
    const told = /Opvolgingen .* 11 mei 2026 Brief gestuurd Factuur \S+ Brief met termijnen/
    expect(await shown(Invoice, { id: invoice })).toMatch(told)
    expect(await shown(RelationCard, { id: donor, query: { tab: 'money' } })).toMatch(told)
    expect(await shown(RelationCard, { id: donor, query: { tab: 'money' }, role: 'administrator' })).not.toContain('Noteer contact')
  })
})
