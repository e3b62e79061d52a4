import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate, formatDate, type LocalDate } from '../../src/domain/localDate'
import { explainInWords } from '../../src/operations/explainInWords'
import { runEvaluation } from '../../src/operations/runEvaluation'
import type { Rule } from '../../src/rules/rule'
import { plannedForRelation } from '../../src/store/plannedForRelation'
import { inTransaction } from '../../src/store/transaction'
import { buildersFor, reqOn, rowsOf, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { Answer } from '../../views/ExplainMembership/Answer'
import { MembershipsTab } from '../../views/RelationCard/MembershipsTab'

const today = amsterdamDate(new Date())
const [first, moved, later] = [addDays(today, -10), addDays(today, -3), addDays(today, 20)]

let kring: BootedPayload
let build: Builders
let type: number
let organisation: number
let administrator: { readonly id: number }
let organs: Readonly<Record<'provincie' | 'regio' | 'zeist' | 'baarn' | 'werkgroep', number>>
let people: Readonly<Record<'anna' | 'bram' | 'chris', number>>

const is = (field: string, value: string): Rule => ({ field, operator: 'equals', value })
const evaluate = async (date: LocalDate) => runEvaluation(await reqOn(kring.payload, date), date)
const live = (town: string) => ({ address: { town, province: 'Utrecht' } })

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
  administrator = await build.user('administrator', { role: 'administrator' })
  organisation = await build.add('organisations', { title: 'Bond', myDepartmentLabel: 'Mijn Afdeling', exceptionMode: 'override' })
  type = await build.add('membership-types', { title: 'Lid', organisation })
  const rule = (criteria: Rule, scope: object) => build.add('rule-versions', { criteria, validFrom: '2020-01-01', ...scope })
  await rule(is('relation.type', 'person'), { membershipType: type })
  const provincie = await build.organ(organisation, 'Provincie Utrecht')
  const regio = await build.organ(organisation, 'Regio Oost', { parent: provincie, ruleMode: 'passThrough' })
  const zeist = await build.organ(organisation, 'AFD Zeist', { parent: regio })
  organs = { provincie, regio, zeist, baarn: await build.organ(organisation, 'AFD Baarn', { parent: regio }), werkgroep: await build.organ(organisation, 'Werkgroep', { ruleMode: 'none' }) }
  await rule(is('address.province', 'Utrecht'), { organ: provincie })
  await rule({ field: 'address.town', operator: 'oneOf', value: ['Zeist', 'Soest'] }, { organ: zeist })
  await rule({ op: 'or', rules: [{ field: 'age', operator: 'atMost', value: 30 }, { field: 'donations.sum', operator: 'atLeast', value: { cents: 1_000 } }] }, { organ: zeist, membershipType: type })
  await rule(is('address.town', 'Baarn'), { organ: organs.baarn })
  people = {
    anna: await build.person('Bakker', { firstName: 'Anna', birthDate: '2000-05-01', ...live('Zeist') }),
    bram: await build.person('de Vries', { firstName: 'Bram', birthDate: '1960-05-01', ...live('Zeist') }),
    chris: await build.person('Jansen', { firstName: 'Chris', ...live('Baarn') }),
  }
  for (const date of [first, addDays(moved, -1)]) await evaluate(date)
  await kring.payload.update({ collection: 'relations', id: people.anna, data: live('Baarn') as never })
  for (const date of [moved, today]) await evaluate(date)
})
afterAll(() => kring.destroy())

const why = async (relation: number, organ: number | null, { date = today, language = 'nl', user = administrator } = {}) => {
  const req = await reqOn(kring.payload, today, user)
  req.i18n.language = language as never
  return explainInWords(req, { relation, organ, membershipType: type, date, today })
}
const inDutch = (date: LocalDate) => formatDate(date, 'nl')

