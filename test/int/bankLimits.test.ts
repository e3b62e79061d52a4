import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import type { CreatedBatches } from '../../src/operations/createBatches'
import { cancelBatch } from '../../src/operations/moveBatch'
import { previewBatches } from '../../src/operations/previewBatches'
import { reqOn, rowsOf } from '../setup/builders'
import { collectingStories, euros, type CollectingStories, type Planned } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { fileOfBatch, type DebitFile } from '../setup/debitFile'
import { howMany } from '../setup/howMany'
import { diceOf, type Dice } from './evaluation/randomNumbers'

let kring: BootedPayload
let stories: CollectingStories

beforeAll(async () => {
  kring = await bootPayload()
  stories = collectingStories(kring.payload)
})
afterAll(() => kring.destroy())

type Row = Readonly<Record<string, unknown>>
const early = day('2026-02-16')
const rows = <R extends Row>(query: string, values: readonly unknown[] = []) => rowsOf<R>(kring.payload, query, values)
const reasonsOf = ({ left }: Pick<CreatedBatches, 'left'>) => left.map(({ amountCents, reason }) => [amountCents / 100, reason])
const filesOf = async ({ batches }: CreatedBatches): Promise<readonly DebitFile[]> => Promise.all(batches.map(({ id }) => fileOfBatch(kring.payload, id)))
const shapeOf = (files: readonly DebitFile[]) => files.map(({ groups }) => groups.map(({ debits }) => debits.map(({ amountCents }) => amountCents / 100)))

describe('the limits of a contract (LIM, sepa §8)', () => {
  it.each([
    ['an instruction', { instructionMaxAmountCents: 5_000 }, euros(50, 51, 20), [[51, 'EXCEEDS_INSTRUCTION_LIMIT']], [[[50, 20]]]],
    ['a batch, amount', { batchMaxAmountCents: 10_000 }, euros(40, 40, 40, 40, 40), [], [[[40, 40], [40, 40], [40]]]],
    ['a batch, count', { batchMaxCount: 2 }, euros(40, 40, 40, 40, 40), [], [[[40, 40], [40, 40], [40]]]],
    ['a batch, one too large', { batchMaxAmountCents: 10_000 }, euros(150, 100), [[150, 'EXCEEDS_BATCH_LIMIT']], [[[100]]]],
    ['a day, amount', { dayMaxAmountCents: 10_000 }, [...euros(60, 40, 10), ['2026-03-03', 9_000]], [[10, 'EXCEEDS_DAY_LIMIT']], [[[60, 40], [90]]]],
    ['a day, count', { dayMaxCount: 2 }, [...euros(60, 40, 10), ['2026-03-03', 9_000]], [[10, 'EXCEEDS_DAY_LIMIT']], [[[60, 40], [90]]]],
    ['a month, amount', { monthMaxAmountCents: 10_000 }, [...euros(60, 50), ['2026-03-09', 4_000], ['2026-04-01', 5_000]], [[50, 'EXCEEDS_MONTH_LIMIT']], [[[60], [40], [50]]]],
    ['a month, count', { monthMaxCount: 2 }, [...euros(60, 50), ['2026-03-09', 4_000], ['2026-04-01', 5_000]], [[40, 'EXCEEDS_MONTH_LIMIT']], [[[60, 50], [50]]]],
  ] satisfies readonly (readonly [string, Row, Planned, unknown, unknown])[])('of %s', async (_what, limits, amounts, left, files) => {
    const creditor = await stories.planned(amounts, limits)
    const made = await stories.batch(creditor, early)
    expect(reasonsOf(made)).toEqual(left)
    expect(shapeOf(await filesOf(made))).toEqual(files)
  })

  it('count what batches before took of the day and the month, and not what was cancelled', async () => {
    const creditor = await stories.planned([...euros(99), ['2026-03-09', 15_000], ['2026-03-30', 100]], { monthMaxAmountCents: 10_000 })
    const [first, second, third] = (await stories.instructionsAt(creditor)).map(({ id }) => id)
    const one = async (id: number | undefined) => stories.batch(creditor, early, { instructions: [id ?? 0] })
    const made = await one(first)
    expect(reasonsOf(await one(second))).toEqual([[150, 'EXCEEDS_MONTH_LIMIT']])
    expect((await one(third)).batches).toMatchObject([{ totalCents: 100 }])
    await cancelBatch(await reqOn(kring.payload, early), made.batches[0]?.id ?? 0, { isNotSent: false })
    expect(reasonsOf(await one(second))).toEqual([[150, 'EXCEEDS_MONTH_LIMIT']])
    expect((await one(first)).batches).toMatchObject([{ totalCents: 9_900 }])
  })

  it('count late ones on the day to which they go', async () => {
    const creditor = await stories.planned([['2026-02-17', 1_000], ['2026-02-17', 2_000], ['2026-03-02', 3_000]], { dayMaxCount: 2 })
    const made = await stories.batch(creditor, early, { shiftTo: day('2026-03-02') })
    expect(reasonsOf(made)).toEqual([[30, 'EXCEEDS_DAY_LIMIT']])
    expect(shapeOf(await filesOf(made))).toEqual([[[10, 20]]])
  })

  it('are those of the creditor alone', async () => {
    const [one, other] = [await stories.planned(euros(60), { monthMaxAmountCents: 6_000 }), await stories.planned(euros(60), { monthMaxAmountCents: 6_000 })]
    expect((await stories.batch(one, early)).batches).toHaveLength(1)
    expect((await stories.batch(other, early)).batches).toHaveLength(1)
  })
})

