import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarYear } from '../../src/domain/forecast'
import { addDays, day } from '../../src/domain/localDate'
import { forecastOf } from '../../src/operations/forecastOf'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { readConnection } from '../../src/store/transaction'
import { reqOn, rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { debitMonths, type Months } from '../setup/debitMonths'

let kring: BootedPayload
let months: ReturnType<typeof debitMonths>

beforeAll(async () => {
  kring = await bootPayload()
  months = debitMonths(kring.payload)
})
afterAll(() => kring.destroy())

const today = day('2026-05-15')
const forecastAt = async (fund: number, on = today) => forecastOf(readConnection(await reqOn(kring.payload, on)), fund, { today: on, ...calendarYear(2026) })
const sums = ({ receivedCents, expectedCents, totalCents, openCents }: Awaited<ReturnType<typeof forecastAt>>) => [receivedCents, expectedCents, totalCents, openCents].map((amount) => amount / 100)
const daysOf = ({ expected }: Awaited<ReturnType<typeof forecastAt>>) => expected.map(({ date, amountCents }) => `${date}:${amountCents / 100}`)

type Given = { readonly fund: number; readonly donor?: number; readonly pledge?: number }
async function give(euros: number, { fund, donor, pledge }: Given, ...dates: readonly string[]): Promise<void> {
  for (const receivedOn of dates) await months.build.add('donations', { receivedOn, fund, donor, pledge, amountCents: euros * 100, source: 'bank' })
}

/** A donor with a mandate who gives ten euros on the last day of each month. */
async function monthly(rest: object = {}): Promise<Months & { readonly pledge: number }> {
  const story = await months.begin()
  return { ...story, pledge: await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: '2026-01-31', ...rest }) }
}

describe('A23 the forecast of a fund on 15 May 2026', () => {
  it('is 165 received, 150 expected, 315 in all; other funds stay out of it', async () => {
    const one = await monthly()
    const { fund } = one
    await give(10, { fund, donor: one.donor, pledge: one.pledge }, '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30')
    const [second, third, other] = [await months.begin(), await months.build.person('Overmaker'), await monthly()]
    await months.build.pledge(second.donor, fund, { mandate: second.mandate, frequency: 'yearly', amountCents: 6_000, startDate: '2026-09-01' })
    await months.build.pledge(third, fund, { amountCents: 500, startDate: '2026-01-01', endDate: '2026-08-01' })
    await give(5, { fund, donor: third }, '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01')
    await give(100, { fund }, '2026-03-10')
    await give(999, { fund: other.fund }, '2026-03-10')
    const found = await forecastAt(fund)
    expect(sums(found)).toEqual([165, 150, 315, 0])
    expect(found.months.map(({ receivedCents, expectedCents }) => [receivedCents / 100, expectedCents / 100]))
      .toEqual([[15, 0], [15, 0], [115, 0], [15, 0], [5, 10], [0, 15], [0, 15], [0, 10], [0, 70], [0, 10], [0, 10], [0, 10]])
    expect(found.expected[1]).toMatchObject({ date: '2026-06-01', amountCents: 500, donorName: 'Overmaker' })
  })

  it('stays the same once the instalments are planned at the bank', async () => {
    const { fund } = await monthly()
    const before = await forecastAt(fund)
    await generateInstructions(await reqOn(kring.payload, today), { today, until: addDays(today, 200) })
    expect(await forecastAt(fund)).toEqual(before)
  })
})

describe('the forecast follows', () => {
  it('another amount from a date', async () => {
    const { fund, pledge } = await monthly()
    await rowsOf(kring.payload, "insert into pledge_changes (pledge_id, from_date, amount_cents, updated_at, created_at) values ($1, '2026-11-01', 2500, now(), now())", [pledge])
    expect(daysOf(await forecastAt(fund, day('2026-09-15')))).toEqual(['2026-09-30:10', '2026-10-31:10', '2026-11-30:25', '2026-12-31:25'])
  })

  it('a donor who died, and a mandate that ended', async () => {
    const [died, ended] = [await monthly(), await monthly()]
    await kring.payload.update({ collection: 'relations', id: died.donor, data: { deceasedOn: '2026-05-01' } })
    await rowsOf(kring.payload, "update mandates set status = 'terminated', ended_on = '2026-05-01' where id = $1", [ended.mandate])
    expect(sums(await forecastAt(died.fund))).toEqual([0, 0, 0, 0])
    expect(sums(await forecastAt(ended.fund))).toEqual([0, 0, 0, 40])
  })

  it('a debit that was cancelled by hand, and one that is made anew with another amount', async () => {
    const { fund, pledge } = await monthly()
    await generateInstructions(await reqOn(kring.payload, today), { today, until: addDays(today, 60) })
    const cancel = (date: string, reason: string | null) => rowsOf(kring.payload, "update debit_instructions set status = 'cancelled', cancel_reason = $3 where pledge_id = $1 and original_collection_date = $2", [pledge, date, reason])
    await cancel('2026-05-31', null)
    await cancel('2026-06-30', 'pledgeChanged')
    expect(daysOf(await forecastAt(fund))).toEqual(['2026-06-30:10', '2026-07-31:10', '2026-08-31:10', '2026-09-30:10', '2026-10-31:10', '2026-11-30:10', '2026-12-31:10'])
  })

  it('what came back: open until it is tried again, then expected on its new day, then received', async () => {
    const story = await monthly({ startDate: '2026-04-30', endDate: '2026-05-30' })
    await months.collect(story, day('2026-04-30'), 'AM04')
    expect(sums(await forecastAt(story.fund))).toEqual([0, 0, 0, 10])
    const [failed] = await rowsOf<{ id: number }>(kring.payload, "select id from debit_instructions where pledge_id = $1 and status = 'returned'", [story.pledge])
    const { collectionDate } = await retryInstruction(await reqOn(kring.payload, today), { instruction: failed?.id ?? 0, today, now: new Date('2026-05-15T08:00:00Z') })
    const tried = await forecastAt(story.fund)
    expect({ sums: sums(tried), days: daysOf(tried) }).toEqual({ sums: [0, 10, 10, 0], days: [`${collectionDate}:10`] })
    await months.collect(story, collectionDate)
    expect(sums(await forecastAt(story.fund, day('2026-07-01')))).toEqual([10, 0, 10, 0])
  })
})

it('adds up three thousand pledges and thirty thousand donations', async () => {
  const fund = await months.build.fund('Veel')
  const donor = await months.build.person('Velen')
  await rowsOf(kring.payload, `insert into pledges (number, donor_id, fund_id, amount_cents, frequency, start_date, payment_method, updated_at, created_at)
    select 1000000 + n, $1, $2, 1000, 'monthly', date '2026-01-01' + n % 28, 'transfer', now(), now() from generate_series(1, 3000) n`, [donor, fund])
  await rowsOf(kring.payload, `insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, updated_at, created_at)
    select date '2026-01-01' + n * 13, $1, $2, p.id, 1000, 'bank', now(), now() from generate_series(1, 10) n cross join pledges p where p.fund_id = $2`, [donor, fund])
  const found = await forecastAt(fund)
  expect(found.receivedCents).toBe(30_000_000)
  expect(found.expected.length).toBeGreaterThan(20_000)
})
