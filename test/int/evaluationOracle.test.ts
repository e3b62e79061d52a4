import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { evaluateOrganisation } from '../../src/store/evaluation'
import { evaluate, type Period } from './evaluation/oracle'
import { seededWorld } from './evaluation/randomWorld'
import { howMany } from '../setup/howMany'
import { openScratch, type Scratch } from './evaluation/scratch'
import { mutations, periods, store } from './evaluation/world'

const start = day('2024-02-10')
const days = 40
const seeds = Array.from({ length: Number(process.env['KRING_WORLDS'] ?? howMany(40, 400)) }, (_, index) => index + 1)

const line = ({ relation, organ, type, start: from, end }: Period): string =>
  `${relation} in ${organ} as ${type}: ${from} to ${end ?? '…'}`
const inOrder = (left: Period, right: Period): number =>
  left.relation - right.relation || left.organ - right.organ || left.type - right.type || (left.start < right.start ? -1 : 1)

const joined = ({ relation, organ, type, start: from }: Period): string => `${from} joined ${relation} in ${organ} as ${type}`
const left = ({ relation, organ, type, end }: Period): string[] => (end ? [`${end} left ${relation} in ${organ} as ${type}`] : [])

describe('evaluation of random associations', () => {
  let scratch: Scratch
  beforeAll(async () => { scratch = await openScratch() })
  afterAll(() => scratch.close())

  it.each(seeds)('agrees day by day with the letter of the rules (world %i)', (seed) => scratch.inUndone(async (tx) => {
    const { world, advance } = seededWorld(seed, start)
    let known: Period[] = []
    for (let count = 0; count < days; count += 1) {
      const date = addDays(start, count)
      const before = known
      const runs = (seed + count) % 5 === 0 ? 3 : 1
      for (let run = 0; run < runs; run += 1) {
        advance(date)
        await store(tx, world)
        const { open } = await evaluateOrganisation(tx, { organisation: world.organisation, date })
        known = evaluate(before, world, date)
        expect(await periods(tx, world.organisation)).toEqual(known.toSorted(inOrder).map(line))
        expect(open).toBe(known.filter(({ end }) => end === null).length)
      }
      if (count % 10 === 0) {
        expect(await evaluateOrganisation(tx, { organisation: world.organisation, date })).toMatchObject({ joined: 0, left: 0 })
      }
    }
    const told = known.flatMap((period) => [joined(period), ...left(period)])
    expect((await mutations(tx, world.organisation)).toSorted()).toEqual(told.toSorted())
  }))
})
