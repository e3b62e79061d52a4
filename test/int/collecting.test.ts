import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextStatuses, type InstructionStatus } from '../../src/domain/instructionStatus'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { checkPain008 } from '../../src/formats/pain008Check'
import { collectable } from '../../src/operations/collectable'
import { createBatches, type CreateBatches, type CreatedBatches } from '../../src/operations/createBatches'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { invoiceSubscriptions } from '../../src/operations/invoiceSubscriptions'
import { lockCreditor } from '../../src/store/creditors'
import { inTransaction } from '../../src/store/transaction'
import { schemaCheck } from '../formats/xsd'
import { buildersFor, reqOn, rowsOf, testIban, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let build: Builders
let fund: number
let scenarios = 0

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
  fund = await build.fund('Bomen')
})
afterAll(() => kring.destroy())

const generate = async (today: string, until: string) => generateInstructions(await reqOn(kring.payload, day(today)), { today: day(today), until: day(until) })
const invoice = async (today: string) => invoiceSubscriptions(await reqOn(kring.payload, day(today)), day(today))
const batch = async (creditor: number, today: string, rest: Partial<CreateBatches> = {}): Promise<CreatedBatches> => createBatches(await reqOn(kring.payload, day(today)), {
  creditor, until: addDays(day(today), 60), shiftLate: false, now: new Date(`${today}T09:15:00Z`), today: day(today), random: () => randomBytes(5), ...rest,
})

/** Somebody at a creditor of their own, so that each story stands alone. */
async function donorAtOwnCreditor(creditorRest: Readonly<Record<string, unknown>> = {}, mandateRest: Readonly<Record<string, unknown>> = {}) {
  scenarios += 1
  const creditor = await build.creditor({ iban: testIban(90_000 + scenarios), ...creditorRest })
  const donor = await build.person(`Gever ${scenarios}`)
  return { creditor, donor, mandate: await build.mandate(creditor, donor, mandateRest) }
}

type Planned = readonly (readonly [date: string, amountCents: number])[]

/** A creditor at which these amounts are planned on these days, each of a pledge of its own. */
async function planned(amounts: Planned, creditorRest: Readonly<Record<string, unknown>> = {}, mandateRest: Readonly<Record<string, unknown>> = {}): Promise<number> {
  const { creditor, donor, mandate } = await donorAtOwnCreditor(creditorRest, mandateRest)
  await rowsOf(kring.payload, `
    insert into pledges (number, donor_id, fund_id, mandate_id, amount_cents, frequency, start_date, payment_method)
    select 1000000 + $5 * 10000 + place, $1, $2, $3, (item->>1)::bigint, 'once', (item->>0)::date, 'directDebit'
      from jsonb_array_elements($4::jsonb) with ordinality as given(item, place) order by place`, [donor, fund, mandate, JSON.stringify(amounts), scenarios])
  const dates = amounts.map(([date]) => date).sort()
  await generate(dates[0] ?? '', dates.at(-1) ?? '')
  return creditor
}

type InstructionRow = { id: number; amount: number; collected: LocalDate; original: LocalDate; status: InstructionStatus; batch_id: number | null; instalment: number; sequence_type: string }
const instructionsAt = (creditor: number) => rowsOf<InstructionRow>(kring.payload, `
  select id, amount_cents::int as amount, collection_date::text as collected, original_collection_date::text as original, status, batch_id, instalment, sequence_type
    from debit_instructions where creditor_id = $1 order by id`, [creditor])
const euros = (...amounts: readonly number[]): Planned => amounts.map((euro) => ['2026-03-02', euro * 100])
const amountsByBatch = async (creditor: number) => Object.values(Object.groupBy((await instructionsAt(creditor)).filter(({ batch_id }) => batch_id !== null), ({ batch_id }) => String(batch_id))).map((group) => group?.map(({ amount }) => amount / 100))

