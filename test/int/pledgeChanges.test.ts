import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate, day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { pledgeAmountOn } from '../../src/domain/pledgeAmount'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { buildersFor, reqOn, rowsOf, testIban, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let build: Builders
let fund: number

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
  fund = await build.fund('Bomen')
})
afterAll(() => kring.destroy())

const now = amsterdamDate(new Date())
const later = (days: number) => addDays(now, days)
let donors = 0

/** Ten euros a month from the 31st of January 2027 on, by direct debit. */
async function monthly(rest: Readonly<Record<string, unknown>> = {}): Promise<number> {
  donors += 1
  const donor = await build.person(`Gever ${donors}`)
  return build.pledge(donor, fund, { mandate: await build.mandate(await build.creditor({ iban: testIban(50_000 + donors) }), donor), startDate: '2027-01-31', ...rest })
}
const planned = (pledge: number) => rowsOf(kring.payload, "select original_collection_date::text as date, amount_cents::int as amount from debit_instructions where pledge_id = $1 and status = 'planned' order by 1", [pledge])
const generate = async () => generateInstructions(await reqOn(kring.payload, day('2026-11-21')), { today: day('2026-11-21'), until: day('2027-04-30') })
const change = (pledge: number, fromDate: string, amountCents: number) => build.add('pledge-changes', { pledge, fromDate, amountCents })

describe('another amount from a date (R-PL-6)', () => {
  it.each([['2027-02-27', 1_000], ['2027-02-28', 1_500], ['2027-04-30', 1_500], ['2027-05-01', 2_000], ['2020-01-01', 1_000]])('on %s asks %i cents', (on, expected) => {
    const changes = [{ fromDate: day('2027-05-01'), amountCents: cents(2_000) }, { fromDate: day('2027-02-28'), amountCents: cents(1_500) }]
    expect(pledgeAmountOn({ amountCents: cents(1_000), changes }, day(on))).toBe(expected)
  })

  it('counts for what falls due from that day on, planned already or not, and no longer once it is deleted', async () => {
    const pledge = await monthly()
    await generate()
    const id = await change(pledge, '2027-03-01', 1_500)
    await generate()
    expect(await planned(pledge)).toEqual([['2027-01-31', 1_000], ['2027-02-28', 1_000], ['2027-03-31', 1_500], ['2027-04-30', 1_500]].map(([date, amount]) => ({ date, amount })))
    expect(await generate()).toMatchObject({ created: 0, cancelled: 0 })
    await kring.payload.delete({ collection: 'pledge-changes', id })
    await generate()
    expect((await planned(pledge)).map(({ amount }) => amount)).toEqual([1_000, 1_000, 1_000, 1_000])
  })

  it('never counts for what fell due before today, nor after the end', async () => {
    const pledge = await monthly({ startDate: later(-40), endDate: later(40) })
    await expect(change(pledge, later(-1), 1_500)).rejects.toMatchObject({ data: { errors: [{ path: 'fromDate' }] } })
    await expect(change(pledge, later(40), 1_500)).rejects.toMatchObject({ data: { errors: [{ path: 'fromDate' }] } })
    await change(pledge, later(39), 1_500)
  })

  it('is planned once a day, and stays once it counts', async () => {
    const pledge = await monthly({ startDate: later(-40) })
    const today = await change(pledge, now, 1_500)
    await expect(change(pledge, now, 2_000)).rejects.toMatchObject({ data: { errors: [{ path: 'fromDate' }] } })
    await expect(kring.payload.delete({ collection: 'pledge-changes', id: today })).rejects.toThrow('Deze wijziging geldt al sinds')
    const tomorrow = await change(pledge, later(1), 2_000)
    await kring.payload.delete({ collection: 'pledge-changes', id: tomorrow })
  })
})

describe('A24 a pledge', () => {
  it('makes no invoice: not when it is made, not when it is collected, not in the invoice run', async () => {
    const pledge = await monthly({ startDate: '2026-12-15' })
    await generate()
    await invoiceSubscriptions(await reqOn(kring.payload, day('2027-06-30')), day('2027-06-30'))
    expect(await rowsOf(kring.payload, 'select (select count(*)::int from invoices) as invoices, (select count(*)::int from debit_instructions where pledge_id = $1 and invoice_id is null) > 0 as collected', [pledge]))
      .toEqual([{ invoices: 0, collected: true }])
  })
})
