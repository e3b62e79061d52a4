import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { expandLists } from '../../src/rules/expandLists'
import { explainRule } from '../../src/rules/explainRule'
import type { Rule } from '../../src/rules/rule'
import { decisiveIn, verdictInWords } from '../../src/rules/verdictInWords'
import { all, anna, any, bram, leaf, not, town } from './cast'

const names = { subscriptionTypes: new Map([[1, 'Gewoon'], [2, 'Jeugd']]), relationLists: new Map([[7, 'Vrienden']]) }
const told = (rule: Rule, facts = anna, mayKnow: (field: string) => boolean = () => true) =>
  verdictInWords(explainRule(rule, facts, day('2026-03-01')), { language: 'nl', names, mayKnow })
const decided = (rule: Rule) => decisiveIn(told(rule)).map(({ line }) => line)

describe('a condition in words', () => {
  it.each<[Rule, string]>([
    [town('Zeist'), 'Woonplaats is Zeist: ja, het is Zeist'],
    [town('Utrecht', 'Bunnik'), 'Woonplaats is Utrecht of Bunnik: nee, het is Zeist'],
    [leaf('age', 'atLeast', 65), 'Leeftijd is minstens 65: nee, het is 41'],
    [leaf('relation.type', 'equals', 'organisation'), 'Relatietype is organisatie: nee, het is persoon'],
    [leaf('subscription.active', 'oneOf', [1]), 'Heeft een actief abonnement Gewoon: ja, Gewoon'],
    [leaf('subscription.active', 'oneOf', [2]), 'Heeft een actief abonnement Jeugd: nee, wel Gewoon'],
    [leaf('selection.member', 'oneOf', [3]), 'Zit in de selectie #3: nee, geen'],
    [leaf('donations.sum', 'atLeast', { cents: 250 }), 'Gaf minstens € 2,50: nee, het is € 0,00'],
    [not(town('Zeist')), 'Niet (woonplaats is Zeist): nee, het is Zeist'],
  ])('%j', (rule, line) => expect(told(rule).line).toBe(line))

  it('tells what is not there', () => {
    expect(told(town('Zeist'), bram).line).toBe('Woonplaats is Zeist: nee, niet ingevuld')
    expect(told(leaf('address.town', 'isEmpty'), bram).line).toBe('Woonplaats is niet ingevuld: ja')
  })

  it('tells dates as people write them', () => {
    expect(told(leaf('birthDate', 'onOrAfter', '2000-01-01')).line).toMatch(/^Geboortedatum is op of na 1 jan 2000: nee, het is \d+ \w+ \d{4}$/)
  })

  it('keeps to itself what whoever asks may not know', () => expect(told(town('Utrecht'), anna, () => false).line).toBe('Woonplaats is Utrecht: nee'))
})

describe('what decided', () => {
  it('is nothing where the rule holds', () => expect(decided(town('Zeist'))).toEqual([]))
  it('is the first part that fails, where all are asked', () =>
    expect(decided(all(town('Zeist'), leaf('age', 'atLeast', 65), town('Utrecht')))).toEqual(['Leeftijd is minstens 65: nee, het is 41']))
  it('is every part, where any would do', () =>
    expect(decided(any(town('Utrecht'), leaf('age', 'atLeast', 65)))).toEqual(['Woonplaats is Utrecht: nee, het is Zeist', 'Leeftijd is minstens 65: nee, het is 41']))
  it('is a list as a whole, by its name', () =>
    expect(decided(expandLists(leaf('list.member', 'oneOf', [7]), () => town('Utrecht')))).toEqual(['Staat op de lijst Vrienden: nee']))
})