describe('the invoice run', () => {
  it('invoices every period that began, numbered without gaps, and a second time nothing', async () => {
    const { donor } = await donorAtOwnCreditor()
    const [year, month] = [await build.add('subscription-types', { title: 'Jaarlid', priceCents: 6_000, period: 'year' }), await build.add('subscription-types', { title: 'Maandlid', priceCents: 500, period: 'month' })]
    await build.subscription(donor, year, { startDate: '2026-01-15' })
    await build.subscription(donor, month, { startDate: '2026-01-31' })
    await build.subscription(donor, month, { startDate: '2026-01-31', endDate: '2026-02-28' })
    await build.subscription(donor, month, { startDate: '2026-04-01' })
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
    const { creditor, donor, mandate } = await donorAtOwnCreditor()
    await build.pledge(donor, fund, { mandate, startDate: '2026-01-31' })
    expect(await generate('2026-01-01', '2026-03-31')).toMatchObject({ created: 3 })
    expect(await generate('2026-01-01', '2026-03-31')).toEqual({ created: 0, cancelled: 0 })
    expect((await instructionsAt(creditor)).map(({ original, collected, instalment }) => [instalment, original, collected])).toEqual([
      [1, '2026-01-31', '2026-02-02'], [2, '2026-02-28', '2026-03-02'], [3, '2026-03-31', '2026-03-31'],
    ])
  })

  it('is done once, however many ask for it at the same time', async () => {
    const { creditor, donor, mandate } = await donorAtOwnCreditor()
    await build.pledge(donor, fund, { mandate, startDate: '2026-01-05' })
    await Promise.all(Array.from({ length: 5 }, () => generate('2026-01-01', '2026-03-31')))
    expect(await instructionsAt(creditor)).toHaveLength(3)
  })

  it('spreads an invoice to the cent over the ends of the months', async () => {
    const { creditor, donor, mandate } = await donorAtOwnCreditor()
    const type = await build.add('subscription-types', { title: 'Gespreid', priceCents: 10_000, period: 'year' })
    await build.subscription(donor, type, { startDate: '2026-01-17', mandate, instalmentCount: 12 })
    await invoice('2026-01-17')
    await generate('2026-01-17', '2026-02-28')
    const rows = await instructionsAt(creditor)
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
    const { creditor, donor, mandate } = await donorAtOwnCreditor()
    const id = await build.pledge(donor, fund, { mandate, startDate: '2026-01-31' })
    await generate('2026-01-01', '2026-03-31')
    await kring.payload.update({ collection: 'pledges', id, data: change })
    await generate('2026-01-01', '2026-03-31')
    expect((await instructionsAt(creditor)).filter(({ status }) => status === 'planned').map(({ original, amount }) => [original, amount])).toEqual(expected)
    expect(await generate('2026-01-01', '2026-03-31')).toEqual({ created: 0, cancelled: 0 })
  })

  it('cancels what a terminated mandate was for, and plans it again under a new one', async () => {
    const { creditor, donor, mandate } = await donorAtOwnCreditor()
    const pledge = await build.pledge(donor, fund, { mandate, startDate: '2026-01-31' })
    await generate('2026-01-01', '2026-02-28')
    await kring.payload.update({ collection: 'mandates', id: mandate, data: { status: 'terminated' } })
    expect(await generate('2026-01-01', '2026-02-28')).toEqual({ created: 0, cancelled: 2 })
    await kring.payload.update({ collection: 'pledges', id: pledge, data: { mandate: await build.mandate(creditor, donor, { type: 'oneOff' }), frequency: 'once' } })
    expect(await generate('2026-01-01', '2026-02-28')).toEqual({ created: 1, cancelled: 0 })
    expect((await instructionsAt(creditor)).map(({ status, sequence_type }) => `${status} ${sequence_type}`)).toEqual(['cancelled RCUR', 'cancelled RCUR', 'planned OOFF'])
  })

  it.each([['2027-05-15', true], ['2027-05-16', false]])('looks a year ahead at most: until %s is %s', async (until, isAllowed) => {
    const asked = generate('2026-05-15', until)
    if (isAllowed) await asked
    else await expect(asked).rejects.toMatchObject({ code: 'UNTIL_TOO_FAR', params: { date: '2027-05-15' } })
  })
})

