import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { describeRule } from '../../src/rules/describeRule'
import { expandLists, isCircular, listsIn } from '../../src/rules/expandLists'
import { explainRule, matches } from '../../src/rules/explainRule'
import { lookupOf } from '../../src/rules/lookupOf'
import { parseRule } from '../../src/rules/parseRule'
import type { Rule } from '../../src/rules/rule'
import { turningOf } from '../../src/rules/turningOf'
import { all, anna, any, bram, leaf, not, town } from './cast'

const on = day('2026-03-01')
const onList = (...lists: number[]): Rule => leaf('list.member', 'oneOf', lists)
const rules = new Map<number, Rule>([[1, town('Zeist')], [2, not(onList(1))], [3, any(onList(1, 2))], [4, onList(5)], [5, all(onList(4), town('Zeist'))]])
const expand = (rule: Rule): Rule => expandLists(rule, (list) => rules.get(list))
const who = (rule: Rule): boolean[] => [anna, bram].map((facts) => matches(expand(rule), facts, on))

describe('expandLists', () => {
  it.each([
    ['a list', onList(1), [true, false]],
    ['a list of who is not on another', onList(2), [false, true]],
    ['lists within a list', onList(3), [true, true]],
    ['a list that does not exist', onList(99), [false, false]],
    ['whoever is not on a list that does not exist', not(onList(99)), [true, true]],
    ['lists that name each other', onList(4), [false, false]],
  ])('finds who is on %s', (_what, rule, expected) => {
    expect(who(rule)).toEqual(expected)
  })

  it('still says by which list somebody is meant', () => {
    const rule = expand(all(onList(1), leaf('age', 'atLeast', 18)))
    expect(describeRule(rule, 'nl', { relationLists: new Map([[1, 'Zeistenaren']]) })).toBe('Staat op de lijst Zeistenaren en leeftijd is minstens 18')
    expect(explainRule(rule, anna, on).parts[0]).toMatchObject({ holds: true, rule: { lists: [1] }, parts: [{ holds: true, actual: 'Zeist' }] })
  })

  it('leaves a list of values to be looked up', () => {
    expect(lookupOf(expand(onList(1)))).toMatchObject({ shape: 'address_town', values: ['Zeist'] })
    expect(lookupOf(expand(onList(99)))).toBeUndefined()
  })

  it('stops where lists within lists become too many', () => {
    const doubling = (list: number): Rule => (list > 30 ? town('Zeist') : any(onList(list + 1), onList(list + 1)))
    expect(() => expandLists(onList(1), doubling)).toThrow('RULE_INVALID')
  })

  it('comes before anything is asked', () => {
    expect(() => matches(onList(1), anna, on)).toThrow(/written out/)
    expect(() => turningOf(onList(1), { from: on, date: on })).toThrow(/written out/)
  })

  it('is never stored', () => {
    expect(() => parseRule(expand(onList(1)))).toThrow('RULE_INVALID')
  })
})

describe('isCircular', () => {
  it.each([[1, onList(3), true], [1, onList(1), true], [9, onList(3), false], [9, onList(4), false], [4, rules.get(4) ?? onList(4), true]])('of list %i with %j is %s', (list, rule, expected) => {
    expect(isCircular(list, rule, (id) => rules.get(id))).toBe(expected)
  })
})

it('names the lists of a rule', () => {
  expect(listsIn(any(onList(1, 2), not(onList(2)), town('Zeist')))).toEqual([1, 2])
})
