import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { blockMandate } from '../../src/operations/blockMandate'
import type { CreateBatches, CreatedBatches } from '../../src/operations/createBatches'
import { endMandate } from '../../src/operations/endMandate'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { importBankFile, textFile } from '../../src/operations/importBankFile'
import { cancelBatch } from '../../src/operations/moveBatch'
import { refuseInstruction } from '../../src/operations/refuseInstruction'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { simulatedBank } from '../bank/simulatedBank'
import { reqOn, rowsOf, testIban } from '../setup/builders'
import { collectingStories, euros, type CollectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { fileOfBatch } from '../setup/debitFile'
import { howMany } from '../setup/howMany'
import { diceOf } from './evaluation/randomNumbers'

let kring: BootedPayload
let stories: CollectingStories

beforeAll(async () => {
  kring = await bootPayload()
  stories = collectingStories(kring.payload)
})
afterAll(() => kring.destroy())

type Row = Readonly<Record<string, unknown>>
const early = day('2026-02-16')
const until = day('2026-04-30')
const clients = 20
const rounds = Array.from({ length: howMany(50, 400) }, (_, round) => round)
const req = () => reqOn(kring.payload, early)
const rows = <R extends Row>(query: string, values: readonly unknown[] = []) => rowsOf<R>(kring.payload, query, values)
const codeOf = (reason: unknown): string => (reason as { code?: string; cause?: { code?: string } }).code ?? (reason as { cause?: { code?: string } }).cause?.code ?? String(reason)

/** What is planned at a creditor, with a batch that is taken back, a debit that is tried again and mandates that end, all while batches are made. */
async function worldOf(): Promise<{ creditor: number; chosen: readonly number[]; older: number; failed: number; ending: number; blocked: number; edited: number }> {
  const creditor = await stories.planned(euros(10, 20, 30, 40, 50, 60), { batchMaxCount: 3 })
  const ids = (await stories.instructionsAt(creditor)).map(({ id }) => id)
  const alone = async (id: number | undefined) => (await stories.batch(creditor, early, { instructions: [id ?? 0] })).batches[0]?.id ?? 0
  const [older, refused] = [await alone(ids[0]), await alone(ids[1])]
  await handOutBatchFile(await req(), refused)
  await refuseInstruction(await req(), { instruction: ids[1] ?? 0, reason: 'Brief', today: early })
  const [ending, blocked, edited] = [await another(creditor), await another(creditor), await another(creditor)]
  await stories.generate(early, until)
  await another(creditor)
  return { creditor, chosen: ids.slice(2), older, failed: ids[1] ?? 0, ending, blocked, edited }
}

/** One more donor with a mandate and a pledge that nothing was generated for yet. */
async function another(creditor: number): Promise<number> {
  const donor = await stories.build.person('Ander')
  const mandate = await stories.build.mandate(creditor, donor)
  await stories.build.pledge(donor, (await stories.donorAtOwnCreditor()).fund, { mandate, startDate: '2026-03-02', frequency: 'once' })
  return mandate
}

/** What others do meanwhile: planning, trying again, ending, blocking, taking back, and changing the form of a mandate. */
const meanwhile = ({ older, failed, ending, blocked, edited }: Awaited<ReturnType<typeof worldOf>>): readonly (() => Promise<unknown>)[] => [
  () => stories.generate(early, until),
  async () => retryInstruction(await req(), { instruction: failed, today: early, now: new Date(`${early}T08:00:00Z`) }),
  async () => endMandate(await req(), { mandate: ending, reason: 'Op verzoek', endsPledges: true, today: early }),
  async () => blockMandate(await req(), { mandate: blocked, reason: 'Betwist' }),
  () => kring.payload.update({ collection: 'mandates', id: edited, data: { status: 'terminated' } }),
  async () => cancelBatch(await req(), older, { isNotSent: false }),
]

const wishes = [
  { what: 'chosen debits under one key', isChosen: true, hasOneKey: true, isDisturbed: true },
  { what: 'chosen debits under keys of their own', isChosen: true, hasOneKey: false, isDisturbed: true },
  { what: 'everything under one key', isChosen: false, hasOneKey: true, isDisturbed: true },
  { what: 'everything under keys of their own, undisturbed', isChosen: false, hasOneKey: false, isDisturbed: false },
  { what: 'everything under keys of their own', isChosen: false, hasOneKey: false, isDisturbed: true },
] as const

describe(`${clients} clients that press the button together (sepa §8, C1, C2)`, () => {
  it.each(rounds.map((round) => ({ round, ...(wishes[round % wishes.length] ?? wishes[0]) })))('want $what: one result (round $round)', async ({ round, isChosen, hasOneKey, isDisturbed }) => {
    const world = await worldOf()
    const dice = diceOf(round + 1)
    const press = (client: number) => () => stories.batch(world.creditor, early, {
      until, idempotencyKey: hasOneKey ? `samen-${round}-een` : `samen-${round}-${client}-eigen`, ...(isChosen ? { instructions: world.chosen } : {}),
    } satisfies Partial<CreateBatches>)
    const pressing = Array.from({ length: clients }, (_, client) => press(client))
    const others = isDisturbed ? meanwhile(world) : []
    const started = [...pressing, ...others].map((work) => ({ work, at: dice.below(1_000) })).toSorted((a, b) => a.at - b.at).map(({ work }) => ({ work, result: work() }))
    const settled = await Promise.allSettled(started.map(({ result }) => result))
    const resultOf = (work: () => Promise<unknown>) => settled[started.findIndex((one) => one.work === work)]
    expect(others.map(resultOf).flatMap((result) => (result?.status === 'rejected' ? [codeOf(result.reason)] : []))).toEqual([])

    const results = pressing.map(resultOf)
    const answers = results.flatMap((result) => (result?.status === 'fulfilled' ? [result.value as CreatedBatches] : []))
    const codes = results.flatMap((result) => (result?.status === 'rejected' ? [codeOf(result.reason)] : []))
    const made = [...new Set(answers.flatMap(({ batches }) => batches.map(({ id }) => id)))]
    if (hasOneKey) expect(answers).toEqual(Array.from({ length: clients }, () => answers[0]))
    else if (isChosen || !isDisturbed) expect([answers.length, new Set(codes)]).toEqual([1, new Set([isChosen ? 'SELECTION_CHANGED' : 'NOTHING_TO_COLLECT'])])
    else expect(codes.filter((code) => code !== 'NOTHING_TO_COLLECT')).toEqual([])
    await expectEverythingOnce(world.creditor, made)
  })
})

/** Each instruction is in one group at most, groups and batches add up, and every batch has its file with exactly what is in it. */
async function expectEverythingOnce(creditor: number, made: readonly number[]): Promise<void> {
  const wrong = await rows(`
    select g.id from debit_batch_groups g join debit_batches b on b.id = g.batch_id left join debit_instructions i on i.group_id = g.id
     where b.creditor_id = $1 and b.status <> 'cancelled' group by g.id having (count(i.id), coalesce(sum(i.amount_cents), 0)) <> (g.instruction_count, g.total_cents)
    union all select b.id from debit_batches b where b.creditor_id = $1 and not exists (select from debit_batch_files f where f.batch_id = b.id and f.sha256 = b.file_sha256)
    union all select i.id from debit_instructions i where i.creditor_id = $1 and i.retry_of_id is null and i.status <> 'cancelled'
      and exists (select from debit_instructions twin where twin.id <> i.id and twin.retry_of_id is null and twin.status <> 'cancelled' and twin.pledge_id = i.pledge_id and twin.instalment = i.instalment)`, [creditor])
  expect(wrong).toEqual([])
  const inFiles: string[] = []
  for (const id of made) inFiles.push(...(await fileOfBatch(kring.payload, id)).groups.flatMap(({ debits }) => debits.map(({ endToEndId }) => endToEndId)))
  expect(new Set(inFiles).size).toBe(inFiles.length)
  expect((await rows<{ id: string }>('select end_to_end_id as id from debit_instructions where batch_id = any($1)', [made])).map(({ id }) => id).sort()).toEqual(inFiles.sort())
}

describe('a return that ends a mandate while batches are made of it (R-MAN-6)', () => {
  it.each([1, 2, 3, 4, 5])('comes before or after, and never in between (round %i)', async (round) => {
    const iban = testIban(120_000 + round)
    const creditor = await stories.planned([['2026-02-27', 1_000], ...euros(10, 20, 30)], { iban, autoStopPoints: 1 })
    const bank = simulatedBank({ seed: round, iban, hasOtherTraffic: false })
    const [first] = await stories.instructionsAt(creditor)
    const { batches: [sent] } = await stories.batch(creditor, early, { instructions: [first?.id ?? 0] })
    const [order] = bank.receive((await handOutBatchFile(await req(), sent?.id ?? 0)).bytes.toString())
    const read = async (date: LocalDate) => importBankFile(await reqOn(kring.payload, addDays(date, 1)), textFile(`${date}.xml`, bank.statement(date), addDays(date, 1)))
    await read(day('2026-02-27'))
    bank.sendBack(order?.orders[0]?.endToEndId ?? '', 'AM04', day('2026-03-02'))
    const works = [() => stories.batch(creditor, early), () => stories.batch(creditor, early), () => read(day('2026-03-02')), () => stories.batch(creditor, early)]
    const settled = await Promise.allSettled(works.map((work) => work()))
    expect(settled[2]).toMatchObject({ status: 'fulfilled', value: { matched: { returns: 1 } } })
    expect(settled.flatMap((one) => (one.status === 'rejected' && codeOf(one.reason) !== 'NOTHING_TO_COLLECT' ? [codeOf(one.reason)] : []))).toEqual([])
    expect([['batched'], ['cancelled']]).toContainEqual([...new Set((await stories.instructionsAt(creditor)).slice(1).map(({ status }) => status))])
    expect(await rows('select status from mandates where creditor_id = $1', [creditor])).toEqual([{ status: 'terminated' }])
  })
})

describe('two tabs', () => {
  const shown = async (creditor: number) => (await stories.instructionsAt(creditor)).filter(({ status }) => status === 'planned')

  it('with a list: the second is told how many are gone, and after that that there is nothing', async () => {
    const creditor = await stories.planned(euros(10, 20, 30))
    const ids = (await shown(creditor)).map(({ id }) => id)
    await stories.batch(creditor, early, { instructions: ids.slice(0, 2) })
    await expect(stories.batch(creditor, early, { instructions: ids })).rejects.toMatchObject({ code: 'SELECTION_CHANGED', params: { count: 2 } })
    expect((await shown(creditor)).map(({ id }) => id)).toEqual(ids.slice(2))
    await stories.batch(creditor, early)
    await expect(stories.batch(creditor, early)).rejects.toMatchObject({ code: 'NOTHING_TO_COLLECT' })
    await expect(stories.batch(creditor, early, { instructions: ids })).rejects.toMatchObject({ code: 'SELECTION_CHANGED', params: { count: 3 } })
  })

  it('with everything: the second is told that it is not what was on screen', async () => {
    const creditor = await stories.planned(euros(10, 20, 30))
    const [first] = await shown(creditor)
    const expected = { count: 3, totalCents: 6_000 }
    await stories.batch(creditor, early, { instructions: [first?.id ?? 0] })
    await expect(stories.batch(creditor, early, { expected })).rejects.toMatchObject({ code: 'SELECTION_DIFFERS', params: { expected: 3, count: 2 } })
    await expect(stories.batch(creditor, early, { expected: { count: 2, totalCents: 4_999 } })).rejects.toMatchObject({ code: 'SELECTION_DIFFERS' })
    expect((await shown(creditor)).length).toBe(2)
    expect((await stories.batch(creditor, early, { expected: { count: 2, totalCents: 5_000 } })).batches).toMatchObject([{ instructionCount: 2 }])
    await expect(stories.batch(creditor, early, { expected: { count: 2, totalCents: 5_000 } })).rejects.toMatchObject({ code: 'NOTHING_TO_COLLECT' })
  })

  it('with everything but some: what came in between is told as well', async () => {
    const creditor = await stories.planned(euros(10, 20, 30))
    const [first] = await shown(creditor)
    const wanted = { except: [first?.id ?? 0], expected: { count: 2, totalCents: 5_000 } }
    await another(creditor)
    await stories.generate(early, until)
    await expect(stories.batch(creditor, early, wanted)).rejects.toMatchObject({ code: 'SELECTION_DIFFERS', params: { expected: 2, count: 3 } })
    expect((await stories.batch(creditor, early, { except: wanted.except })).batches).toMatchObject([{ instructionCount: 3 }])
    expect((await shown(creditor)).map(({ id }) => id)).toEqual([first?.id])
  })
})
