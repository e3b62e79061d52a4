import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { howMany } from '../setup/howMany'
import { live } from './evaluation/life'
import { openScratch, type Scratch } from './evaluation/scratch'

const seeds = Array.from({ length: Number(process.env['KRING_WORLDS'] ?? howMany(100, 1000)) }, (_, index) => 100_001 + index)
const year = { start: day('2024-01-05'), days: 366, pace: { people: 4, structure: 4, history: 'any' } } as const

describe('a year of a random association, looking only at who may have changed', () => {
  let scratch: Scratch
  const looked = { full: 0, incremental: 0 }
  beforeAll(async () => { scratch = await openScratch() })
  afterAll(() => scratch.close())

  it.each(seeds)('agrees day by day with the letter of the rules (world %i)', (seed) => scratch.inUndone(async (tx) => {
    for (const how of (await live(tx, { seed, ...year, thoroughness: 'incremental' })).looked) looked[how] += 1
  }))

  it('looked at everybody only where the division had changed', () => {
    expect(looked.incremental).toBeGreaterThan(looked.full)
  })
})
