import fc from 'fast-check'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import type { RelationFacts } from '../../src/rules/facts'
import type { Rule } from '../../src/rules/rule'
import { leaf } from './cast'

const towns = ['Zeist', 'Utrecht', 'Den Haag', "'s-Hertogenbosch", 'Ée', 'zeist', '%', 'a_b\\', '"; drop table relations; --', '$1']
const postcodes = ['3500AA', '3599ZZ', '3600AA', '1011AB', '9999XX', '35000', '3500', 'SW1A1AA']
const place = fc.constantFrom(...towns)
const dayNumber = fc.integer({ min: 0, max: 4 * 365 })

/** Days around leap days, so that ages and periods turn on them. */
export const someDay: fc.Arbitrary<LocalDate> = fc.oneof(
  dayNumber.map((count) => addDays(day('2023-06-01'), count)),
  fc.constantFrom('2024-02-28', '2024-02-29', '2024-03-01', '2025-02-28', '2025-03-01').map(day),
)
const birth = fc.oneof(
  fc.integer({ min: 0, max: 80 * 365 }).map((count) => addDays(day('1945-01-01'), count)),
  fc.constantFrom('2004-02-29', '2008-02-29', '2007-02-28', '2007-03-01').map(day),
)
const typeId = fc.integer({ min: 1, max: 4 })

export const someFacts: fc.Arbitrary<RelationFacts> = fc.record({
  type: fc.constantFrom('person', 'organisation'),
  status: fc.constantFrom('active', 'archived'),
  birthDate: fc.option(birth),
  address: fc.record({
    postcode: fc.option(fc.constantFrom(...postcodes)),
    town: fc.option(fc.oneof(place, fc.constant(''))),
    municipality: fc.option(place),
    province: fc.option(place),
    country: fc.option(fc.constantFrom('NL', 'BE')),
  }),
  subscriptions: fc.array(fc.tuple(typeId, someDay, fc.option(fc.integer({ min: 1, max: 400 }))).map(([type, startDate, days]) =>
    ({ typeId: type, startDate, endDate: days === null ? null : addDays(startDate, days) })), { maxLength: 3 }),
})

const textField = fc.constantFrom('address.town', 'address.municipality', 'address.province', 'address.country')
const age = fc.integer({ min: 0, max: 90 })
const ordered = <T>(pair: [T, T]): [T, T] => (pair[0] <= pair[1] ? pair : [pair[1], pair[0]])
const bound = fc.constantFrom('1000', '3500', '3500AA', '3599', '3599ZZ', '9999')

const someLeaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.tuple(textField, place).map(([field, value]) => leaf(field, 'equals', value)),
  fc.tuple(textField, fc.array(place, { minLength: 1, maxLength: 4 })).map(([field, values]) => leaf(field, 'oneOf', values)),
  fc.tuple(textField, place, fc.integer({ min: 1, max: 3 })).map(([field, text, length]) => leaf(field, 'startsWith', text.slice(0, length).trim() || 'Z')),
  fc.tuple(fc.oneof(textField, fc.constantFrom('address.postcode', 'age'))).map(([field]) => leaf(field, 'isEmpty')),
  fc.constantFrom(...postcodes).map((value) => leaf('address.postcode', 'equals', value)),
  fc.tuple(fc.constantFrom(...postcodes), fc.integer({ min: 1, max: 6 })).map(([text, length]) => leaf('address.postcode', 'startsWith', text.slice(0, length))),
  fc.tuple(bound, bound).map((pair) => leaf('address.postcode', 'between', ordered(pair))),
  fc.tuple(fc.constantFrom('equals', 'atLeast', 'atMost'), age).map(([operator, years]) => leaf('age', operator, years)),
  fc.tuple(age, age).map((pair) => leaf('age', 'between', pair[0] <= pair[1] ? pair : [pair[1], pair[0]])),
  fc.constantFrom('person', 'organisation').map((value) => leaf('relation.type', 'equals', value)),
  fc.subarray(['active', 'archived'], { minLength: 1 }).map((values) => leaf('relation.status', 'oneOf', values)),
  fc.array(typeId, { minLength: 1, maxLength: 3 }).map((types) => leaf('subscription.active', 'oneOf', types)),
)

/** Any rule that `parseRule` lets through, with every field and operator of the catalogue. */
export const someRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof({ maxDepth: 4, depthSize: 'small' },
    someLeaf,
    tie('rule').map((rule) => ({ op: 'not' as const, rule })),
    fc.tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('rule'), { minLength: 1, maxLength: 3 })).map(([op, rules]) => ({ op, rules }))),
})).rule
