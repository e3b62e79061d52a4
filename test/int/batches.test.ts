import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextStatuses, type InstructionStatus } from '../../src/domain/instructionStatus'
import { day } from '../../src/domain/localDate'
import { checkPain008 } from '../../src/formats/pain008Check'
import { collectable } from '../../src/operations/collectable'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { lockCreditor } from '../../src/store/creditors'
import { inTransaction } from '../../src/store/transaction'
import { schemaCheck } from '../formats/xsd'
import { reqOn, rowsOf } from '../setup/builders'
import { collectingStories, euros, type CollectingStories, type Planned } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let collecting: CollectingStories

beforeAll(async () => {
  kring = await bootPayload()
  collecting = collectingStories(kring.payload)
})
afterAll(() => kring.destroy())

describe('A32: batches within the limits of the bank (LIM)', () => {
  const limits = { batchMaxCount: 3, batchMaxAmountCents: 10_000 }

  it.each([
    ['amount and count', euros(40, 40, 40, 10, 10, 10, 10), limits, [[40, 40], [40, 10, 10], [10, 10]]],
    ['an amount of exactly the limit', euros(100), limits, [[100]]],
    ['no limits', euros(40, 40, 40, 10, 10, 10, 10), {}, [[40, 40, 40, 10, 10, 10, 10]]],
  ] as const)('with %s', async (_what, amounts, rest, expected) => {
    const creditor = await collecting.planned(amounts, rest)
    const { batches, left } = await collecting.batch(creditor, '2026-02-16')
    expect(await collecting.amountsByGroup(creditor)).toEqual(expected)
    expect(left).toEqual([])
    const all = expected.flatMap((one): readonly number[] => one)
    expect(batches.map(({ totalCents, instructionCount, groupCount }) => [totalCents / 100, instructionCount, groupCount])).toEqual([[all.reduce((sum, euro) => sum + euro, 0), all.length, expected.length]])
  })

  it('leaves an amount above the limit, says why, and batches the others', async () => {
    const creditor = await collecting.planned(euros(150, 60, 30), limits)
    const { left } = await collecting.batch(creditor, '2026-02-16')
    expect(left).toMatchObject([{ amountCents: 15_000, reason: 'EXCEEDS_BATCH_LIMIT' }])
    expect(await collecting.amountsByGroup(creditor)).toEqual([[60, 30]])
  })

  it('splits 2500 equal ones into 1000, 1000 and 500', async () => {
    const creditor = await collecting.planned(Array.from({ length: 2_500 }, () => ['2026-03-02', 100] as const), { batchMaxCount: 1_000 })
    await collecting.batch(creditor, '2026-02-16')
    expect((await collecting.amountsByGroup(creditor)).map((group) => group?.length)).toEqual([1_000, 1_000, 500])
  })

  it('leaves a mandate that slept for 36 months', async () => {
    const creditor = await collecting.planned(euros(25), {}, { signedOn: '2023-03-01' })
    expect(await collecting.batch(creditor, '2026-02-16')).toMatchObject({ batches: [], left: [{ reason: 'MANDATE_DORMANT', amountCents: 2_500 }] })
  })

  it('never collects for a pledge that ended, even when nobody generated since', async () => {
    const creditor = await collecting.planned(euros(25, 30))
    await rowsOf(kring.payload, "update pledges set payment_method = 'transfer' where amount_cents = 2500 and id in (select pledge_id from debit_instructions where creditor_id = $1)", [creditor])
    await collecting.batch(creditor, '2026-02-16')
    expect((await collecting.instructionsAt(creditor)).map(({ amount, status }) => [amount, status])).toEqual([[2_500, 'cancelled'], [3_000, 'batched']])
  })
})

