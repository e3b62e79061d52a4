import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeRule } from '../../src/rules/describeRule'
import { someRule } from './arbitraries'
import { all, any, leaf, not, town } from './cast'

const names = { subscriptionTypes: new Map([[1, 'Lid'], [2, 'Jeugdlid']]) }

describe('describeRule', () => {
  it.each([
    [town('Zeist'), 'Woonplaats is Zeist', 'Town is Zeist'],
    [town('Zeist', 'Bunnik', 'Odijk'), 'Woonplaats is Zeist, Bunnik of Odijk', 'Town is Zeist, Bunnik or Odijk'],
    [leaf('address.postcode', 'between', ['3500', '3599']), 'Postcode is 3500 tot en met 3599', 'Postcode is 3500 up to and including 3599'],
    [leaf('address.postcode', 'startsWith', '37'), 'Postcode begint met 37', 'Postcode starts with 37'],
    [leaf('age', 'atLeast', 18), 'Leeftijd is minstens 18', 'Age is at least 18'],
    [leaf('age', 'isEmpty'), 'Leeftijd is niet ingevuld', 'Age is not filled in'],
    [leaf('relation.type', 'equals', 'organisation'), 'Relatietype is organisatie', 'Relation type is organisation'],
    [leaf('subscription.active', 'oneOf', [1, 2, 9]), 'Heeft een actief abonnement Lid, Jeugdlid of #9', 'Has an active subscription Lid, Jeugdlid or #9'],
    [not(town('Zeist')), 'Niet (woonplaats is Zeist)', 'Not (town is Zeist)'],
    [
      all(leaf('address.province', 'equals', 'Utrecht'), any(town('Zeist'), leaf('age', 'atLeast', 65))),
      'Provincie is Utrecht en (woonplaats is Zeist of leeftijd is minstens 65)',
      'Province is Utrecht and (town is Zeist or age is at least 65)',
    ],
  ])('says %j as %s', (rule, nl, en) => {
    expect([describeRule(rule, 'nl', names), describeRule(rule, 'en', names)]).toEqual([nl, en])
  })

  it('cuts a long list', () => {
    const towns = Array.from({ length: 20 }, (_, index) => `T${index}`)
    expect(describeRule(town(...towns), 'nl')).toBe('Woonplaats is T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11 of nog 8')
  })

  it('finds words for every rule', () => {
    fc.assert(fc.property(someRule, (rule) => {
      expect(describeRule(rule, 'nl')).toMatch(/\S/)
      expect(describeRule(rule, 'en')).toMatch(/\S/)
    }))
  })
})