describe('batches within the limits of the bank (LIM)', () => {
  const limits = { batchMaxCount: 3, batchMaxAmountCents: 10_000 }

  it.each([
    ['amount and count', euros(40, 40, 40, 10, 10, 10, 10), limits, [[40, 40], [40, 10, 10], [10, 10]]],
    ['an amount of exactly the limit', euros(100), limits, [[100]]],
    ['no limits', euros(40, 40, 40, 10, 10, 10, 10), {}, [[40, 40, 40, 10, 10, 10, 10]]],
  ] as const)('with %s', async (_what, amounts, rest, expected) => {
    const creditor = await planned(amounts, rest)
    const { batches, left } = await batch(creditor, '2026-02-16')
    expect(await amountsByBatch(creditor)).toEqual(expected)
    expect(left).toEqual([])
    expect(batches.map(({ totalCents, instructionCount }) => [totalCents / 100, instructionCount])).toEqual(expected.map((one) => [one.reduce((sum: number, euro) => sum + euro, 0), one.length]))
  })

  it('leaves an amount above the limit, says why, and batches the others', async () => {
    const creditor = await planned(euros(150, 60, 30), limits)
    const { left } = await batch(creditor, '2026-02-16')
    expect(left).toMatchObject([{ amountCents: 15_000, reason: 'EXCEEDS_BATCH_LIMIT' }])
    expect(await amountsByBatch(creditor)).toEqual([[60, 30]])
  })

  it('splits 2500 equal ones into 1000, 1000 and 500', async () => {
    const creditor = await planned(Array.from({ length: 2_500 }, () => ['2026-03-02', 100] as const), { batchMaxCount: 1_000 })
    const { batches } = await batch(creditor, '2026-02-16')
    expect(batches.map(({ instructionCount }) => instructionCount)).toEqual([1_000, 1_000, 500])
  })

  it('leaves a mandate that slept for 36 months', async () => {
    const creditor = await planned(euros(25), {}, { signedOn: '2023-03-01' })
    expect(await batch(creditor, '2026-02-16')).toMatchObject({ batches: [], left: [{ reason: 'MANDATE_DORMANT', amountCents: 2_500 }] })
  })

  it('never collects for a pledge that ended, even when nobody generated since', async () => {
    const creditor = await planned(euros(25, 30))
    await rowsOf(kring.payload, "update pledges set payment_method = 'transfer' where amount_cents = 2500 and id in (select pledge_id from debit_instructions where creditor_id = $1)", [creditor])
    await batch(creditor, '2026-02-16')
    expect((await instructionsAt(creditor)).map(({ amount, status }) => [amount, status])).toEqual([[2_500, 'cancelled'], [3_000, 'batched']])
  })
})

describe('delivering too late (LATE)', () => {
  const late: Planned = [['2025-04-22', 2_500], ['2025-04-23', 2_500], ['2025-04-30', 2_500]]

  it('is refused with the first day that can be made, and saves nothing', async () => {
    const creditor = await planned(late)
    await expect(batch(creditor, '2025-04-22')).rejects.toMatchObject({ code: 'BATCH_TOO_LATE', params: { count: 2, date: '2025-04-24', euro: 50 } })
    expect((await instructionsAt(creditor)).map(({ status, collected }) => [status, collected])).toEqual(late.map(([date]) => ['planned', date]))
  })

  it('moves the late ones, and only those, when that is asked', async () => {
    const creditor = await planned(late)
    await batch(creditor, '2025-04-22', { shiftLate: true })
    expect((await instructionsAt(creditor)).map(({ collected, original }) => [original, collected])).toEqual([['2025-04-22', '2025-04-24'], ['2025-04-23', '2025-04-24'], ['2025-04-30', '2025-04-30']])
    expect(await rowsOf(kring.payload, 'select g.collection_date::text as date, g.instruction_count from debit_batch_groups g join debit_batches b on b.id = g.batch_id where b.creditor_id = $1 order by 1', [creditor]))
      .toEqual([{ date: '2025-04-24', instruction_count: 2 }, { date: '2025-04-30', instruction_count: 1 }])
  })

  it('is shown on the list with the last day of delivery, counted from the earliest collection', async () => {
    const creditor = await planned(late)
    const list = await inTransaction(await reqOn(kring.payload, day('2025-04-14')), async (tx) => {
      const contract = await lockCreditor(tx, creditor)
      return contract && collectable(tx, contract, { today: day('2025-04-22'), until: day('2025-05-31') })
    })
    expect(list).toMatchObject({ latestDeliveryDate: '2025-04-16', lateCount: 2, earliestCollectionDate: '2025-04-24', totalCents: 7_500 })
  })
})