describe('a list that was on screen', () => {
  const shown = { expected: { count: 2, totalCents: 5_500 } }

  it('loses what ended since, and says so instead of starting again', async () => {
    const creditor = await collecting.planned(euros(25, 30))
    await rowsOf(kring.payload, "update pledges set payment_method = 'transfer' where amount_cents = 2500 and id in (select pledge_id from debit_instructions where creditor_id = $1)", [creditor])
    expect(await collecting.batch(creditor, '2026-02-16', shown)).toMatchObject({ batches: [{ instructionCount: 1, totalCents: 3_000 }], leftCounts: [{ reason: 'NO_LONGER_DUE', count: 1, totalCents: 2_500 }] })
  })

  it('is looked through again when there is more than it showed', async () => {
    const creditor = await collecting.planned(euros(25, 30, 10))
    await expect(collecting.batch(creditor, '2026-02-16', shown)).rejects.toMatchObject({ code: 'SELECTION_DIFFERS', params: { expected: 2, count: 3 } })
  })
})

describe('A33: delivering too late (LATE)', () => {
  const late: Planned = [['2025-04-22', 2_500], ['2025-04-23', 2_500], ['2025-04-30', 2_500]]

  it('is refused with the first day that can be made, and saves nothing', async () => {
    const creditor = await collecting.planned(late)
    await expect(collecting.batch(creditor, '2025-04-22')).rejects.toMatchObject({ code: 'BATCH_TOO_LATE', params: { count: 2, date: '2025-04-24' } })
    expect((await collecting.instructionsAt(creditor)).map(({ status, collected }) => [status, collected])).toEqual(late.map(([date]) => ['planned', date]))
  })

  it('moves the late ones, and only those, when that is asked', async () => {
    const creditor = await collecting.planned(late)
    await collecting.batch(creditor, '2025-04-22', { shiftTo: day('2025-04-24') })
    expect((await collecting.instructionsAt(creditor)).map(({ collected, original }) => [original, collected])).toEqual([['2025-04-22', '2025-04-24'], ['2025-04-23', '2025-04-24'], ['2025-04-30', '2025-04-30']])
    expect(await rowsOf(kring.payload, 'select g.collection_date::text as date, g.instruction_count from debit_batch_groups g join debit_batches b on b.id = g.batch_id where b.creditor_id = $1 order by 1', [creditor]))
      .toEqual([{ date: '2025-04-24', instruction_count: 2 }, { date: '2025-04-30', instruction_count: 1 }])
  })

  it('is shown on the list with the last day of delivery, counted from the earliest collection', async () => {
    const creditor = await collecting.planned(late)
    const list = await inTransaction(await reqOn(kring.payload, day('2025-04-14')), async (tx) => {
      const contract = await lockCreditor(tx, creditor)
      return contract && collectable(tx, contract, { moment: { today: day('2025-04-22'), time: '09:00' }, until: day('2025-05-31') })
    })
    expect(list).toMatchObject({ latestDeliveryDate: '2025-04-16', lateCount: 2, earliestCollectionDate: '2025-04-24', totalCents: 7_500 })
  })
})