describe('a member', () => {
  it('is one since a day, as every rule from the top down holds', async () => {
    const told = await why(people.chris, organs.baarn)
    expect(told).toMatchObject({ isMember: true, tone: 'member', verdict: `Lid sinds ${inDutch(first)}: alle regels kloppen.`, recorded: { startDate: first, endDate: null, days: 11 }, notes: [] })
    expect(told.path.map(({ title }) => title)).toEqual(['Provincie Utrecht', 'Regio Oost', 'AFD Baarn'])
    expect(told.steps.map(({ title, rules }) => [title, ...rules.map(({ words }) => words.line)])).toEqual([
      ['Lid', 'Relatietype is persoon: ja, het is persoon'], ['Provincie Utrecht', 'Provincie is Utrecht: ja, het is Utrecht'], ['Regio Oost'], ['AFD Baarn', 'Woonplaats is Baarn: ja, het is Baarn'],
    ])
  })

  it('of the organisation is asked by the type alone', async () => {
    const told = await why(people.chris, null)
    expect({ organ: told.organ, path: told.path, verdict: told.verdict, steps: told.steps.length }).toEqual({ organ: null, path: [], verdict: `Lid sinds ${inDutch(first)}: alle regels kloppen.`, steps: 1 })
  })

  it('of the past is explained by the facts of then', async () => {
    const told = await why(people.anna, organs.zeist, { date: first })
    expect(told).toMatchObject({ isMember: true, tone: 'member', verdict: `Lid van ${inDutch(first)} tot ${inDutch(moved)}: alle regels kloppen.`, recorded: { endDate: moved, days: 7 } })
    expect(told.notes).toEqual(['Beoordeeld met de gegevens zoals ze bij de beoordeling van die dag waren.'])
    expect(told.steps.at(-1)?.rules[0]?.words.line).toBe('Woonplaats is Zeist of Soest: ja, het is Zeist')
  })
})

describe('nobody’s member', () => {
  it('is told which organ asks what, and what they have instead', async () => {
    const told = await why(people.anna, organs.zeist)
    expect(told).toMatchObject({ isMember: false, tone: 'none', verdict: 'Geen lid: AFD Zeist vraagt “Woonplaats is Zeist of Soest”, het is Baarn.', recorded: null })
    expect(told.steps.at(-1)?.rules.map(({ of, isDecisive, words }) => [of, isDecisive, words.line])).toEqual([
      ['organ', true, 'Woonplaats is Zeist of Soest: nee, het is Baarn'],
      ['organAndType', false, 'Leeftijd is hoogstens 30 of gaf minstens € 10,00: ja'],
    ])
  })

  it('is told every way that was open, in English as well', async () => {
    expect((await why(people.bram, organs.zeist)).verdict).toBe('Geen lid: AFD Zeist vraagt “Leeftijd is hoogstens 30”, het is 66; of “Gaf minstens € 10,00”, het is € 0,00.')
    expect((await why(people.bram, organs.zeist, { language: 'en' })).verdict).toBe('Not a member: AFD Zeist asks “Age is at most 30”, it is 66; or “Gave at least €10.00”, it is €0.00.')
  })

  it('is not told to colleagues who may not read what was given', async () => {
    const colleague = await build.user('membership', { role: 'membership' })
    expect((await why(people.bram, organs.zeist, { user: colleague })).verdict).toBe('Geen lid: AFD Zeist vraagt “Leeftijd is hoogstens 30”, het is 66; of “Gaf minstens € 10,00”, dat is niet zo.')
  })

  it('has no organ without rules, nor one that is not there yet', async () => {
    expect((await why(people.chris, organs.werkgroep)).reason).toBe('het orgaan heeft zelf geen regels, en de relatie hoort bij geen enkel orgaan eronder')
    const coming = await build.organ(organisation, 'Straks', { startDate: later })
    expect((await why(people.chris, coming)).verdict).toBe(`Geen lid: Straks bestaat niet op ${inDutch(today)}.`)
  })
})

describe('an organ without rules', () => {
  it('has whoever is in an organ below it, and says in which', async () => {
    const below = await build.organ(organisation, 'Tuinploeg', { parent: organs.werkgroep })
    await build.add('rule-versions', { organ: below, criteria: is('address.town', 'Baarn'), validFrom: '2020-01-01' })
    expect(await why(people.chris, organs.werkgroep)).toMatchObject({ because: 'below', isMember: true, reason: 'lid van een orgaan eronder, Tuinploeg', below: [{ organ: below, title: 'Tuinploeg', isMember: true, reason: 'alle regels kloppen' }], belowLeft: 0 })
    expect((await why(people.bram, organs.werkgroep)).below).toEqual([{ organ: below, title: 'Tuinploeg', isMember: false, reason: 'Tuinploeg vraagt “Woonplaats is Baarn”, het is Zeist' }])
  })
})

