import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import type { Rule } from '../../src/rules/rule'
import { evaluateOrganisation } from '../../src/store/evaluation'
import { withLists } from '../../src/store/evaluation/division'
import type { PlannedChange } from '../../src/store/evaluation/plannedChange'
import type { Transaction } from '../../src/store/transaction'
import { howMany } from '../setup/howMany'
import { live } from './evaluation/life'
import { makeChange, previewOf, realRun, writtenRows } from './evaluation/preview'
import type { Dice } from './evaluation/randomNumbers'
import { anyRule, typeRule } from './evaluation/randomRules'
import { relationEvent } from './evaluation/relationEvents'
import { openScratch, type Scratch } from './evaluation/scratch'
import type { World } from './evaluation/world'

const worlds = Number(process.env['KRING_WORLDS'] ?? howMany(25, 500))
const seeds = Array.from({ length: worlds }, (_, index) => 300_001 + index)
const plan = { start: day('2024-02-01'), days: 45, thoroughness: 'incremental', pace: { people: 10, structure: 15, history: 'any' } } as const
const changesInWorld = 8

describe('the preview of a change', () => {
  let scratch: Scratch
  const seen = { rule: 0, transfer: 0, end: 0, because: 0, anyway: 0, besidePlans: 0 }
  beforeAll(async () => { scratch = await openScratch() })
  afterAll(() => scratch.close())

  it.each(seeds)('is to the row what the run of its day does (world %i)', (seed) => scratch.inUndone(async (tx) => {
    const life = await live(tx, { seed, ...plan })
    const [world] = life.worlds
    if (!world) throw new Error('A life has a world')
    const date = await nextPlainDay(tx, world, life.runs)
    for (let count = 0; count < changesInWorld; count += 1) {
      if (life.dice.chance(40)) relationEvent(world.relations, life.dice, addDays(date, -1))
      await life.write(tx)
      const { change, criteria } = await someProposal(tx, world, life.dice, date)
      const before = await writtenRows(tx)
      const preview = await previewOf(tx, world.organisation, change)
      expect(await writtenRows(tx)).toBe(before)
      const within = await realRun(tx, world.organisation, date, () => makeChange(tx, change, criteria))
      const without = await realRun(tx, world.organisation, date, async () => undefined)
      expect({ change, criteria, ...preview }).toEqual({ change, criteria, all: within, anyway: within.filter((line) => without.includes(line)) })
      seen[change.kind] += 1
      seen.anyway += preview.anyway.length
      seen.because += preview.all.length - preview.anyway.length
    }
  }))

  it.each(seeds)('tells what a change brings beside what else is planned for its day (world %i)', (seed) => scratch.inUndone(async (tx) => {
    const life = await live(tx, { seed: seed + 5_000, ...plan })
    const [world] = life.worlds
    if (!world) throw new Error('A life has a world')
    const date = await nextTurningDay(tx, world, life.runs)
    for (let count = 0; count < changesInWorld / 2; count += 1) {
      const { change, criteria } = await someProposal(tx, world, life.dice, date)
      const preview = await previewOf(tx, world.organisation, change)
      const within = await realRun(tx, world.organisation, date, () => makeChange(tx, change, criteria))
      const without = await realRun(tx, world.organisation, date, async () => undefined)
      const because = preview.all.filter((line) => !preview.anyway.includes(line))
      expect({ change, criteria, because }).toEqual({ change, criteria, because: within.filter((line) => !without.includes(line)) })
      seen.besidePlans += because.length
    }
  }))

  it('was asked about rules, transfers and ends that moved people', () => {
    if (worlds < 25) return
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(worlds)
  })
})

const turningDays = ({ organs, versions, transfers = [] }: World): ReadonlySet<LocalDate | null> => new Set([
  ...organs.flatMap(({ startDate, endDate }) => [startDate, endDate]), ...versions.flatMap(({ validFrom, validTo }) => [validFrom, validTo]), ...transfers.map(({ from }) => from),
])

/** The next day on which nothing of the division is planned to turn; the days before it are run. */
const nextPlainDay = (tx: Transaction, world: World, runs: readonly LocalDate[]): Promise<LocalDate> => nextDay(tx, world, runs, (isTurning) => !isTurning)

/** The next day on which something of the division turns, within two months; the days before it are run. */
const nextTurningDay = (tx: Transaction, world: World, runs: readonly LocalDate[]): Promise<LocalDate> => nextDay(tx, world, runs, (isTurning) => isTurning)

async function nextDay(tx: Transaction, world: World, runs: readonly LocalDate[], isWanted: (isTurning: boolean) => boolean): Promise<LocalDate> {
  const turning = turningDays(world)
  let date = addDays(runs.at(-1) ?? plan.start, 1)
  for (let left = 60; left > 0 && !isWanted(turning.has(date)); left -= 1) {
    await evaluateOrganisation(tx, { organisation: world.organisation, date })
    date = addDays(date, 1)
  }
  return date
}

/** As it is stored: lists are named, not written out. */
type Proposal = { readonly change: PlannedChange; readonly criteria?: Rule }

async function someProposal(tx: Transaction, { organs }: World, { pick, chance, below, draw }: Dice, date: LocalDate): Promise<Proposal> {
  const organ = pick(...organs)
  const kind = pick('rule', 'rule', 'transfer', 'end')
  if (kind === 'transfer' && organ.id > 1) return { change: { kind, organ: organ.id, parent: chance(10) ? null : 1 + below(organ.id - 1), date } }
  if (kind === 'end' && organ.startDate < date) return { change: { kind, organ: organ.id, date } }
  const scope = chance(10) ? { organ: null, type: 1 + below(2) } : { organ: organ.id, type: pick(null, null, 1, 2) }
  if (chance(15)) return { change: { kind: 'rule', ...scope, rule: undefined, date } }
  const criteria = draw(scope.organ === null ? typeRule : anyRule)
  return { change: { kind: 'rule', ...scope, rule: (await withLists(tx))(criteria), date }, criteria }
}
