import { describe, expect, it } from 'vitest'
import { lookupOf } from '../../src/rules/lookupOf'
import { all, any, leaf, not, town } from './cast'

describe('lookupOf', () => {
  it.each([
    [town('Zeist', 'Bunnik', 'Zeist'), 'address_town', ['Zeist', 'Bunnik']],
    [any(town('Zeist'), leaf('address.town', 'equals', 'Odijk'), town('Zeist')), 'address_town', ['Zeist', 'Odijk']],
    [all(leaf('address.postcode', 'startsWith', '3701')), 'address_postcode_4', ['3701']],
    [any(leaf('address.postcode', 'startsWith', '37'), leaf('address.postcode', 'startsWith', '39')), 'address_postcode_2', ['37', '39']],
  ])('reads %j as values of one expression', (rule, shape, values) => {
    expect(lookupOf(rule)).toMatchObject({ shape, values })
  })

  it.each([
    [not(town('Zeist'))],
    [all(town('Zeist'), leaf('age', 'atLeast', 18))],
    [any(town('Zeist'), leaf('address.province', 'equals', 'Utrecht'))],
    [any(leaf('address.postcode', 'startsWith', '37'), leaf('address.postcode', 'startsWith', '391'))],
    [leaf('address.town', 'isEmpty')],
    [leaf('subscription.active', 'oneOf', [1])],
  ])('leaves %j to a condition of its own', (rule) => {
    expect(lookupOf(rule)).toBeUndefined()
  })
})
