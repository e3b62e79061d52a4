import fc from 'fast-check'
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { compileRule } from '../../src/rules/compileRule'
import { bareFacts } from '../../src/rules/facts'
import { inlined, parameterCount } from '../../src/rules/parameters'
import type { Rule } from '../../src/rules/rule'
import { evaluateOrganisation } from '../../src/store/evaluation'
import { parseRule } from '../../src/rules/parseRule'
import { howMany } from '../setup/howMany'
import { someDay, someRuleOfLists } from '../rules/arbitraries'
import { openScratch, type Scratch } from './evaluation/scratch'
import { periods, store, type Organ, type Version, type World } from './evaluation/world'

const [organCount, leafCount] = [300, 300]
const date = day('2026-03-01')

/** Every question of every organ asks for other postcodes, and three values each. */
const area = (organ: number, index: number): string => {
  const place = organ * leafCount + index
  return `${1_000 + (place % 9_000)}${'ABCDEFGHJK'.charAt(Math.floor(place / 9_000))}`
}
const areas = (organ: number): Rule => ({
  op: 'or',
  rules: Array.from({ length: leafCount }, (_, index) => ({ field: 'address.postcode', operator: 'between', value: [`${area(organ, index)}A`, `${area(organ, index)}Z`] })),
})
const organs = Array.from({ length: organCount }, (_, index): Organ => ({ id: index + 1, parent: null, mode: 'rules', startDate: day('2020-01-01'), endDate: null }))
const version = (rest: Partial<Version>): Version => ({ organ: null, type: null, rule: { field: 'relation.type', operator: 'equals', value: 'person' }, validFrom: day('2020-01-01'), validTo: null, ...rest })
const world: World = {
  organisation: 1, types: [1], organs,
  versions: [version({ type: 1 }), ...organs.map(({ id }) => version({ organ: id, rule: areas(id - 1) }))],
  relations: [0, 299].map((organ, index) => ({ id: index + 1, facts: { ...bareFacts, address: { ...bareFacts.address, postcode: `${area(organ, 299)}M` } }, deceasedOn: null })),
}

let scratch: Scratch
beforeAll(async () => {
  scratch = await openScratch()
  await store(scratch.tx, world)
})
afterAll(() => scratch.close())

describe('rules with very many values', () => {
  it('are asked of everybody in one run: three hundred organs that ask three hundred things each', async () => {
    await scratch.tx.execute(sql`begin`)
    await evaluateOrganisation(scratch.tx, { organisation: 1, date, thoroughness: 'full', isMissedDay: false })
    await scratch.tx.execute(sql`commit`)
    expect(await periods(scratch.tx, 1)).toEqual([
      '1 in 0 as 1: 2026-03-01 to …', '1 in 1 as 1: 2026-03-01 to …', '2 in 0 as 1: 2026-03-01 to …', '2 in 300 as 1: 2026-03-01 to …'])
  }, 120_000)

  it('ask for any of the values of one expression with one parameter', () => {
    const towns = Array.from({ length: 400 }, (_, index): Rule => ({ field: 'address.town', operator: 'equals', value: `Plaats ${index}` }))
    expect(parameterCount(compileRule({ op: 'or', rules: [...towns, { field: 'age', operator: 'atLeast', value: 18 }] }, { relationAlias: 'r', date }))).toBe(2)
  })
})

describe('values as constants', () => {
  const found = async (condition: SQL): Promise<number[]> =>
    (await scratch.tx.execute<{ id: number }>(sql`select r.id from relations r where ${condition} order by r.id`)).rows.map(({ id }) => id)

  it('mean the same as parameters, whatever the rule', async () => {
    await fc.assert(fc.asyncProperty(someRuleOfLists, someDay, async (json, on) => {
      const condition = compileRule(parseRule(json), { relationAlias: 'r', date: on })
      const constants = inlined(condition)
      expect(parameterCount(constants)).toBe(0)
      expect(await found(constants)).toEqual(await found(condition))
    }), { numRuns: howMany(200, 2_000) })
  })

  it.each([`'; drop table relations; --`, `\\'`, `\\`, `'' or true`, '$1', '{"a"}', `é😀\u2028`, `U&'\\0027'`, '2026-01-01', '\ud800'])('stay one text: %j', async (text) => {
    const read = async (query: SQL): Promise<unknown> => (await scratch.tx.execute<{ value: string; list: string[] }>(query)).rows[0]
    const query = sql`select ${text}::text as value, ${sql.param([text, 'x'])}::text[] as list, (${-5}::int + ${2.5}::numeric)::text as number, ${sql.param([1, -2])}::int[] as numbers`
    expect(await read(inlined(query))).toEqual({ value: text.toWellFormed(), list: [text.toWellFormed(), 'x'], number: '-2.5', numbers: [1, -2] })
  })
})