describe('files as the bank wants them', () => {
  const days: Planned = [['2026-03-02', 1_000], ['2026-03-02', 2_000], ['2026-03-03', 3_000], ['2026-03-04', 4_000]]

  it.each([
    ['several groups in one', { groupsPerFile: 'several' }, [[[10, 20], [30], [40]]]],
    ['one group in each', { groupsPerFile: 'one' }, [[[10, 20]], [[30]], [[40]]]],
    ['so many debits in one', { fileMaxCount: 3 }, [[[10, 20], [30]], [[40]]]],
    ['fewer in one than there are on a day', { fileMaxCount: 1 }, [[[10]], [[20]], [[30]], [[40]]]],
  ])('%s', async (_what, rest, expected) => {
    const files = await filesOf(await stories.batch(await stories.planned(days, rest), early))
    expect(shapeOf(files)).toEqual(expected)
    expect(new Set(files.map(({ messageId }) => messageId)).size).toBe(expected.length)
  })

  it.each([
    ['ing', { deliveryLeadDays: null }, '2026-02-18', 'pain.008.001.08'], ['rabobank', { deliveryLeadDays: null }, '2026-02-18', 'pain.008.001.08'],
    ['abnAmro', { deliveryLeadDays: null }, '2026-02-17', 'pain.008.001.08'], ['other', { deliveryLeadDays: null, messageVersion: 'v02' }, '2026-02-18', 'pain.008.001.02'],
  ] as const)('of %s, at its pace', async (bank, rest, earliest, version) => {
    const creditor = await stories.planned([['2026-02-16', 1_000]], { bank, ...rest })
    await expect(stories.batch(creditor, early)).rejects.toMatchObject({ code: 'BATCH_TOO_LATE', params: { date: earliest } })
    const [file] = await filesOf(await stories.batch(creditor, early, { shiftTo: day(earliest) }))
    expect(file).toMatchObject({ version, count: 1, groups: [{ date: earliest, sequenceType: 'RCUR' }] })
  })

  it('in version .02 leaves an account outside the EEA, which needs .08, and in .08 one without an address', async () => {
    for (const [rest, reason] of [[{ messageVersion: 'v02' }, 'VERSION_08_REQUIRED'], [{}, 'ADDRESS_REQUIRED']] as const) {
      const { creditor, donor, mandate, fund } = await stories.donorAtOwnCreditor(rest, { iban: 'CH9300762011623852957' })
      if (reason === 'VERSION_08_REQUIRED') await rows("update relations set address_street = 'Bahnhofstrasse', address_postcode = '8001', address_town = 'Zurich', address_country = 'CH' where id = $1", [donor])
      await stories.build.pledge(donor, fund, { mandate, startDate: '2026-03-02', frequency: 'once' })
      await stories.generate(early, '2026-03-31')
      expect(await stories.batch(creditor, early)).toMatchObject({ batches: [], left: [{ reason, amountCents: 1_000 }] })
    }
  })
})

