import fc from 'fast-check'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { compileRule } from '../../src/rules/compileRule'
import { matches } from '../../src/rules/explainRule'
import type { RelationFacts } from '../../src/rules/facts'
import { lookupOf } from '../../src/rules/lookupOf'
import { parseRule } from '../../src/rules/parseRule'
import type { Rule } from '../../src/rules/rule'
import { turningOf } from '../../src/rules/turningOf'
import { loadFacts } from '../../src/store/relationFacts'
import type { Transaction } from '../../src/store/transaction'
import { someDay, someFacts, someMemberships, someRule, someRuleOfLists } from '../rules/arbitraries'
import { openScratch, type Scratch } from './evaluation/scratch'
import { store, type Organ, type World } from './evaluation/world'
import { howMany } from '../setup/howMany'

const someMember = fc.tuple(someFacts, someMemberships).map(([facts, memberships]) => ({ ...facts, memberships }))
const facts = fc.sample(someMember, { seed: 2026, numRuns: 300 })
const organ = (id: number): Organ => ({ id, parent: null, mode: 'none', startDate: day('2020-01-01'), endDate: null })
const world: World = {
  organisation: 1, types: [1, 2], organs: [organ(1), organ(2), organ(3)], versions: [],
  relations: facts.map((one, index) => ({ id: index + 1, facts: one, deceasedOn: null })),
}

/** Periods and their mutations as a run would have written them. */
async function storeMemberships(tx: Transaction): Promise<void> {
  const periods = world.relations.flatMap(({ id, facts: { memberships } }) => memberships.map((one) => ({ relation: id, ...one })))
  await tx.execute(sql`
    insert into memberships (relation_id, organisation_id, organ_id, membership_type_id, start_date, end_date, start_reason, end_reason)
    select relation, "organisationId", "organId", "typeId", "startDate", "endDate", 'rules', case when "endDate" is not null then 'rules' end
      from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as r (relation int, "organisationId" int, "organId" int, "typeId" int, "startDate" date, "endDate" date)`)
  await tx.execute(sql`
    insert into membership_mutations (date, kind, relation_id, organisation_id, organ_id, membership_type_id, membership_id, reason)
    select start_date, 'joined', relation_id, organisation_id, organ_id, membership_type_id, id, 'rules' from memberships
    union all select end_date, 'left', relation_id, organisation_id, organ_id, membership_type_id, id, 'rules' from memberships where end_date is not null`)
}

describe('a compiled rule', () => {
  let scratch: Scratch
  beforeAll(async () => {
    scratch = await openScratch()
    await store(scratch.tx, world)
    await storeMemberships(scratch.tx)
    await scratch.tx.execute(sql`analyze`)
  })
  afterAll(() => scratch.close())

  const matching = (rule: Rule, date: LocalDate): number[] => world.relations.filter((relation) => matches(rule, relation.facts, date)).map(({ id }) => id)
  const found = async (condition: SQL): Promise<number[]> =>
    (await scratch.tx.execute<{ id: number }>(sql`select r.id from relations r where ${condition} order by r.id`)).rows.map(({ id }) => id)

  it('finds exactly the relations that the rule matches on their facts', async () => {
    await fc.assert(fc.asyncProperty(someRuleOfLists, someDay, async (json, date) => {
      const rule = parseRule(json)
      expect(await found(compileRule(rule, { relationAlias: 'r', date }))).toEqual(matching(rule, date))
    }), { numRuns: howMany(2_000, 20_000) })
  })

  it('means the same as a lookup of values', async () => {
    await fc.assert(fc.asyncProperty(someRule, someDay, async (json, date) => {
      const rule = parseRule(json)
      const lookup = lookupOf(rule)
      fc.pre(lookup !== undefined)
      expect(await found(sql`${lookup?.key('r')} = any(${sql.param(lookup?.values)}::text[])`)).toEqual(matching(rule, date))
    }), { numRuns: howMany(100, 1_000), maxSkipsPerRun: 1_000 })
  })

  it('has another answer on a later day only for who turned meanwhile', async () => {
    let turned = 0
    await fc.assert(fc.asyncProperty(someRuleOfLists, someDay, fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 11, max: 500 })), async (json, from, days) => {
      const rule = parseRule(json)
      const date = addDays(from, days)
      const before = new Set(matching(rule, from))
      const after = new Set(matching(rule, date))
      const differing = world.relations.map(({ id }) => id).filter((id) => before.has(id) !== after.has(id))
      const queries = turningOf(rule, { from, date })
      const turning = queries.length > 0 ? await found(sql`r.id in (${sql.join([...queries], sql` union all `)})`) : []
      expect(differing.filter((id) => !turning.includes(id))).toEqual([])
      turned += differing.length
    }), { numRuns: howMany(1_000, 10_000) })
    expect(turned).toBeGreaterThan(1_000)
  })

  it('reads the same facts from the tables', async () => {
    const known = await loadFacts(scratch.tx, world.relations.map(({ id }) => id))
    for (const { id, facts: expected } of world.relations) {
      const global = (gift: number | null): number | null => gift && id * 100 + gift
      const donations = expected.donations.map((one) => ({ ...one, id: global(one.id), reversalOfId: global(one.reversalOfId) }))
      const { custom, ...rest } = known.get(id)?.facts ?? expected
      expect(rest).toEqual({ ...withoutCustom(expected), donations })
      expect(JSON.parse(JSON.stringify(custom))).toEqual(JSON.parse(JSON.stringify(expected.custom)))
    }
  })
})

const withoutCustom = ({ custom: _, ...rest }: RelationFacts) => rest
