import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { describeRule } from '../../src/rules/describeRule'
import { explainRule, matches } from '../../src/rules/explainRule'
import type { RelationFacts } from '../../src/rules/facts'
import { parseRule, RuleError } from '../../src/rules/parseRule'
import { anna, bram, leaf } from './cast'

const gift = (id: number, receivedOn: string, amountCents: number, reversalOfId: number | null = null) => ({ id, receivedOn: day(receivedOn), amountCents, reversalOfId })

/** Anna, secretary of organ 7, gave three times, of which one gift was taken back. */
const active: RelationFacts = {
  ...anna,
  preferences: { newsletter: true, email: false, phone: false, post: false },
  custom: { colour: 'rood', score: 3, since: '2024-02-29', isActive: true, wrong: '2024-02-30' },
  functions: [{ typeId: 2, organId: 7, startDate: day('2025-01-01'), endDate: day('2026-04-01') }],
  memberships: [
    { organisationId: 1, organId: null, typeId: 1, startDate: day('2026-02-01'), endDate: day('2026-03-01') },
    { organisationId: 1, organId: 7, typeId: 1, startDate: day('2026-03-01'), endDate: null },
  ],
  selections: [3],
  donations: [gift(1, '2025-03-01', 1_000), gift(2, '2025-12-31', 2_500), gift(3, '2026-01-15', 4_000), gift(4, '2026-02-01', -4_000, 3), gift(5, '2026-12-01', 99)],
}
const on = day('2026-03-01')
const lastYear = { from: { years: -1 }, to: { days: 0 } }

describe('the facts of a rule', () => {
  it.each([
    ['birthDate', 'onOrBefore', '1984-06-15', true, false],
    ['birthDate', 'onOrAfter', { years: -41 }, false, false],
    ['birthDate', 'between', ['1984-01-01', { years: -30 }], true, false],
    ['birthDate', 'isEmpty', undefined, false, true],
    ['preferences.allows', 'oneOf', ['newsletter', 'post'], true, false],
    ['preferences.allows', 'oneOf', ['email'], false, false],
    ['custom.text.colour', 'equals', 'rood', true, false],
    ['custom.text.colour', 'isEmpty', undefined, false, true],
    ['custom.text.score', 'isEmpty', undefined, true, true],
    ['custom.number.score', 'between', [2.5, 3], true, false],
    ['custom.date.since', 'onOrBefore', { years: -2 }, true, false],
    ['custom.date.since', 'onOrBefore', { years: -2, days: -2 }, false, false],
    ['custom.date.since', 'onOrAfter', { years: -2, days: -1 }, true, false],
    ['custom.date.wrong', 'isEmpty', undefined, true, true],
    ['custom.yesNo.isActive', 'isTrue', undefined, true, false],
    ['function.active', 'oneOf', { types: [1, 2] }, true, false],
    ['function.active', 'oneOf', { types: [2], organs: [7] }, true, false],
    ['function.active', 'oneOf', { types: [2], organs: [8] }, false, false],
    ['subscription.active', 'since', { types: [1], onOrBefore: { years: -6 } }, true, false],
    ['subscription.active', 'since', { types: [1], onOrBefore: { years: -7 } }, false, false],
    ['membership.organisation', 'oneOf', [1], true, false],
    ['membership.organ', 'oneOf', [7], false, false],
    ['membership.type', 'oneOf', [1], true, false],
    ['selection.member', 'oneOf', [3, 4], true, false],
    ['donations.count', 'atLeast', { count: 2, ...lastYear }, true, false],
    ['donations.count', 'atLeast', { count: 3 }, false, false],
    ['donations.count', 'atMost', { count: 0 }, false, true],
    ['donations.sum', 'atLeast', { cents: 3_500 }, true, false],
    ['donations.sum', 'atMost', { cents: 2_500, from: '2025-03-02' }, true, true],
    ['donations.sum', 'atLeast', { cents: 1, from: '2026-03-01', to: '2027-01-01' }, false, false],
  ])('%s %s %j: Anna %s, Bram %s', (field, operator, value, forAnna, forBram) => {
    const rule = parseRule(leaf(field, operator, value))
    expect([matches(rule, active, on), matches(rule, bram, on)]).toEqual([forAnna, forBram])
  })

  it('of memberships are those of the day before', () => {
    const isMember = leaf('membership.organ', 'oneOf', [7])
    expect([on, day('2026-03-02')].map((date) => matches(isMember, active, date))).toEqual([false, true])
    const wasMember = leaf('membership.organisation', 'oneOf', [1])
    expect([on, day('2026-03-02')].map((date) => matches(wasMember, active, date))).toEqual([true, false])
  })

  it('of donations are shown for the period that is asked about', () => {
    expect(explainRule(leaf('donations.sum', 'atLeast', { cents: 100_000, from: '2025-06-01' }), active, on)).toMatchObject({ holds: false, actual: 2_500 })
  })
})

