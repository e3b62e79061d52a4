import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactElement } from 'react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addDays, amsterdamDate } from '../../src/domain/localDate'
import { changeMandate } from '../../src/operations/changeMandate'
import { endMandate } from '../../src/operations/endMandate'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { Creditor } from '../../views/Creditor'
import { Mandate } from '../../views/Mandate'
import { Notices } from '../../views/Notices'
import { Reminders } from '../../views/Reminders'
import { reqOn } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { debitMonths } from '../setup/debitMonths'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }), redirect: (to: string) => { throw new Error(`redirected to ${to}`) } }))
vi.mock('@payloadcms/ui', () => ({
  Button: ({ children }: { children: unknown }) => <button type="button">{children as string}</button>, Gutter: ({ children }: { children: unknown }) => <div>{children as string}</div>,
  SetStepNav: () => null, toast: {},
}))
vi.mock('@payloadcms/next/templates', () => ({ DefaultTemplate: ({ children }: { children: unknown }) => <main>{children as string}</main> }))

const today = amsterdamDate(new Date())

let kring: BootedPayload
let months: ReturnType<typeof debitMonths>
let finance: { readonly id: number }

beforeAll(async () => {
  kring = await bootPayload()
  months = debitMonths(kring.payload)
  await months.build.user('beheer', { role: 'administrator' })
  finance = await months.build.user('finance', { role: 'finance' })
})
afterAll(() => kring.destroy())

/** What stands on a screen, as text between its tags. */
async function shown(screen: unknown, { id = 0, query = {} }: { readonly id?: number; readonly query?: object } = {}): Promise<string> {
  const req = await reqOn(kring.payload, today, finance)
  const props = { doc: { id }, initPageResult: { req, permissions: {}, visibleEntities: {} }, params: {}, searchParams: query }
  const element = await (screen as (given: typeof props) => Promise<ReactElement>)(props)
  return renderToStaticMarkup(element).replace(/<[^>]+>/g, ' ').replace(/&#x27;/g, '’').replace(/\s+/g, ' ')
}

describe('the screens of a mandate, its creditor and its notices', () => {
  it('tell the life line, what is used of the limits, and whom to tell; and after that what was told and that it ended', async () => {
    const story = await months.begin({ dayMaxCount: 10, monthMaxAmountCents: 1_000_000, deliveryLeadDays: 2, autoStopPoints: 3, bank: 'ing' })
    await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: addDays(today, 7) })
    expect(await shown(Notices, { query: { creditor: String(story.creditor) } })).toContain('Iedereen weet wat er tot en met deze dag wordt geïncasseerd.')
    await months.deliver(story, addDays(today, 14))
    const req = await reqOn(kring.payload, today)
    await generateInstructions(req, { today, until: addDays(today, 75) })

    expect(await shown(Mandate, { id: story.mandate })).toMatch(/Deze machtiging geldt\..*Andere rekening Blokkeren Beëindigen.*0 van 3.*Getekend/)
    expect(await shown(Creditor, { id: story.creditor })).toMatch(/1 van 10.*Aanlevertermijn 2 bankwerkdagen Zelf ingesteld bij deze incassant Uiterste tijd 12:00 Gebruikelijk bij ING/)
    const due = await shown(Notices, { query: { creditor: String(story.creditor), until: addDays(today, 75) } })
    expect(due).toMatch(/Nog aan te kondigen 1 .*Verstuur 1 e-mail.*Maandgever 1 .*toezegging \d+ \(Maandfonds 1\).*nog niet aangekondigd/)
    expect(await shown(Notices, { query: { creditor: String(story.creditor), until: addDays(today, 75), search: 'niemand' } })).toContain('Geen betaler met deze naam')

    await changeMandate(await reqOn(kring.payload, today), { mandate: story.mandate, iban: 'NL44RABO0123456789', today })
    await endMandate(await reqOn(kring.payload, today), { mandate: story.mandate, reason: 'Op verzoek', today })
    const ended = await shown(Mandate, { id: story.mandate })
    expect(ended).toMatch(/Deze machtiging is beëindigd op .* \(Op verzoek\)\. Bewaar het bewijs tot .*Gewijzigd van NL\w+ in NL44RABO0123456789/)
    expect(ended).not.toContain('Blokkeren')
  })

  it('say so of what is not there', async () => {
    expect(await shown(Mandate, { id: 2_000_000_000 })).toContain('Deze machtiging bestaat niet.')
    expect(await shown(Creditor, { id: 2_000_000_000 })).toContain('Deze incassant bestaat niet.')
  })
})

describe('the screen of reminders', () => {
  it('counts all of them, and shows what is searched for in the order that was asked', async () => {
    const donor = await months.build.person('Te herinneren')
    const type = await months.build.add('subscription-types', { title: 'Lid op rekening', priceCents: 6_000, period: 'year' })
    const long = addDays(today, -60)
    await months.build.subscription(donor, type, { startDate: long })
    await invoiceSubscriptions(await reqOn(kring.payload, long), long)
    expect(await shown(Reminders)).toMatch(/Te herinneren 1 .*€ 60,00.*Volgorde.*1 gevonden.*Verstuur herinneringen/)
    expect(await shown(Reminders, { query: { search: 'niemand', sort: 'amount', page: '1' } })).toMatch(/0 gevonden.*Niemand gevonden/)
    expect(await shown(Reminders, { query: { search: 'te her', sort: 'onzin', step: 'x', page: '-3' } })).toMatch(/1 gevonden/)
  })
})
