import fc from 'fast-check'
import type { RelationFacts } from '../../../src/rules/facts'
import type { Rule } from '../../../src/rules/rule'
import { someFacts, someRule, someRuleOnMembers } from '../../rules/arbitraries'
import { all, any, leaf, not, town } from '../../rules/cast'

export const towns = ['Zeist', 'Utrecht', 'Den Haag', 'Bunnik', "'s-Hertogenbosch", 'Ée']
const place = fc.constantFrom(...towns)
const fewTowns = fc.subarray(towns, { minLength: 1, maxLength: 4 })

/** Rules that ask for values of one field, as most organs do. */
export const valuesRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 4, arbitrary: fewTowns.map((values) => town(...values)) },
  { weight: 2, arbitrary: fewTowns.map((values) => leaf('address.province', 'oneOf', values)) },
  { weight: 1, arbitrary: fc.constantFrom('1', '35', '359', '9').map((prefix) => leaf('address.postcode', 'startsWith', prefix)) },
)

const onLists = fc.subarray([1, 2, 3], { minLength: 1, maxLength: 2 }).map((lists) => leaf('list.member', 'oneOf', lists))

/** Rules as organisations write them, and now and then any rule at all. */
export const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 5, arbitrary: valuesRule },
  { weight: 1, arbitrary: fc.tuple(fewTowns, fc.integer({ min: 18, max: 60 })).map(([values, age]) => all(town(...values), leaf('age', 'atLeast', age))) },
  { weight: 1, arbitrary: fc.oneof(onLists, onLists.map(not), fc.tuple(valuesRule, onLists).map(([one, other]) => any(one, other))) },
  { weight: 2, arbitrary: someRuleOnMembers },
)

/** Never about memberships, which would come and go every other day. */
export const typeRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 3, arbitrary: fc.subarray([1, 2, 3, 4], { minLength: 2 }).map((types) => leaf('subscription.active', 'oneOf', types)) },
  { weight: 3, arbitrary: fc.constant(leaf('relation.type', 'oneOf', ['person', 'organisation'])) },
  { weight: 1, arbitrary: someRule },
)

/** Somebody whose address is where the organs of these worlds are. */
export const inhabitant: fc.Arbitrary<RelationFacts> = fc.tuple(someFacts, place, place).map(([facts, home, province]) =>
  ({ ...facts, status: 'active', address: { ...facts.address, town: home, province } }))
