import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editorCatalogue } from '../../src/rules/editorCatalogue'
import { parseRule, RuleError } from '../../src/rules/parseRule'
import type { Rule } from '../../src/rules/rule'
import { begun, edited, newId, received, rewritten } from '../../views/RuleEditor/editing'
import { isSameJson } from '../../views/RuleEditor/isSameJson'
import { mistakesByPart } from '../../views/RuleEditor/mistakesByPart'
import { isRule, queryOf, ruleOf, type QueryGroup, type QueryRule } from '../../views/RuleEditor/query'
import { settled } from '../../views/RuleEditor/settled'
import { someRuleOnMembers } from './arbitraries'
import { all, any, leaf, not, town } from './cast'

const fields = editorCatalogue([], 'nl')
const query = (rule: Rule | undefined): QueryGroup => queryOf(rule, newId)
const conditions = (group: QueryGroup): QueryRule[] => group.rules.flatMap((part) => ('rules' in part ? conditions(part as QueryGroup) : [part as QueryRule]))

describe('a rule in the editor', () => {
  it('comes back as it was, whatever the rule', () => {
    fc.assert(fc.property(someRuleOnMembers, (rule) => {
      expect(isRule(rule)).toBe(true)
      expect(ruleOf(query(rule))).toEqual(rule)
    }))
  })

  it.each([
    ['one condition', town('Zeist')],
    ['a group of one', all(town('Zeist'))],
    ['not one condition', not(town('Zeist'))],
    ['not a group of one', not(all(town('Zeist')))],
    ['not not', not(not(town('Zeist')))],
    ['not not a group', not(not(any(town('Zeist'), town('Bunnik'))))],
    ['groups within not within groups', all(not(any(town('Zeist'), not(not(all(town('Bunnik')))))), leaf('age', 'isEmpty'))],
  ])('keeps %s', (_name, rule) => {
    expect(ruleOf(query(rule))).toEqual(rule)
  })

  it('is nothing before anything was asked', () => {
    expect(ruleOf(query(undefined))).toBeUndefined()
  })

  it('becomes a group when a second condition joins the first', () => {
    const one = query(town('Zeist'))
    expect(ruleOf({ ...one, combinator: 'or', rules: [...one.rules, ...query(town('Bunnik')).rules] })).toEqual(any(town('Zeist'), town('Bunnik')))
  })

  it.each([[null], ['Zeist'], [{ op: 'xor', rules: [] }], [{ op: 'and', rules: [town('Zeist')], lists: [1] }], [{ op: 'not' }], [{ field: 'age', operator: '!equals', value: 3 }], [{ field: 'age', operator: 'equals', value: 3, note: 'x' }]])('does not show %j, as it could not give it back', (json) => {
    expect(isRule(json)).toBe(false)
  })
})

describe('mistakesByPart', () => {
  it('puts each mistake of the server at its own condition', () => {
    const wrong = leaf('address.town', 'oneOf', [])
    const rule = all(town('Zeist'), not(wrong), any(town('Bunnik'), not(not(wrong))), not(all(wrong)))
    const shown = query(rule)
    const found = mistakesByPart(shown, mistakesIn(rule).map(({ path, code }) => ({ path, sentence: code })))
    const blamed = conditions(shown).filter(({ value }) => (value as unknown[]).length === 0).map(({ id }) => id)
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(blamed.map((id) => [id, ['RULE_VALUE_INVALID']])))
    expect(blamed).toHaveLength(3)
  })

  it('puts a mistake of a group at the group', () => {
    const shown = query(all(town('Zeist'), { op: 'or', rules: [] }))
    expect([...mistakesByPart(shown, [{ path: ['rules', 1, 'rules'], sentence: 'leeg' }])]).toEqual([[shown.rules[1]?.id, ['leeg']]])
  })
})

describe('another operator or field', () => {
  const changed = (from: Rule, change: Partial<QueryRule>): unknown => {
    const before = query(from)
    const after = { ...before, rules: before.rules.map((part) => ({ ...part, ...change })) }
    return (settled(before, after, fields).rules[0] as QueryRule).value
  }

  it.each([
    ['town is → one of', leaf('address.town', 'equals', 'Zeist'), { operator: 'oneOf' }, ['Zeist']],
    ['town one of → is', town('Zeist', 'Bunnik'), { operator: 'equals' }, 'Zeist'],
    ['town one of → not one of', town('Zeist'), { operator: '!oneOf' }, ['Zeist']],
    ['town → municipality', town('Zeist'), { field: 'address.municipality' }, ['Zeist']],
    ['town → not filled in', town('Zeist'), { operator: 'isEmpty' }, undefined],
    ['organ → type: other numbers', leaf('membership.organ', 'oneOf', [3]), { field: 'membership.type' }, []],
    ['subscription → since', leaf('subscription.active', 'oneOf', [1]), { operator: 'since' }, { types: [1], onOrBefore: { days: 0 } }],
    ['age at least → between', leaf('age', 'atLeast', 18), { operator: 'between' }, [18, null]],
    ['town → age', town('Zeist'), { field: 'age', operator: 'equals' }, null],
  ])('%s', (_name, from, change, value) => {
    expect(changed(from, change)).toEqual(value)
  })

  it('leaves every other condition as it is, also where its value does not fit', () => {
    const before = query(all(leaf('age', 'equals', 'oud'), town('Zeist')))
    const [odd, plain] = before.rules
    if (!odd || !plain) throw new Error('two conditions')
    expect(ruleOf(settled(before, { ...before, rules: [odd, { ...plain, operator: 'equals' }] }, fields))).toEqual(all(leaf('age', 'equals', 'oud'), leaf('address.town', 'equals', 'Zeist')))
  })
})

describe('what is typed while the form lags behind', () => {
  const types = (...towns: string[]) => query(town(...towns))

  it('is not undone by an echo of a moment ago', () => {
    const typed = edited(edited(begun(undefined), types('Z')), types('Zeist'))
    const late = received(typed, town('Z'))
    expect([late.rule, received(late, town('Zeist')).rule]).toEqual([town('Zeist'), town('Zeist')])
  })

  it('gives way to a value from elsewhere', () => {
    expect(received(edited(begun(town('Zeist')), types('Z')), town('Bunnik')).rule).toEqual(town('Bunnik'))
  })

  it('is kept as it was typed where it is no rule', () => {
    expect(rewritten(begun(town('Zeist')), '{"op"')).toMatchObject({ rule: '{"op"', query: undefined })
  })

  it('is the same whatever the order of the keys', () => {
    expect(isSameJson({ op: 'and', rules: [{ field: 'age', operator: 'isEmpty' }] }, { rules: [{ operator: 'isEmpty', field: 'age', value: undefined }], op: 'and' })).toBe(true)
    expect(isSameJson([1, 2], [2, 1])).toBe(false)
  })
})

function mistakesIn(rule: Rule): RuleError['mistakes'] {
  try {
    parseRule(rule)
    return []
  } catch (error) {
    if (error instanceof RuleError) return error.mistakes
    throw error
  }
}