describe('making the same batch again', () => {
  it('with the same key gives the same batches', async () => {
    const creditor = await collecting.planned(euros(10, 20), { batchMaxCount: 1, groupsPerFile: 'one' })
    const first = await collecting.batch(creditor, '2026-02-16', { idempotencyKey: 'maart-2026' })
    expect(first.batches).toHaveLength(2)
    expect(await collecting.batch(creditor, '2026-02-16', { idempotencyKey: 'maart-2026' })).toEqual(first)
    await expect(collecting.batch(creditor, '2026-02-16')).rejects.toMatchObject({ code: 'NOTHING_TO_COLLECT' })
  })

  it('ten times at once puts every instruction in exactly one batch', async () => {
    const creditor = await collecting.planned(Array.from({ length: 40 }, () => ['2026-03-02', 1_000] as const), { batchMaxCount: 15 })
    const runs = await Promise.allSettled(Array.from({ length: 10 }, () => collecting.batch(creditor, '2026-02-16')))
    expect(runs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(runs.flatMap((run) => (run.status === 'rejected' ? [(run.reason as { code?: string }).code] : []))).toEqual(Array.from({ length: 9 }, () => 'NOTHING_TO_COLLECT'))
    const rows = await collecting.instructionsAt(creditor)
    expect(rows.every(({ status, batch_id }) => status === 'batched' && batch_id !== null)).toBe(true)
    expect(await rowsOf(kring.payload, 'select sum(instruction_count)::int as count, sum(total_cents)::int as total from debit_batches where creditor_id = $1', [creditor])).toEqual([{ count: 40, total: 40_000 }])
  })

  it('ten times at once with one key gives everybody the same batches', async () => {
    const creditor = await collecting.planned(euros(10, 20, 30), { batchMaxCount: 2 })
    const runs = await Promise.all(Array.from({ length: 10 }, () => collecting.batch(creditor, '2026-02-16', { idempotencyKey: 'tien-tegelijk' })))
    expect(new Set(runs.map(({ batches }) => batches.map(({ id }) => id).join())).size).toBe(1)
  })

  it('takes only what was ticked, and refuses what is gone meanwhile', async () => {
    const creditor = await collecting.planned(euros(10, 20, 30))
    const [first, second] = await collecting.instructionsAt(creditor)
    await collecting.batch(creditor, '2026-02-16', { instructions: [first?.id ?? 0] })
    expect(await collecting.amountsByGroup(creditor)).toEqual([[10]])
    await expect(collecting.batch(creditor, '2026-02-16', { instructions: [first?.id ?? 0, second?.id ?? 0] })).rejects.toMatchObject({ code: 'SELECTION_CHANGED', params: { count: 1 } })
  })
})

describe('the file of a batch', () => {
  it('is right, the same every time, and its first download counts it as at the bank', async () => {
    const creditor = await collecting.planned([['2026-03-02', 1_234], ['2026-03-02', 5], ['2026-03-09', 99_999]])
    const { batches: [made] } = await collecting.batch(creditor, '2026-02-16')
    const [first, second] = [await handOutBatchFile(await reqOn(kring.payload, day('2026-02-16')), made?.id ?? 0), await handOutBatchFile(await reqOn(kring.payload, day('2026-02-20')), made?.id ?? 0)]
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    const [row] = await rowsOf(kring.payload, 'select status, file_sha256 from debit_batches where id = $1', [made?.id])
    expect(row).toEqual({ status: 'downloaded', file_sha256: createHash('sha256').update(first.bytes).digest('hex') })
    expect((await collecting.instructionsAt(creditor)).map(({ status }) => status)).toEqual(['submitted', 'submitted', 'submitted'])
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
    const creditor = await collecting.planned(euros(10))
    await collecting.batch(creditor, '2026-02-16')
    const client = new pg.Client({ connectionString: kring.url })
    await client.connect()
    try {
      await client.query('begin')
      const { rows: [one] } = await client.query<{ id: number; batch_id: number; group_id: number; debtor_iban: string; mandate_reference: string }>('select id, batch_id, group_id, debtor_iban, mandate_reference from debit_instructions where creditor_id = $1', [creditor])
      await client.query("update debit_batches set status = 'cancelled' where id = $1", [one?.batch_id])
      const become = (status: InstructionStatus) => client.query('update debit_instructions set status = $2, batch_id = $3, group_id = $4, debtor_iban = $5, mandate_reference = $6 where id = $1',
        [one?.id, status, ...(isInBatch(status) ? [one?.batch_id, one?.group_id, one?.debtor_iban, one?.mandate_reference] : [null, null, null, null])])
      const allowed: string[] = []
      for (const [from, to] of statuses.flatMap((from) => statuses.filter((status) => status !== from).map((to) => [from, to] as const))) {
        await client.query('savepoint pair')
        await client.query('alter table debit_instructions disable trigger instructions_life_line, disable trigger debit_instructions_used')
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
