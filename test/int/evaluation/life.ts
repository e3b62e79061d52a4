import { expect } from 'vitest'
import { addDays, type LocalDate } from '../../../src/domain/localDate'
import { evaluateMemberships, type OrganisationCounts } from '../../../src/operations/evaluateMemberships'
import type { Thoroughness } from '../../../src/store/evaluation'
import type { Transaction } from '../../../src/store/transaction'
import { evaluate, type Period } from './oracle'
import { seededWorld, type Pace, type RandomWorld } from './randomWorld'
import { mutations, periods, writerOf } from './world'

export type Plan = { readonly seed: number; readonly start: LocalDate; readonly days: number; readonly thoroughness: Thoroughness; readonly pace: Pace }

export type Life = RandomWorld & {
  /** The periods that the plain evaluator knows. */
  readonly known: readonly Period[]
  /** The days that were run, and how each organisation was looked at. */
  readonly runs: readonly LocalDate[]
  readonly looked: readonly Thoroughness[]
  /** Writes what changed in the worlds. */
  readonly write: (tx: Transaction) => Promise<void>
}

/** Percentages: quiet days are run as well now and then, and some days more than once, with or without a change in between. */
const [quietRuns, secondRuns] = [2, 12]

/**
 * Lives through all days. The plain evaluator judges every single day; the engine runs on each day on which anything is to
 * begin or end, and on some quiet ones, and must do exactly the same: every mutation of the day, every open period, and at the
 * end every period and every mutation there ever was.
 */
export async function live(tx: Transaction, { seed, start, days, thoroughness, pace }: Plan): Promise<Life> {
  const random = seededWorld(seed, start, pace)
  const { worlds, advance, dice } = random
  const writers = worlds.map(writerOf)
  const write = async (): Promise<void> => { for (const writeOne of writers) await writeOne(tx) }
  const [runs, looked]: [LocalDate[], Thoroughness[]] = [[], []]
  let known: Period[] = []

  const evaluateNow = (date: LocalDate): Promise<readonly OrganisationCounts[]> => evaluateMemberships(tx, { date, thoroughness, lastEvaluated: async () => undefined })

  async function run(before: readonly Period[], date: LocalDate): Promise<void> {
    await write()
    const counts = await evaluateNow(date)
    known = evaluate(before, worlds, date)
    await expectSame(tx, known, counts, date)
    runs.push(date)
    looked.push(...counts.map((one) => one.looked))
    if (!dice.chance(secondRuns)) return
    for (const { joined, left } of await evaluateNow(date)) expect({ date, joined, left }).toEqual({ date, joined: 0, left: 0 })
  }

  for (let count = 0; count < days; count += 1) {
    const date = addDays(start, count)
    const before = known
    const happened = advance(date)
    const isQuiet = !differs(before, evaluate(before, worlds, date))
    if (isQuiet && count > 0 && count < days - 1 && !dice.chance(quietRuns)) continue
    await run(before, date)
    if (!happened || !dice.chance(secondRuns)) continue
    for (let again = 1 + dice.below(2); again > 0; again -= 1) {
      advance(date)
      await run(before, date)
    }
  }
  await expectAllSame(tx, worlds.map(({ organisation }) => organisation), known)
  return { ...random, known, runs, looked, write }
}

const differs = (before: readonly Period[], after: readonly Period[]): boolean =>
  before.length !== after.length || after.some(({ end }, index) => end !== before[index]?.end)

async function expectSame(tx: Transaction, known: readonly Period[], counts: readonly OrganisationCounts[], date: LocalDate): Promise<void> {
  for (const { organisation, open } of counts) {
    const own = known.filter((period) => period.organisation === organisation)
    expect({ date, open, told: (await mutations(tx, organisation, date)).toSorted(byCodePoint) })
      .toEqual({ date, open: own.filter(({ end }) => end === null).length, told: own.flatMap(toldOf).filter((line) => line.startsWith(date)).toSorted(byCodePoint) })
  }
}

async function expectAllSame(tx: Transaction, organisations: readonly number[], known: readonly Period[]): Promise<void> {
  for (const organisation of organisations) {
    const own = known.filter((period) => period.organisation === organisation)
    expect((await periods(tx, organisation)).toSorted(byCodePoint)).toEqual(own.map(lineOf).toSorted(byCodePoint))
    expect((await mutations(tx, organisation)).toSorted(byCodePoint)).toEqual(own.flatMap(toldOf).toSorted(byCodePoint))
  }
}

const byCodePoint = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
const lineOf = ({ relation, organ, type, start, end }: Period): string => `${relation} in ${organ} as ${type}: ${start} to ${end ?? '…'}`
const toldOf = ({ relation, organ, type, start, end }: Period): string[] => {
  const place = `${relation} in ${organ} as ${type}`
  return [`${start} joined ${place}`, ...(end ? [`${end} left ${place}`] : [])]
}