describe('the database holds the limits by itself (I5)', () => {
  /** Puts everything planned at the creditor into a batch with one group, past all operations. */
  async function batchBySql(creditor: number): Promise<string | undefined> {
    const client = new pg.Client({ connectionString: kring.url })
    await client.connect()
    try {
      await client.query('begin')
      const { rows: [sums] } = await client.query("select count(*)::int as count, sum(amount_cents) as total from debit_instructions where creditor_id = $1 and status = 'planned'", [creditor])
      const { rows: [batch] } = await client.query("insert into debit_batches (message_id, creditor_id, instruction_count, total_cents, status, message_version) values ($1, $2, $3, $4, 'created', 'v08') returning id", [`SQL-${creditor}`, creditor, sums.count, sums.total])
      const { rows: [group] } = await client.query(`insert into debit_batch_groups (payment_information_id, batch_id, collection_date, sequence_type, instruction_count, total_cents, status)
        values ($1, $2, '2026-03-02', 'RCUR', $3, $4, 'open') returning id`, [`SQL-${creditor}-1`, batch.id, sums.count, sums.total])
      await client.query(`update debit_instructions i set status = 'batched', batch_id = $2, group_id = $3, debtor_iban = m.iban, mandate_reference = m.reference
        from mandates m where m.id = i.mandate_id and i.creditor_id = $1 and i.status = 'planned'`, [creditor, batch.id, group.id])
      return await client.query('commit').then(() => undefined, (error: { constraint?: string }) => error.constraint ?? 'unknown')
    } finally {
      await client.end()
    }
  }

  it.each([
    ['groups_within_instruction_limit', { instructionMaxAmountCents: 1_999 }, { instructionMaxAmountCents: 2_000 }],
    ['groups_within_batch_limit', { batchMaxCount: 1 }, { batchMaxCount: 2 }],
    ['groups_within_batch_limit', { batchMaxAmountCents: 2_999 }, { batchMaxAmountCents: 3_000 }],
    ['groups_within_day_limit', { dayMaxCount: 1 }, { dayMaxCount: 2 }],
    ['groups_within_day_limit', { dayMaxAmountCents: 2_999 }, { dayMaxAmountCents: 3_000 }],
    ['groups_within_month_limit', { monthMaxCount: 1 }, { monthMaxCount: 2 }],
    ['groups_within_month_limit', { monthMaxAmountCents: 2_999 }, { monthMaxAmountCents: 3_000 }],
  ])('%s: past %j, and not at %j', async (constraint, tooLow, justRight) => {
    expect(await batchBySql(await stories.planned(euros(10, 20), tooLow))).toBe(constraint)
    expect(await batchBySql(await stories.planned(euros(10, 20), justRight))).toBeUndefined()
  })

  it('what was batched before counts, and what was cancelled does not', async () => {
    const creditor = await stories.planned(euros(10, 20), { monthMaxAmountCents: 2_500, dayMaxCount: 2 })
    const [first] = await stories.instructionsAt(creditor)
    const made = await stories.batch(creditor, early, { instructions: [first?.id ?? 0] })
    expect(await batchBySql(creditor)).toBe('groups_within_month_limit')
    await cancelBatch(await reqOn(kring.payload, early), made.batches[0]?.id ?? 0, { isNotSent: false })
    await rows("update debit_instructions set status = 'cancelled' where id = $1", [first?.id])
    expect(await batchBySql(creditor)).toBeUndefined()
  })
})

