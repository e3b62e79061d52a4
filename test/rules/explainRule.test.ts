import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { explainRule, matches } from '../../src/rules/explainRule'
import { parseRule } from '../../src/rules/parseRule'
import { all, anna, any, bram, leaf, not, town } from './cast'

const on = day('2026-03-01')

describe('matches', () => {
  it.each([
    ['address.town', 'equals', 'Zeist', true, false],
    ['address.town', 'equals', 'zeist', false, false],
    ['address.town', 'oneOf', ['Bunnik', 'Zeist'], true, false],
    ['address.town', 'startsWith', 'Zei', true, false],
    ['address.town', 'isEmpty', undefined, false, true],
    ['address.postcode', 'startsWith', '37', true, false],
    ['address.postcode', 'between', ['3700', '3701'], true, false],
    ['address.postcode', 'between', ['3701AC', '3799'], false, false],
    ['age', 'equals', 41, true, false],
    ['age', 'atLeast', 42, false, false],
    ['age', 'atMost', 41, true, false],
    ['age', 'between', [18, 41], true, false],
    ['age', 'isEmpty', undefined, false, true],
    ['relation.type', 'equals', 'person', true, true],
    ['relation.status', 'oneOf', ['archived'], false, false],
    ['subscription.active', 'oneOf', [1, 2], true, false],
    ['subscription.active', 'oneOf', [3], false, false],
  ])('%s %s %j: Anna %s, Bram %s', (field, operator, value, forAnna, forBram) => {
    const rule = parseRule(leaf(field, operator, value))
    expect([matches(rule, anna, on), matches(rule, bram, on)]).toEqual([forAnna, forBram])
  })

  it('counts a birthday on 29 February from 1 March in other years', () => {
    const leapling = { ...anna, birthDate: day('2004-02-29') }
    const isAdult = leaf('age', 'atLeast', 18)
    expect(['2022-02-28', '2022-03-01'].map((date) => matches(isAdult, leapling, day(date)))).toEqual([false, true])
  })

  it('ends a subscription on its end date', () => {
    const rule = leaf('subscription.active', 'oneOf', [1])
    const ending = { ...anna, subscriptions: [{ typeId: 1, startDate: day('2026-03-01'), endDate: day('2026-03-03') }] }
    expect(['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'].map((date) => matches(rule, ending, day(date)))).toEqual([false, true, true, false])
  })

  it('takes an unknown value as not met, so that its negation is', () => {
    expect(matches(not(town('Zeist')), bram, on)).toBe(true)
  })
})

describe('explainRule', () => {
  it('judges every node and shows what the relation has', () => {
    const rule = all(leaf('address.province', 'equals', 'Utrecht'), any(town('Utrecht', 'Bunnik'), leaf('age', 'atLeast', 65)))
    const verdict = explainRule(rule, anna, on)
    expect(verdict.holds).toBe(false)
    expect(verdict.parts.map(({ holds, actual }) => [holds, actual])).toEqual([[true, 'Utrecht'], [false, undefined]])
    expect(verdict.parts[1]?.parts.map(({ holds, actual }) => [holds, actual])).toEqual([[false, 'Zeist'], [false, 41]])
  })

  it('shows an unknown value as such', () => {
    expect(explainRule(town('Zeist'), bram, on)).toMatchObject({ holds: false, actual: null })
  })
})
