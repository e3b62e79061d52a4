import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { reqOn, rowsOf } from '../setup/builders'
import { collectingStories, type CollectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let collecting: CollectingStories

beforeAll(async () => {
  kring = await bootPayload()
  collecting = collectingStories(kring.payload)
})
afterAll(() => kring.destroy())

const invoice = async (today: string) => invoiceSubscriptions(await reqOn(kring.payload, day(today)), day(today))

describe('the invoice run', () => {
  it('invoices every period that began, numbered without gaps, and a second time nothing', async () => {
    const { donor } = await collecting.donorAtOwnCreditor()
    const [year, month] = [await collecting.build.add('subscription-types', { title: 'Jaarlid', priceCents: 6_000, period: 'year' }), await collecting.build.add('subscription-types', { title: 'Maandlid', priceCents: 500, period: 'month' })]
    await collecting.build.subscription(donor, year, { startDate: '2026-01-15' })
    await collecting.build.subscription(donor, month, { startDate: '2026-01-31' })
    await collecting.build.subscription(donor, month, { startDate: '2026-01-31', endDate: '2026-02-28' })
    await collecting.build.subscription(donor, month, { startDate: '2026-04-01' })
    expect(await invoice('2026-03-31')).toEqual({ invoices: 5, totalCents: 8_000 })
    expect(await invoice('2026-03-31')).toEqual({ invoices: 0, totalCents: 0 })
    const invoices = await rowsOf<{ number: string; from: string; until: string; due: string }>(kring.payload, 'select number, period_start_date::text as from, period_end_date::text as until, due_date::text as due from invoices order by number')
    expect(invoices.map(({ number }) => number)).toEqual(['2026-000001', '2026-000002', '2026-000003', '2026-000004', '2026-000005'])
    expect(invoices.map(({ from, until }) => `${from}/${until}`)).toEqual(['2026-01-15/2027-01-15', '2026-01-31/2026-02-28', '2026-02-28/2026-03-31', '2026-03-31/2026-04-30', '2026-01-31/2026-02-28'])
    expect(new Set(invoices.map(({ due }) => due))).toEqual(new Set(['2026-04-14']))
  })

  it('makes each invoice once, however many run it at the same time', async () => {
    const runs = await Promise.all(Array.from({ length: 5 }, () => invoice('2026-04-30')))
    expect(runs.map(({ invoices }) => invoices).sort()).toEqual([0, 0, 0, 0, 2])
    expect(await rowsOf(kring.payload, 'select max(number) as last, count(*)::int as count from invoices')).toEqual([{ last: '2026-000007', count: 7 }])
  })

  it('starts its numbers anew in another year', async () => {
    await invoice('2027-01-31')
    expect(await rowsOf(kring.payload, "select min(number) as first, count(*)::int = count(distinct number) as all_different from invoices where number > '2027'")).toEqual([{ first: '2027-000001', all_different: true }])
  })
})

describe('generating instructions', () => {
  it('gives each instalment one, on a banking day, and a second time nothing', async () => {
    const { creditor, donor, mandate, fund } = await collecting.donorAtOwnCreditor()
    await collecting.build.pledge(donor, fund, { mandate, startDate: '2026-01-31' })
    expect(await collecting.generate('2026-01-01', '2026-03-31')).toMatchObject({ created: 3 })
    expect(await collecting.generate('2026-01-01', '2026-03-31')).toEqual({ created: 0, cancelled: 0, skipped: [] })
    expect((await collecting.instructionsAt(creditor)).map(({ original, collected, instalment }) => [instalment, original, collected])).toEqual([
      [1, '2026-01-31', '2026-02-02'], [2, '2026-02-28', '2026-03-02'], [3, '2026-03-31', '2026-03-31'],
    ])
  })

  it('is done once, however many ask for it at the same time', async () => {
    const { creditor, donor, mandate, fund } = await collecting.donorAtOwnCreditor()
    await collecting.build.pledge(donor, fund, { mandate, startDate: '2026-01-05' })
    await Promise.all(Array.from({ length: 5 }, () => collecting.generate('2026-01-01', '2026-03-31')))
    expect(await collecting.instructionsAt(creditor)).toHaveLength(3)
  })

  it('spreads an invoice to the cent over the ends of the months', async () => {
    const { creditor, donor, mandate } = await collecting.donorAtOwnCreditor()
    const type = await collecting.build.add('subscription-types', { title: 'Gespreid', priceCents: 10_000, period: 'year' })
    await collecting.build.subscription(donor, type, { startDate: '2026-01-17', mandate, instalmentCount: 12 })
    await invoice('2026-01-17')
    await collecting.generate('2026-01-17', '2026-02-28')
    const rows = await collecting.instructionsAt(creditor)
    expect(rows.map(({ amount }) => amount)).toEqual([834, 834, 834, 834, 833, 833, 833, 833, 833, 833, 833, 833])
    expect(rows.slice(0, 4).map(({ original }) => original)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
    expect(rows.slice(0, 4).map(({ collected }) => collected)).toEqual(['2026-02-02', '2026-03-02', '2026-03-31', '2026-04-30'])
  })

  it.each([
    ['ends', { endDate: '2026-03-31' }, [['2026-01-31', 1_000], ['2026-02-28', 1_000]]],
    ['gets another amount', { amountCents: 1_500 }, [['2026-01-31', 1_500], ['2026-02-28', 1_500], ['2026-03-31', 1_500]]],
    ['gets another frequency', { frequency: 'quarterly' }, [['2026-01-31', 1_000]]],
    ['becomes a single gift', { frequency: 'once' }, [['2026-01-31', 1_000]]],
    ['gets another first day', { startDate: '2026-02-15' }, [['2026-02-15', 1_000], ['2026-03-15', 1_000]]],
    ['is paid by transfer from now on', { paymentMethod: 'transfer' }, []],
  ] as const)('follows a pledge that %s', async (_what, change, expected) => {
    const { creditor, donor, mandate, fund } = await collecting.donorAtOwnCreditor()
    const id = await collecting.build.pledge(donor, fund, { mandate, startDate: '2026-01-31' })
    await collecting.generate('2026-01-01', '2026-03-31')
    await kring.payload.update({ collection: 'pledges', id, data: change })
    await collecting.generate('2026-01-01', '2026-03-31')
    expect((await collecting.instructionsAt(creditor)).filter(({ status }) => status === 'planned').map(({ original, amount }) => [original, amount])).toEqual(expected)
    expect(await collecting.generate('2026-01-01', '2026-03-31')).toEqual({ created: 0, cancelled: 0, skipped: [] })
  })

  it('cancels what a terminated mandate was for, and plans it again under a new one', async () => {
    const { creditor, donor, mandate, fund } = await collecting.donorAtOwnCreditor()
    const pledge = await collecting.build.pledge(donor, fund, { mandate, startDate: '2026-01-31' })
    await collecting.generate('2026-01-01', '2026-02-28')
    await kring.payload.update({ collection: 'mandates', id: mandate, data: { status: 'terminated' } })
    expect(await collecting.generate('2026-01-01', '2026-02-28')).toEqual({ created: 0, cancelled: 2, skipped: [] })
    await kring.payload.update({ collection: 'pledges', id: pledge, data: { mandate: await collecting.build.mandate(creditor, donor, { type: 'oneOff' }), frequency: 'once' } })
    expect(await collecting.generate('2026-01-01', '2026-02-28')).toEqual({ created: 1, cancelled: 0, skipped: [] })
    expect((await collecting.instructionsAt(creditor)).map(({ status, sequence_type }) => `${status} ${sequence_type}`)).toEqual(['cancelled RCUR', 'cancelled RCUR', 'planned OOFF'])
  })

  it.each([['2027-05-15', true], ['2027-05-16', false]])('looks a year ahead at most: until %s is %s', async (until, isAllowed) => {
    const asked = collecting.generate('2026-05-15', until)
    if (isAllowed) await asked
    else await expect(asked).rejects.toMatchObject({ code: 'UNTIL_TOO_FAR', params: { date: '2027-05-15' } })
  })
})