describe('any open list within any limits', () => {
  const seeds = Array.from({ length: howMany(40, 1_000) }, (_, index) => index + 1)
  type Limits = { -readonly [K in 'instructionMaxAmountCents' | 'batchMaxAmountCents' | 'dayMaxAmountCents' | 'monthMaxAmountCents' | 'batchMaxCount' | 'dayMaxCount' | 'monthMaxCount' | 'fileMaxCount']?: number }

  /** Each level allows as much as the one below it, or more; half of them have no limit. */
  function randomLimits(dice: Dice): Limits & { groupsPerFile: 'one' | 'several' } {
    const limits: Limits = {}
    let [most, count] = [2_000 + dice.below(4_000), 1 + dice.below(6)]
    for (const level of ['instruction', 'batch', 'day', 'month'] as const) {
      if (dice.chance(50)) limits[`${level}MaxAmountCents`] = most
      if (level !== 'instruction' && dice.chance(50)) limits[`${level}MaxCount`] = count
      most += dice.below(8_000)
      count += dice.below(8)
    }
    if (dice.chance(40)) limits.fileMaxCount = 1 + dice.below(12)
    return { ...limits, groupsPerFile: dice.pick('one', 'several') }
  }

  const randomList = (dice: Dice): Planned => Array.from({ length: 5 + dice.below(35) }, () =>
    [addDays(day('2026-03-20'), dice.below(25)), dice.chance(10) ? 1 : 100 + dice.below(5_000)] as const)

  type Batched = { id: number; amount: number; date: string; month: string; group: number; batch: number; pmt: string; e2e: string }
  const batchedAt = (creditor: number) => rows<Batched>(`
    select i.id, i.amount_cents::int as amount, i.collection_date::text as date, left(i.collection_date::text, 7) as month, i.group_id as group, i.batch_id as batch, g.payment_information_id as pmt, i.end_to_end_id as e2e
      from debit_instructions i join debit_batch_groups g on g.id = i.group_id where i.creditor_id = $1 order by i.batch_id, i.group_id, i.id`, [creditor])
  const sumOf = (some: readonly Batched[]): number => some.reduce((sum, { amount }) => sum + amount, 0)
  const within = (some: readonly Batched[], maxCount = Infinity, maxAmount = Infinity): boolean => some.length <= maxCount && sumOf(some) <= maxAmount
  const by = (some: readonly Batched[], key: 'group' | 'date' | 'month' | 'batch') => [...Map.groupBy(some, (one) => one[key]).values()]

  it.each(seeds)('collects all that can be, breaks none, and was previewed so (seed %i)', async (seed) => {
    const dice = diceOf(seed)
    const limits = randomLimits(dice)
    const creditor = await stories.planned(randomList(dice), limits)
    const planned = async () => (await stories.instructionsAt(creditor)).filter(({ status }) => status === 'planned')
    const all = (await planned()).map(({ id }) => id)
    let made: CreatedBatches = { batches: [], left: [], leftCounts: [] }
    for (const instructions of [all.slice(0, 1 + dice.below(all.length)), all]) {
      const still = new Set((await planned()).map(({ id }) => id))
      const chosen = { until: day('2026-06-30'), instructions: instructions.filter((id) => still.has(id)) }
      if (chosen.instructions.length === 0) continue
      const preview = await previewBatches(await reqOn(kring.payload, early), { creditor, now: new Date(`${early}T09:15:00Z`), today: early, ...chosen })
      made = await stories.batch(creditor, early, chosen)
      const files = await filesOf(made)
      expect(preview.left.map(({ instruction, amountCents, reason }) => ({ instruction, amountCents, reason }))).toEqual(made.left)
      expect(preview.leftCounts).toEqual(made.leftCounts)
      expect(preview.files).toEqual(files.map(({ count, totalCents, groups }) => ({
        count, totalCents, groups: groups.map(({ date, sequenceType, count, totalCents }) => ({ collectionDate: date, sequenceType, count, totalCents })) })))
    }
    const batched = await batchedAt(creditor)
    for (const one of by(batched, 'group')) expect(within(one, Math.min(limits.batchMaxCount ?? Infinity, limits.fileMaxCount ?? Infinity), limits.batchMaxAmountCents)).toBe(true)
    for (const one of by(batched, 'date')) expect(within(one, limits.dayMaxCount, limits.dayMaxAmountCents)).toBe(true)
    for (const one of by(batched, 'month')) expect(within(one, limits.monthMaxCount, limits.monthMaxAmountCents)).toBe(true)
    for (const one of by(batched, 'batch')) expect([one.length <= (limits.fileMaxCount ?? Infinity), limits.groupsPerFile === 'several' || by(one, 'group').length === 1]).toEqual([true, true])
    expect(batched.every(({ amount }) => amount <= (limits.instructionMaxAmountCents ?? Infinity))).toBe(true)

    const left = await planned()
    expect(left.map(({ id }) => id).sort()).toEqual(made.left.map(({ instruction }) => instruction).sort())
    expect(batched.length + left.length).toBe(all.length)
    for (const { amount, collected } of left) {
      const fits = amount <= Math.min(limits.instructionMaxAmountCents ?? Infinity, limits.batchMaxAmountCents ?? Infinity)
        && hasRoom(batched.filter(({ date }) => date === collected), amount, limits.dayMaxCount, limits.dayMaxAmountCents)
        && hasRoom(batched.filter(({ month }) => month === collected.slice(0, 7)), amount, limits.monthMaxCount, limits.monthMaxAmountCents)
      expect({ amount, collected, fits }).toEqual({ amount, collected, fits: false })
    }
    await expectFilesAsInDatabase(creditor, batched)
  })

  const hasRoom = (some: readonly Batched[], amount: number, maxCount = Infinity, maxAmount = Infinity): boolean => some.length < maxCount && sumOf(some) + amount <= maxAmount

  /** Counts and sums are equal in the tables, the head of the file, the heads of its groups and its lines. */
  async function expectFilesAsInDatabase(creditor: number, batched: readonly Batched[]): Promise<void> {
    const kept = await rows<{ id: number; message: string; count: number; total: number }>('select id, message_id as message, instruction_count as count, total_cents::int as total from debit_batches where creditor_id = $1 order by id', [creditor])
    for (const { id, message, count, total } of kept) {
      const file = await fileOfBatch(kring.payload, id)
      const own = batched.filter(({ batch }) => batch === id)
      expect([file.messageId, file.count, file.totalCents, own.length, sumOf(own)]).toEqual([message, count, total, count, total])
      expect(file.groups.map((group) => ({ id: group.id, date: group.date, count: group.count, total: group.totalCents, debits: group.debits.map(({ endToEndId, amountCents }) => [endToEndId, amountCents]) })))
        .toEqual(by(own, 'group').map((some) => ({ id: some[0]?.pmt, date: some[0]?.date, count: some.length, total: sumOf(some), debits: some.map(({ e2e, amount }) => [e2e, amount]) })))
    }
  }
})

