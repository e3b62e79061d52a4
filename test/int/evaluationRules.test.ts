import fc from 'fast-check'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileRule } from '../../src/rules/compileRule'
import { matches } from '../../src/rules/explainRule'
import { lookupOf } from '../../src/rules/lookupOf'
import { parseRule } from '../../src/rules/parseRule'
import { someDay, someFacts, someRule } from '../rules/arbitraries'
import { openScratch, type Scratch } from './evaluation/scratch'
import { store, type World } from './evaluation/world'
import { howMany } from '../setup/howMany'

const facts = fc.sample(someFacts, { seed: 2026, numRuns: 300 })
const world: World = {
  organisation: 1, types: [], organs: [], versions: [],
  relations: facts.map((one, index) => ({ id: index + 1, facts: one, deceasedOn: null })),
}

describe('a compiled rule', () => {
  let scratch: Scratch
  beforeAll(async () => {
    scratch = await openScratch()
    await store(scratch.tx, world)
  })
  afterAll(() => scratch.close())

  it('finds exactly the relations that the rule matches on their facts', async () => {
    await fc.assert(fc.asyncProperty(someRule, someDay, async (json, date) => {
      const rule = parseRule(json)
      const expected = world.relations.filter((relation) => matches(rule, relation.facts, date)).map(({ id }) => id)
      const { rows } = await scratch.tx.execute<{ id: number }>(sql`
        select r.id from relations r where ${compileRule(rule, { relationAlias: 'r', date })} order by r.id`)
      expect(rows.map(({ id }) => id)).toEqual(expected)
    }), { numRuns: howMany(1_000, 10_000) })
  })

  it('means the same as a lookup of values', async () => {
    await fc.assert(fc.asyncProperty(someRule, someDay, async (json, date) => {
      const rule = parseRule(json)
      const lookup = lookupOf(rule)
      fc.pre(lookup !== undefined)
      const expected = world.relations.filter((relation) => matches(rule, relation.facts, date)).map(({ id }) => id)
      const { rows } = await scratch.tx.execute<{ id: number }>(sql`
        select r.id from relations r where ${lookup?.key('r')} = any(${sql.param(lookup?.values)}::text[]) order by r.id`)
      expect(rows.map(({ id }) => id)).toEqual(expected)
    }), { numRuns: howMany(100, 1_000) })
  })
})
