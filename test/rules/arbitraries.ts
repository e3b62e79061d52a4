import fc from 'fast-check'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import type { DateValue } from '../../src/rules/dateValue'
import type { DonationFacts, MembershipFacts, RelationFacts } from '../../src/rules/facts'
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
const organId = fc.integer({ min: 1, max: 3 })
const period = fc.tuple(someDay, fc.option(fc.integer({ min: 1, max: 400 }))).map(([startDate, days]) =>
  ({ startDate, endDate: days === null ? null : addDays(startDate, days) }))
const preferences = ['newsletter', 'email', 'phone', 'post'] as const

/** Values of every kind under every key, as whoever filled them in did not mind the kind of the field. */
const customValue = fc.oneof(
  place, someDay, fc.integer({ min: -3, max: 3 }), fc.boolean(),
  fc.constantFrom<unknown>('', null, 0.1, 1e20, -2.5, '2023-02-30', '0000-01-01', '2024-2-3', 'infinity', 'today', '3', 'true', [1], { a: 1 }),
)
const customKey = fc.constantFrom('name', 'score', 'since', 'isActive', 'constructor')

/** Gifts, each of which may have been taken back later. */
const someDonations: fc.Arbitrary<DonationFacts[]> = fc.array(fc.tuple(someDay, fc.integer({ min: 1, max: 400 }), fc.option(fc.integer({ min: 0, max: 60 }), { freq: 3 })), { maxLength: 4 })
  .map((gifts) => gifts.flatMap(([receivedOn, amountCents, days], index) => {
    const id = 2 * index + 1
    const gift = { id, receivedOn, amountCents, reversalOfId: null }
    return days === null ? [gift] : [gift, { id: id + 1, receivedOn: addDays(receivedOn, days), amountCents: -amountCents, reversalOfId: id }]
  }))

/** Periods of organisation 1, its organs 1 to 3 and its types 1 and 2, one of each at most. */
export const someMemberships: fc.Arbitrary<MembershipFacts[]> = fc.uniqueArray(
  fc.tuple(fc.option(organId), fc.integer({ min: 1, max: 2 }), period).map(([organ, type, days]) => ({ organisationId: 1, organId: organ, typeId: type, ...days })),
  { maxLength: 3, selector: ({ organId: organ, typeId: type }) => `${organ}/${type}` },
)

/** A relation with everything that rules ask about but memberships. */
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
  preferences: fc.record({ newsletter: fc.boolean(), email: fc.boolean(), phone: fc.boolean(), post: fc.boolean() }),
  custom: fc.dictionary(customKey, customValue),
  functions: fc.array(fc.tuple(typeId, fc.option(organId), period).map(([type, organ, days]) => ({ typeId: type, organId: organ, ...days })), { maxLength: 3 }),
  subscriptions: fc.array(fc.tuple(typeId, period).map(([type, days]) => ({ typeId: type, ...days })), { maxLength: 3 }),
  memberships: fc.constant([]),
  selections: fc.subarray([1, 2, 3]),
  donations: someDonations,
})

const textField = fc.constantFrom('address.town', 'address.municipality', 'address.province', 'address.country')
const age = fc.integer({ min: 0, max: 90 })
const ordered = <T>(pair: [T, T]): [T, T] => (pair[0] <= pair[1] ? pair : [pair[1], pair[0]])
const bound = fc.constantFrom('1000', '3500', '3500AA', '3599', '3599ZZ', '9999')

const types = fc.array(typeId, { minLength: 1, maxLength: 3 })
const organs = fc.array(organId, { minLength: 1, maxLength: 2 })

/** A fixed day, or one that moves along with the day that is asked about. */
export const someDateValue: fc.Arbitrary<DateValue> = fc.oneof(
  someDay,
  fc.record({ years: fc.integer({ min: -3, max: 1 }), months: fc.integer({ min: -14, max: 14 }), days: fc.integer({ min: -40, max: 40 }) }, { requiredKeys: [] })
    .filter((value) => Object.keys(value).length > 0),
)
const birthBound = fc.oneof(birth, fc.record({ years: fc.integer({ min: -80, max: 0 }) }))
const inOrder = (pair: [DateValue, DateValue]): [DateValue, DateValue] =>
  (typeof pair[0] === 'string' && typeof pair[1] === 'string' && pair[0] > pair[1] ? [pair[1], pair[0]] : pair)
const inPeriod = (amount: object) => fc.tuple(fc.option(someDateValue), fc.option(someDateValue)).map(([from, to]) => {
  const [first, last] = from !== null && to !== null ? inOrder([from, to]) : [from, to]
  return { ...amount, ...(first !== null && { from: first }), ...(last !== null && { to: last }) }
})
const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.1, -2.5, 1e14))

const customLeaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.tuple(customKey, fc.constantFrom('equals', 'startsWith'), place).map(([key, operator, value]) => leaf(`custom.text.${key}`, operator, value)),
  fc.tuple(customKey, fc.array(place, { minLength: 1, maxLength: 3 })).map(([key, values]) => leaf(`custom.text.${key}`, 'oneOf', values)),
  fc.tuple(customKey, fc.constantFrom('equals', 'atLeast', 'atMost'), number).map(([key, operator, value]) => leaf(`custom.number.${key}`, operator, value)),
  fc.tuple(customKey, number, number).map(([key, one, other]) => leaf(`custom.number.${key}`, 'between', one <= other ? [one, other] : [other, one])),
  fc.tuple(customKey, fc.constantFrom('onOrBefore', 'onOrAfter'), someDateValue).map(([key, operator, value]) => leaf(`custom.date.${key}`, operator, value)),
  fc.tuple(customKey, someDateValue, someDateValue).map(([key, from, to]) => leaf(`custom.date.${key}`, 'between', inOrder([from, to]))),
  fc.tuple(fc.constantFrom('text', 'number', 'date'), customKey).map(([type, key]) => leaf(`custom.${type}.${key}`, 'isEmpty')),
  customKey.map((key) => leaf(`custom.yesNo.${key}`, 'isTrue')),
)
const donationLeaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.integer({ min: 1, max: 3 }).chain((count) => inPeriod({ count })).map((value) => leaf('donations.count', 'atLeast', value)),
  fc.integer({ min: 0, max: 2 }).chain((count) => inPeriod({ count })).map((value) => leaf('donations.count', 'atMost', value)),
  fc.integer({ min: 1, max: 800 }).chain((cents) => inPeriod({ cents })).map((value) => leaf('donations.sum', 'atLeast', value)),
  fc.integer({ min: 0, max: 800 }).chain((cents) => inPeriod({ cents })).map((value) => leaf('donations.sum', 'atMost', value)),
)

/** One question about any field but memberships. */
export const someLeaf: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 8, arbitrary: customLeaf },
  { weight: 4, arbitrary: donationLeaf },
  fc.subarray([...preferences], { minLength: 1 }).map((asked) => leaf('preferences.allows', 'oneOf', asked)),
  fc.tuple(fc.constantFrom('onOrBefore', 'onOrAfter'), birthBound).map(([operator, value]) => leaf('birthDate', operator, value)),
  fc.tuple(birthBound, birthBound).map((pair) => leaf('birthDate', 'between', inOrder(pair))),
  fc.tuple(types, fc.option(organs)).map(([asked, where]) => leaf('function.active', 'oneOf', { types: asked, ...(where && { organs: where }) })),
  fc.tuple(types, someDateValue).map(([asked, onOrBefore]) => leaf('subscription.active', 'since', { types: asked, onOrBefore })),
  fc.subarray([1, 2, 3], { minLength: 1 }).map((asked) => leaf('selection.member', 'oneOf', asked)),
  fc.tuple(textField, place).map(([field, value]) => leaf(field, 'equals', value)),
  fc.tuple(textField, fc.array(place, { minLength: 1, maxLength: 4 })).map(([field, values]) => leaf(field, 'oneOf', values)),
  fc.tuple(textField, place, fc.integer({ min: 1, max: 3 })).map(([field, text, length]) => leaf(field, 'startsWith', text.slice(0, length).trim() || 'Z')),
  fc.tuple(fc.oneof(textField, fc.constantFrom('address.postcode', 'age', 'birthDate'))).map(([field]) => leaf(field, 'isEmpty')),
  fc.constantFrom(...postcodes).map((value) => leaf('address.postcode', 'equals', value)),
  fc.tuple(fc.constantFrom(...postcodes), fc.integer({ min: 1, max: 6 })).map(([text, length]) => leaf('address.postcode', 'startsWith', text.slice(0, length))),
  fc.tuple(bound, bound).map((pair) => leaf('address.postcode', 'between', ordered(pair))),
  fc.tuple(fc.constantFrom('equals', 'atLeast', 'atMost'), age).map(([operator, years]) => leaf('age', operator, years)),
  fc.tuple(age, age).map((pair) => leaf('age', 'between', pair[0] <= pair[1] ? pair : [pair[1], pair[0]])),
  fc.constantFrom('person', 'organisation').map((value) => leaf('relation.type', 'equals', value)),
  fc.subarray(['active', 'archived'], { minLength: 1 }).map((values) => leaf('relation.status', 'oneOf', values)),
  types.map((asked) => leaf('subscription.active', 'oneOf', asked)),
)

const membershipLeaf: fc.Arbitrary<Rule> = fc.oneof(
  organs.map((asked) => leaf('membership.organ', 'oneOf', asked)),
  fc.constantFrom([1], [2]).map((asked) => leaf('membership.organisation', 'oneOf', asked)),
  fc.subarray([1, 2], { minLength: 1 }).map((asked) => leaf('membership.type', 'oneOf', asked)),
)

const ruleOver = (leaves: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> => fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof({ maxDepth: 4, depthSize: 'small' },
    leaves,
    tie('rule').map((rule) => ({ op: 'not' as const, rule })),
    fc.tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('rule'), { minLength: 1, maxLength: 3 })).map(([op, rules]) => ({ op, rules }))),
})).rule

/** Any rule that `parseRule` lets through, with every field and operator of the catalogue but lists and memberships. */
export const someRule: fc.Arbitrary<Rule> = ruleOver(someLeaf)

/** The same, with memberships. */
export const someRuleOnMembers: fc.Arbitrary<Rule> = ruleOver(fc.oneof({ weight: 4, arbitrary: someLeaf }, { weight: 1, arbitrary: membershipLeaf }))

/** What lists may ask: also who is a member on the day itself, which rules of membership types and organs may not. */
export const someRuleOfLists: fc.Arbitrary<Rule> = ruleOver(fc.oneof(
  { weight: 4, arbitrary: someLeaf }, { weight: 1, arbitrary: membershipLeaf }, { weight: 1, arbitrary: organs.map((asked) => leaf('membership.current', 'oneOf', asked)) }))