describe('a value that does not fit', () => {
  it.each([
    ['birthDate', 'between', ['2020-01-02', '2020-01-01'], 'RULE_RANGE_REVERSED'],
    ['birthDate', 'onOrBefore', '2020-02-30', 'RULE_VALUE_INVALID'],
    ['donations.count', 'atLeast', { count: 0 }, 'RULE_VALUE_INVALID'],
    ['donations.sum', 'atLeast', { cents: 1, from: '2020-01-02', to: '2020-01-01' }, 'RULE_RANGE_REVERSED'],
    ['donations.sum', 'atLeast', { cents: 1.5 }, 'RULE_VALUE_INVALID'],
    ['function.active', 'oneOf', [1], 'RULE_VALUE_INVALID'],
    ['function.active', 'oneOf', { types: [] }, 'RULE_VALUE_INVALID'],
    ['preferences.allows', 'oneOf', ['fax'], 'RULE_VALUE_INVALID'],
    ['custom.number.score', 'between', [2, 1], 'RULE_RANGE_REVERSED'],
    ['custom.text.Score', 'isEmpty', undefined, 'RULE_FIELD_UNKNOWN'],
    ["custom.text.a'b", 'isEmpty', undefined, 'RULE_FIELD_UNKNOWN'],
  ])('%s %s %j is refused', (field, operator, value, code) => {
    const read = (): unknown => parseRule(leaf(field, operator, value))
    expect(read).toThrow(RuleError)
    expect(read).toThrow(expect.objectContaining({ mistakes: [expect.objectContaining({ code })] }))
  })
})

describe('in words', () => {
  const names = {
    functionTypes: new Map([[1, 'Voorzitter'], [2, 'Secretaris']]), organs: new Map([[7, 'Oost']]), organisations: new Map([[1, 'Groen & Buurt']]),
    membershipTypes: new Map([[1, 'Lid']]), subscriptionTypes: new Map([[1, 'Contributie']]), selections: new Map([[3, 'Jarigen']]),
    customFields: new Map([['since', { key: 'since', title: 'Lid sinds', type: 'date', options: [] } as const]]),
  }
  it.each([
    [leaf('birthDate', 'onOrBefore', { years: -18 }), 'Geboortedatum is op of voor 18 jaar geleden', 'Date of birth is on or before 18 years ago'],
    [leaf('preferences.allows', 'oneOf', ['newsletter', 'post']), 'Wil nieuwsbrief of post ontvangen', 'Agreed to newsletter or post'],
    [leaf('function.active', 'oneOf', { types: [1, 2], organs: [7] }), 'Heeft de functie Voorzitter of Secretaris bij Oost', 'Holds the function Voorzitter or Secretaris at Oost'],
    [leaf('membership.current', 'oneOf', [7]), 'Is lid van Oost', 'Is a member of Oost'],
    [leaf('membership.organ', 'oneOf', [7]), 'Was de dag ervoor lid van Oost', 'Was a member of Oost the day before'],
    [leaf('membership.type', 'oneOf', [1]), 'Had de dag ervoor het lidmaatschapstype Lid', 'Had the membership type Lid the day before'],
    [leaf('selection.member', 'oneOf', [3]), 'Zit in de selectie Jarigen', 'Is in the selection Jarigen'],
    [leaf('subscription.active', 'since', { types: [1], onOrBefore: '2020-01-01' }), 'Heeft een actief abonnement Contributie, begonnen op of voor 1 jan 2020', 'Has an active subscription Contributie, started on or before 1 Jan 2020'],
    [leaf('donations.count', 'atLeast', { count: 2, from: { years: -1 } }), 'Gaf minstens 2 keer vanaf 1 jaar geleden', 'Gave at least 2 times from 1 year ago'],
    [leaf('donations.sum', 'atMost', { cents: 10_000, from: '2026-01-01', to: '2026-12-31' }), 'Gaf hoogstens € 100,00 vanaf 1 jan 2026 tot en met 31 dec 2026', 'Gave at most €100.00 from 1 Jan 2026 up to and including 31 Dec 2026'],
    [leaf('custom.date.since', 'isEmpty'), 'Lid sinds is niet ingevuld', 'Lid sinds is not filled in'],
    [leaf('custom.yesNo.isActive', 'isTrue'), 'IsActive is ja', 'IsActive is yes'],
  ])('%j is %s', (rule, nl, en) => {
    expect([describeRule(rule, 'nl', names), describeRule(rule, 'en', names)]).toEqual([nl, en])
  })
})
