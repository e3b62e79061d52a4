import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { howMany } from '../setup/howMany'
import { live } from './evaluation/life'
import { openScratch, type Scratch } from './evaluation/scratch'

const seeds = Array.from({ length: Number(process.env['KRING_WORLDS'] ?? howMany(100, 1000)) }, (_, index) => index + 1)
const year = { start: day('2024-01-05'), days: 366, pace: { people: 4, structure: 4, history: 'any' } } as const

describe('a year of a random association, everybody looked at in every run', () => {
  let scratch: Scratch
  beforeAll(async () => { scratch = await openScratch() })
  afterAll(() => scratch.close())

  it.each(seeds)('agrees day by day with the letter of the rules (world %i)', (seed) => scratch.inUndone(async (tx) => {
    const { looked } = await live(tx, { seed, ...year, thoroughness: 'full' })
    expect(new Set(looked)).toEqual(new Set(['full']))
  }))
})