describe('a list that is larger than a batch', () => {
  it('1001 with 500 in a batch are 500, 500 and 1, in one file that says 1001', async () => {
    const creditor = await stories.planned(Array.from({ length: 1_001 }, () => ['2026-03-02', 100] as const), { batchMaxCount: 500 })
    const [file] = await filesOf(await stories.batch(creditor, early))
    expect(file).toMatchObject({ count: 1_001, totalCents: 100_100, groups: [{ count: 500 }, { count: 500 }, { count: 1 }] })
  })
})

describe('what a full day leaves behind', () => {
  it('is told with the day on which it would have gone: of late ones the day to which they move', async () => {
    const creditor = await stories.planned([['2026-02-17', 1_000], ['2026-02-17', 2_000], ['2026-03-02', 3_000], ['2026-03-02', 4_000]], { dayMaxCount: 1 })
    const preview = await previewBatches(await reqOn(kring.payload, early), { creditor, until: day('2026-06-30'), shiftTo: day('2026-02-28'), now: new Date(`${early}T09:15:00Z`), today: early })
    expect(preview.left.map(({ amountCents, reason, collectionDate, plannedOn }) => [amountCents, reason, collectionDate, plannedOn])).toEqual([
      [2_000, 'EXCEEDS_DAY_LIMIT', '2026-02-17', '2026-03-02'], [3_000, 'EXCEEDS_DAY_LIMIT', '2026-03-02', '2026-03-02'], [4_000, 'EXCEEDS_DAY_LIMIT', '2026-03-02', '2026-03-02'],
    ])
    expect(preview.late).toEqual({ count: 2, date: '2026-03-02' })
  })
})