describe('making the same batch again', () => {
  it('with the same key gives the same batches', async () => {
    const creditor = await planned(euros(10, 20), { batchMaxCount: 1 })
    const first = await batch(creditor, '2026-02-16', { idempotencyKey: 'maart-2026' })
    expect(first.batches).toHaveLength(2)
    expect(await batch(creditor, '2026-02-16', { idempotencyKey: 'maart-2026' })).toEqual({ batches: first.batches, left: [] })
    await expect(batch(creditor, '2026-02-16')).rejects.toMatchObject({ code: 'NOTHING_TO_COLLECT' })
  })

  it('ten times at once puts every instruction in exactly one batch', async () => {
    const creditor = await planned(Array.from({ length: 40 }, () => ['2026-03-02', 1_000] as const), { batchMaxCount: 15 })
    const runs = await Promise.allSettled(Array.from({ length: 10 }, () => batch(creditor, '2026-02-16')))
    expect(runs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(runs.flatMap((run) => (run.status === 'rejected' ? [(run.reason as { code?: string }).code] : []))).toEqual(Array.from({ length: 9 }, () => 'NOTHING_TO_COLLECT'))
    const rows = await instructionsAt(creditor)
    expect(rows.every(({ status, batch_id }) => status === 'batched' && batch_id !== null)).toBe(true)
    expect(await rowsOf(kring.payload, 'select sum(instruction_count)::int as count, sum(total_cents)::int as total from debit_batches where creditor_id = $1', [creditor])).toEqual([{ count: 40, total: 40_000 }])
  })

  it('ten times at once with one key gives everybody the same batches', async () => {
    const creditor = await planned(euros(10, 20, 30), { batchMaxCount: 2 })
    const runs = await Promise.all(Array.from({ length: 10 }, () => batch(creditor, '2026-02-16', { idempotencyKey: 'tien-tegelijk' })))
    expect(new Set(runs.map(({ batches }) => batches.map(({ id }) => id).join())).size).toBe(1)
  })

  it('takes only what was ticked, and refuses what is gone meanwhile', async () => {
    const creditor = await planned(euros(10, 20, 30))
    const [first, second] = await instructionsAt(creditor)
    await batch(creditor, '2026-02-16', { instructions: [first?.id ?? 0] })
    expect(await amountsByBatch(creditor)).toEqual([[10]])
    await expect(batch(creditor, '2026-02-16', { instructions: [first?.id ?? 0, second?.id ?? 0] })).rejects.toMatchObject({ code: 'SELECTION_CHANGED', params: { count: 1 } })
  })
})

describe('the file of a batch', () => {
  it('is right, the same every time, and its first download hands the batch to the bank', async () => {
    const creditor = await planned([['2026-03-02', 1_234], ['2026-03-02', 5], ['2026-03-09', 99_999]])
    const { batches: [made] } = await batch(creditor, '2026-02-16')
    const [first, second] = [await handOutBatchFile(await reqOn(kring.payload, day('2026-02-16')), made?.id ?? 0), await handOutBatchFile(await reqOn(kring.payload, day('2026-02-20')), made?.id ?? 0)]
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    const [row] = await rowsOf(kring.payload, 'select status, file_sha256 from debit_batches where id = $1', [made?.id])
    expect(row).toEqual({ status: 'submitted', file_sha256: createHash('sha256').update(first.bytes).digest('hex') })
    expect((await instructionsAt(creditor)).map(({ status }) => status)).toEqual(['submitted', 'submitted', 'submitted'])
    const checked = checkPain008([first.bytes.toString()])
    expect(checked).toMatchObject({ count: 3, totalCents: 101_238, groups: [{ count: 2, totalCents: 1_239 }, { count: 1, totalCents: 99_999 }] })
    const check = schemaCheck('pain.008.001.08')
    if (check) expect(() => check(first.bytes.toString())).not.toThrow()
  })

  it('of a batch that does not exist is not there', async () => {
    await expect(handOutBatchFile(await reqOn(kring.payload, day('2026-02-16')), 2_000_000_000)).rejects.toMatchObject({ code: 'BATCH_UNKNOWN' })
  })
})

describe('the life line of an instruction', () => {
  const statuses = Object.keys(nextStatuses) as readonly InstructionStatus[]
  const isInBatch = (status: InstructionStatus): boolean => status !== 'planned' && status !== 'cancelled'

  it('is the same in the database as in the domain, for every pair', async () => {
    const creditor = await planned(euros(10))
    await batch(creditor, '2026-02-16')
    const client = new pg.Client({ connectionString: kring.url })
    await client.connect()
    try {
      await client.query('begin')
      const { rows: [one] } = await client.query<{ id: number; batch_id: number; group_id: number }>('select id, batch_id, group_id from debit_instructions where creditor_id = $1', [creditor])
      const become = (status: InstructionStatus) => client.query('update debit_instructions set status = $2, batch_id = $3, group_id = $4 where id = $1', [one?.id, status, ...(isInBatch(status) ? [one?.batch_id, one?.group_id] : [null, null])])
      const allowed: string[] = []
      for (const [from, to] of statuses.flatMap((from) => statuses.filter((status) => status !== from).map((to) => [from, to] as const))) {
        await client.query('savepoint pair')
        await client.query('alter table debit_instructions disable trigger instructions_life_line')
        await become(from)
        await client.query('alter table debit_instructions enable trigger instructions_life_line')
        const constraint = await become(to).then(() => undefined, (error: { constraint?: string }) => error.constraint)
        if (constraint === undefined) allowed.push(`${from} → ${to}`)
        else expect(constraint).toBe('instructions_life_line')
        await client.query('rollback to pair')
      }
      expect(allowed).toEqual(statuses.flatMap((from) => statuses.filter((to) => nextStatuses[from].includes(to)).map((to) => `${from} → ${to}`)))
    } finally {
      await client.end()
    }
  })
})
