import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amsterdamDate } from '../../src/domain/localDate'
import { listMembers } from '../../src/operations/listMembers'
import type { CountedMatches } from '../../src/operations/countMatches'
import type { RuleCatalogue } from '../../src/operations/ruleCatalogue'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { reqOn } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let cast: Cast
let apis: Readonly<Record<'membership' | 'fundraising' | 'administrator', Api>>
/** A list of who gave, one that names it, and a selection of who were on it. */
let gave: number
let nested: number
let taken: number

const gaveMuch = { field: 'donations.sum', operator: 'atLeast', value: { cents: 5_000 } }
const onList = (list: number) => ({ field: 'list.member', operator: 'oneOf', value: [list] })
const inOost = { field: 'address.town', operator: 'equals', value: 'Oost' }
const add = async (api: Api, collection: string, data: object): Promise<number> => (await api.post(`/${collection}`, data)).body.doc.id

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  const apiFor = (who: keyof typeof apis) => apiOf(kring, cast.users[who].token)
  apis = { membership: apiFor('membership'), fundraising: apiFor('fundraising'), administrator: apiFor('administrator') }
  gave = await add(apis.fundraising, 'relation-lists', { title: 'Gulle gevers', criteria: gaveMuch })
  nested = await add(apis.fundraising, 'relation-lists', { title: 'Gevers in Oost', criteria: { op: 'and', rules: [inOost, onList(gave)] } })
  taken = await add(apis.fundraising, 'selections', { title: 'Gevers van nu', list: nested, mode: 'static' })
})
afterAll(() => kring.destroy())

const askedBy = async (api: Api, criteria: unknown): Promise<CountedMatches> => (await api.post('/relations/count-matches', { criteria })).body as unknown as CountedMatches
const placesFor = async (api: Api, criteria: unknown) => (await askedBy(api, criteria)).mistakes.map(({ path }) => path.join('.'))

describe('what a role may not read', () => {
  it('cannot be counted, and says why', async () => {
    expect((await apis.membership.get('/donations')).status).toBe(403)
    expect(await askedBy(apis.membership, { op: 'or', rules: [inOost, gaveMuch] })).toMatchObject({
      count: 0, sample: [],
      mistakes: [{ path: ['rules', 1, 'field'], sentence: 'Met het veld “Bedrag aan donaties” mag je niet zoeken: je hebt geen recht op donaties.' }],
    })
    expect((await askedBy(apis.fundraising, gaveMuch)).mistakes).toEqual([])
  })

  it('cannot be counted by way of a list, a list within a list, or a selection', async () => {
    const rule = { op: 'and', rules: [onList(gave), { op: 'not', rule: onList(nested) }, { field: 'selection.member', operator: 'oneOf', value: [taken] }] }
    expect(await placesFor(apis.membership, rule)).toEqual(['rules.0.value', 'rules.1.rule.value', 'rules.2.value'])
    expect(await placesFor(apis.fundraising, rule)).toEqual([])
  })

  it('is per kind: who raises funds reads no subscriptions, who keeps the members does', async () => {
    const type = await cast.build.add('subscription-types', { title: 'Contributie', priceCents: 6_000, period: 'year' })
    const subscribed = { field: 'subscription.active', operator: 'oneOf', value: [type] }
    expect([await placesFor(apis.fundraising, subscribed), await placesFor(apis.membership, subscribed), await placesFor(apis.administrator, subscribed)]).toEqual([['field'], [], []])
  })

  it('is not kept in a list or taken in a selection', async () => {
    for (const criteria of [gaveMuch, onList(nested)]) {
      const answer = await apis.membership.post('/relation-lists', { title: 'Stiekem', criteria })
      expect({ status: answer.status, paths: mistakesIn(answer).map(({ path }) => path) }).toEqual({ status: 400, paths: ['criteria'] })
    }
    const own = await add(apis.membership, 'relation-lists', { title: 'Van mij', criteria: inOost })
    expect(mistakesIn(await apis.membership.patch(`/relation-lists/${own}`, { criteria: gaveMuch }))[0]?.message).toMatch(/geen recht op donaties/)
    expect(mistakesIn(await apis.membership.post('/selections', { title: 'Stiekem', list: nested, mode: 'static' }))).toEqual([
      { path: 'list', message: 'Met het veld “Bedrag aan donaties” mag je niet zoeken: je hebt geen recht op donaties.' }])
    expect((await apis.membership.get('/selections?where[title][equals]=Stiekem')).body.totalDocs).toBe(0)
    expect((await apis.membership.patch(`/relation-lists/${gave}`, { title: 'Gulle gevers (nieuw)' })).status).toBe(200)
  })

  it('is not offered by the editor', async () => {
    const keysFor = async (api: Api) => ((await api.get('/rule-catalogue')).body as unknown as RuleCatalogue).fields.map(({ key }) => key)
    const [membership, fundraising] = [await keysFor(apis.membership), await keysFor(apis.fundraising)]
    expect([membership.includes('donations.sum'), membership.includes('subscription.active')]).toEqual([false, true])
    expect([fundraising.includes('donations.sum'), fundraising.includes('subscription.active')]).toEqual([true, false])
  })

  it('closes the members of a stored list', async () => {
    const seenBy = async (who: 'membership' | 'fundraising') => listMembers(await reqOn(kring.payload, amsterdamDate(new Date()), cast.users[who]), { list: nested })
    expect(await seenBy('membership')).toMatchObject({
      members: [], count: 0, mistakes: ['Deze lijst zoekt met het veld “Bedrag aan donaties”. Je hebt geen recht op donaties, en ziet daarom niet wie erop staan.'],
    })
    expect((await seenBy('fundraising'))?.mistakes).toEqual([])
  })
})
