import fc from 'fast-check'
import { addDays, type LocalDate } from '../../../src/domain/localDate'
import type { RelationFacts } from '../../../src/rules/facts'
import type { Rule } from '../../../src/rules/rule'
import { someFacts, someRule } from '../../rules/arbitraries'
import { all, leaf, town } from '../../rules/cast'
import type { World } from './world'

const towns = ['Zeist', 'Utrecht', 'Den Haag', 'Bunnik', "'s-Hertogenbosch", 'Ée']
const place = fc.constantFrom(...towns)
const fewTowns = fc.subarray(towns, { minLength: 1, maxLength: 4 })

/** Rules that ask for values of one field, as most organs do. */
const valuesRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 4, arbitrary: fewTowns.map((values) => town(...values)) },
  { weight: 2, arbitrary: fewTowns.map((values) => leaf('address.province', 'oneOf', values)) },
  { weight: 1, arbitrary: fc.constantFrom('1', '35', '359', '9').map((prefix) => leaf('address.postcode', 'startsWith', prefix)) },
)

/** Rules as organisations write them, and now and then any rule at all. */
const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 5, arbitrary: valuesRule },
  { weight: 1, arbitrary: fc.tuple(fewTowns, fc.integer({ min: 18, max: 60 })).map(([values, age]) => all(town(...values), leaf('age', 'atLeast', age))) },
  { weight: 2, arbitrary: someRule },
)
const typeRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 3, arbitrary: fc.subarray([1, 2, 3, 4], { minLength: 2 }).map((types) => leaf('subscription.active', 'oneOf', types)) },
  { weight: 3, arbitrary: fc.constant(leaf('relation.type', 'oneOf', ['person', 'organisation'])) },
  { weight: 1, arbitrary: someRule },
)
const inhabitant: fc.Arbitrary<RelationFacts> = fc.tuple(someFacts, place, place).map(([facts, home, province]) =>
  ({ ...facts, status: 'active', address: { ...facts.address, town: home, province } }))
const someSubscriptions = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.option(fc.integer({ min: 1, max: 20 }))), { minLength: 1, maxLength: 3 })

/** A seeded stream of whole numbers below a limit, evenly spread (mulberry32). */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed * 2_654_435_761
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    const once = Math.imul(state ^ (state >>> 15), state | 1)
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61))
    return ((twice ^ (twice >>> 14)) >>> 0) % limit
  }
}

/** A small association and its daily life, the same for the same seed, so that a failing world can be seen again. */
export function seededWorld(seed: number, start: LocalDate): { world: World; advance: (date: LocalDate) => void } {
  const below = numbersFrom(seed)
  const pools = new Map<unknown, unknown[]>()
  function draw<T>(arbitrary: fc.Arbitrary<T>): T {
    const pool = (pools.get(arbitrary) as T[] | undefined) ?? fc.sample(arbitrary, { seed, numRuns: 60 })
    pools.set(arbitrary, pool)
    return pool[below(pool.length)] as T
  }
  const pick = <T>(...items: T[]): T => items[below(items.length)] as T
  const chance = (percent: number): boolean => below(100) < percent
  const divisionRule = chance(50) ? valuesRule : anyRule
  const world: World = { organisation: 7, types: [1, 2], organs: [], relations: [], versions: [] }

  for (let id = 1; id <= 10; id += 1) {
    const parent = id <= 2 || chance(10) ? null : 1 + below(id - 1)
    const startDate = addDays(start, chance(20) ? below(30) : 0)
    const endDate = chance(10) ? addDays(startDate, 5 + below(35)) : null
    const mode = pick('rules' as const, 'rules' as const, 'rules' as const, 'passThrough' as const, 'none' as const)
    world.organs.push({ id, parent, mode, startDate, endDate })
    if (chance(90)) plan({ organ: id, type: null }, divisionRule, start)
    if (chance(15)) plan({ organ: id, type: 1 + below(2) }, anyRule, start)
  }
  for (const type of world.types) plan({ organ: null, type }, typeRule, start)
  for (let id = 1; id <= 25; id += 1) world.relations.push({ id, facts: draw(inhabitant), deceasedOn: null })

  function plan(scope: { organ: number | null; type: number | null }, rule: fc.Arbitrary<Rule>, from: LocalDate): void {
    const turn = chance(40) ? addDays(from, 3 + below(30)) : null
    world.versions.push({ ...scope, rule: draw(rule), validFrom: from, validTo: turn })
    if (turn && chance(95)) world.versions.push({ ...scope, rule: draw(rule), validFrom: turn, validTo: null })
  }

  /** One day's life: people move, archive and come back, subscribe, die; an organ is stopped. */
  function advance(date: LocalDate): void {
    for (const relation of world.relations) {
      if (!chance(12)) continue
      const address = { ...relation.facts.address, [pick('town', 'province')]: pick(...towns) }
      relation.facts = pick(
        { ...relation.facts, address },
        { ...relation.facts, address },
        { ...relation.facts, status: relation.facts.status === 'active' && chance(30) ? 'archived' : 'active' },
        { ...relation.facts, subscriptions: draw(someSubscriptions).map(([typeId, length]) =>
          ({ typeId, startDate: addDays(date, -30), endDate: length === null ? null : addDays(date, length) })) },
      )
      if (chance(2)) relation.deceasedOn = date
    }
    const organ = world.organs[below(world.organs.length)]
    if (organ && organ.endDate === null && organ.startDate < date && chance(3)) organ.endDate = date
  }
  return { world, advance }
}
