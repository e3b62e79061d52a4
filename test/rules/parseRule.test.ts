import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRule, RuleError, ruleLimits } from '../../src/rules/parseRule'
import type { Rule } from '../../src/rules/rule'
import { someRule } from './arbitraries'
import { all, any, leaf, not, town } from './cast'
import { howMany } from '../setup/howMany'

const mistakesIn = (json: unknown): string[] => {
  try {
    parseRule(json)
    return []
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    return error.mistakes.map(({ path, code }) => `${path.join('.')} ${code}`.trim())
  }
}
const nested = (depth: number): Rule => (depth === 1 ? town('Zeist') : not(nested(depth - 1)))

describe('parseRule', () => {
  it('keeps a rule as it is written', () => {
    const rule = all(leaf('address.province', 'equals', 'Utrecht'), any(town('Zeist', 'Bunnik'), not(leaf('age', 'isEmpty'))))
    expect(parseRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule)
  })

  it.each([
    [leaf('address.town', 'equals', ' Zeist '), 'Zeist'],
    [leaf('address.postcode', 'equals', '3701 ab'), '3701AB'],
    [leaf('address.postcode', 'between', ['3500', ' 3599 zz']), ['3500', '3599ZZ']],
  ])('stores the value of %j as %j', (rule, value) => {
    expect(parseRule(rule)).toMatchObject({ value })
  })

  it.each([
    [null, ['RULE_NODE_INVALID']],
    ['1 = 1', ['RULE_NODE_INVALID']],
    [[], ['RULE_NODE_INVALID']],
    [{}, ['field RULE_NODE_INVALID', 'operator RULE_NODE_INVALID']],
    [{ op: 'xor', rules: [] }, ['op RULE_NODE_INVALID', 'rules RULE_GROUP_EMPTY']],
    [{ op: 'and', rules: [] }, ['rules RULE_GROUP_EMPTY']],
    [{ op: 'not' }, ['rule RULE_NODE_INVALID']],
    [{ ...town('Zeist'), sql: '1' }, ['sql RULE_KEY_UNKNOWN']],
    [leaf('address.iban', 'equals', 'x'), ['field RULE_FIELD_UNKNOWN']],
    [leaf('__proto__', 'equals', 'x'), ['field RULE_FIELD_UNKNOWN']],
    [leaf('address.town', 'toString', 'x'), ['operator RULE_OPERATOR_UNKNOWN']],
    [leaf('address.town', 'between', ['a', 'b']), ['operator RULE_OPERATOR_UNKNOWN']],
    [leaf('address.town', 'oneOf', []), ['value RULE_VALUE_INVALID']],
    [leaf('address.town', 'equals', ''), ['value RULE_VALUE_INVALID']],
    [leaf('address.town', 'equals', { toString: 'x' }), ['value RULE_VALUE_INVALID']],
    [leaf('address.town', 'isEmpty', 'x'), ['value RULE_VALUE_INVALID']],
    [leaf('address.postcode', 'between', ['3500', '35']), ['value RULE_POSTCODE_INVALID']],
    [leaf('address.postcode', 'between', ['3600', '3500']), ['value RULE_RANGE_REVERSED']],
    [leaf('age', 'between', [30, 20]), ['value RULE_RANGE_REVERSED']],
    [leaf('age', 'atLeast', 18.5), ['value RULE_VALUE_INVALID']],
    [leaf('age', 'atLeast', Number.NaN), ['value RULE_VALUE_INVALID']],
    [leaf('subscription.active', 'oneOf', ['1']), ['value RULE_VALUE_INVALID']],
    [leaf('relation.type', 'equals', 'robot'), ['value RULE_VALUE_INVALID']],
  ])('refuses %j', (json, mistakes) => {
    expect(mistakesIn(json)).toEqual(mistakes)
  })

  it('names every mistake at once, each with its place', () => {
    const json = all(leaf('age', 'equals', -1), not(leaf('shoe.size', 'equals', 43)), { op: 'or', rules: [] })
    expect(mistakesIn(json)).toEqual(['rules.0.value RULE_VALUE_INVALID', 'rules.1.rule.field RULE_FIELD_UNKNOWN', 'rules.2.rules RULE_GROUP_EMPTY'])
  })

  it('refuses what nobody can read any more', () => {
    expect(mistakesIn(nested(ruleLimits.depth))).toEqual([])
    expect(mistakesIn(nested(ruleLimits.depth + 1))).toEqual(['rule.rule.rule.rule.rule.rule.rule.rule.rule.rule RULE_TOO_DEEP'])
    expect(mistakesIn(any(...Array.from({ length: ruleLimits.nodes - 1 }, () => town('Zeist'))))).toEqual([])
    expect(mistakesIn(any(...Array.from({ length: 100_000 }, () => town('Zeist'))))).toEqual(['RULE_TOO_LARGE'])
  })

  it('reads back every rule that it let through', () => {
    fc.assert(fc.property(someRule, (rule) => {
      const parsed = parseRule(rule)
      expect(parseRule(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
    }))
  })

  it('answers any JSON with a rule or with mistakes', () => {
    const json = fc.jsonValue({ maxDepth: 5 })
    const almost = fc.oneof(json, json.map((rules) => ({ op: 'and', rules })), json.map((value) => leaf('address.town', 'oneOf', value)))
    fc.assert(fc.property(almost, (value) => {
      mistakesIn(value)
    }), { numRuns: howMany(500, 5_000) })
  })
})