describe('what changed since the last evaluation', () => {
  it('is told to change at the next one', async () => {
    await kring.payload.update({ collection: 'relations', id: people.chris, data: { address: { town: 'Soest', province: 'Utrecht' }, birthDate: '2001-01-01' } as never })
    expect(await why(people.chris, organs.baarn)).toMatchObject({ isMember: false, tone: 'differs', verdict: 'Nu nog lid, maar niet meer na de volgende beoordeling: AFD Baarn vraagt “Woonplaats is Baarn”, het is Soest.', recorded: { startDate: first } })
    expect(await why(people.chris, organs.zeist)).toMatchObject({ isMember: true, tone: 'differs', verdict: 'Nog geen lid, maar wordt het bij de volgende beoordeling: alle regels kloppen.', recorded: null })
    expect((await why(people.chris, organs.zeist)).notes).toEqual(['Er is iets veranderd sinds de laatste beoordeling: het lidmaatschap verandert bij de volgende beoordeling.'])
  })

  it('in the rules of a past day is said, and a day without evaluation is not guessed at', async () => {
    await rowsOf(kring.payload, 'update evaluated_days set division = $2 where date = $1', [first, 'otherwise'])
    expect((await why(people.anna, organs.zeist, { date: first })).notes.at(-1)).toMatch(/^De boom, een regel of een lijst/)
    await expect(why(people.anna, organs.zeist, { date: addDays(first, -1) })).rejects.toMatchObject({ code: 'EXPLAIN_NOT_EVALUATED' })
  })
})

describe('an exception', () => {
  it('places here, and keeps out elsewhere', async () => {
    await build.add('exception-memberships', { relation: people.bram, organ: organs.baarn, membershipType: type, startDate: today, reason: 'Speelt daar piano' })
    expect(await why(people.bram, organs.baarn)).toMatchObject({ because: 'exception', isMember: true, exceptions: [{ organ: 'AFD Baarn', startDate: today, endDate: null, reason: 'Speelt daar piano' }] })
    expect(await why(people.bram, organs.zeist)).toMatchObject({ because: 'displaced', verdict: 'Geen lid: een uitzondering plaatst de relatie ergens anders, en die gaat voor de regels.' })
  })
})

describe('what is planned', () => {
  const plannedOf = async (relation: number) => inTransaction(await reqOn(kring.payload, today), (tx) => plannedForRelation(tx, relation, today))

  it('is told as one move a day, from where to where', async () => {
    const dina = await build.person('Smit', { firstName: 'Dina', birthDate: '2000-01-01', ...live('Soest') })
    await evaluate(today)
    expect(await plannedOf(dina)).toEqual([])
    await build.add('rule-versions', { organ: organs.zeist, criteria: is('address.town', 'Zeist'), validFrom: later })
    await build.add('rule-versions', { organ: organs.baarn, criteria: { field: 'address.town', operator: 'oneOf', value: ['Baarn', 'Soest'] }, validFrom: later })
    expect(await plannedOf(dina)).toEqual([{ date: later, type: 'Lid', from: ['AFD Zeist'], to: ['AFD Baarn'] }])
    expect(await why(dina, organs.zeist, { date: later })).toMatchObject({ isMember: false, verdict: `Op ${inDutch(later)} geen lid meer: AFD Zeist vraagt “Woonplaats is Zeist”, het is Soest.` })
    expect((await why(dina, organs.baarn, { date: later })).verdict).toBe(`Wordt lid, als er tot ${inDutch(later)} niets verandert: alle regels kloppen.`)
  })
  it('stands on the relation card, where each period says why', async () => {
    const emma = await build.person('Mulder', { firstName: 'Emma', birthDate: '2000-01-01', ...live('Zeist') })
    await evaluate(today)
    await kring.payload.update({ collection: 'organs', id: organs.zeist, data: { endDate: addDays(later, 5) }, req: await reqOn(kring.payload, today) })
    const html = renderToStaticMarkup(await MembershipsTab({ req: await reqOn(kring.payload, today), id: emma, language: 'nl', today, roles: ['membership'], query: {} }))
    expect(html).toContain(`${inDutch(addDays(later, 5))}</time><span> · Lid: uit AFD Zeist</span>`)
    expect(html).toContain(`href="/admin/collections/relations/${emma}/uitleg?organ=${organs.zeist}&amp;type=${type}"`)
  })
})

describe('the screen', () => {
  it('says it in a word and a sentence, and shows the way with what was asked and what is there', async () => {
    const html = renderToStaticMarkup(Answer({ answer: await why(people.anna, organs.zeist), language: 'nl' }))
    expect(html).toContain('<strong class="kring-status ended">Geen lid</strong>')
    expect(html).toMatch(/<li class="fails" data-decisive="true"><span class="kring-hidden">Klopt niet: <\/span>Woonplaats is Zeist of Soest: nee, het is Baarn<\/li>.*Dit geeft de doorslag/)
    expect(html).toMatch(/Klopt: <\/span>Minstens een van deze:<ul.*Leeftijd is hoogstens 30: ja, het is 26/)
  })
})
