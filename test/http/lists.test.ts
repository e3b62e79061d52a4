import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amsterdamDate } from '../../src/domain/localDate'
import { listMembers } from '../../src/operations/listMembers'
import type { RuleCatalogue } from '../../src/operations/ruleCatalogue'
import { membersOfList } from '../../src/store/listMembers'
import { readConnection } from '../../src/store/transaction'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { reqOn, rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let cast: Cast
let api: Api

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  api = apiOf(kring, cast.users.administrator.token)
})
afterAll(() => kring.destroy())

const townIs = (value: string) => ({ field: 'address.town', operator: 'equals', value })
const onList = (...lists: number[]) => ({ field: 'list.member', operator: 'oneOf', value: lists })
const newList = async (title: string, criteria: unknown): Promise<number> => (await api.post('/relation-lists', { title, criteria })).body.doc.id
const count = async (criteria: unknown, rest: object = {}) => {
  const { status, body } = await api.post('/relations/count-matches', { criteria, ...rest })
  return { status, ...body } as unknown as { status: number; count: number; sentence: string; mistakes: { path: (string | number)[]; sentence: string }[]; sample: { name: string; town: string }[] }
}
const membersOf = async (selection: number) => (await rowsOf<{ id: number }>(kring.payload, 'select relation_id as id from selection_members where selection_id = $1 order by 1', [selection])).map(({ id }) => id)

describe('counting who meets a rule', () => {
  it('tells how many, who comes first, and what was asked', async () => {
    expect(await count(townIs('West'))).toMatchObject({
      status: 200, count: 3, sentence: 'Woonplaats is West', mistakes: [],
      sample: [{ name: 'Chris Jansen', town: 'West' }, { name: 'Emma Mulder' }, { name: 'Dina Smit' }],
    })
  })

  it('answers mistakes with their place and a sentence, also in what does not exist', async () => {
    const criteria = { op: 'and', rules: [townIs('West'), onList(9_999), { field: 'custom.text.shoeSize', operator: 'isEmpty' }] }
    const { status, count: none, mistakes } = await count(criteria)
    expect({ status, none, places: mistakes.map(({ path }) => path.join('.')) }).toEqual({ status: 200, none: 0, places: ['rules.1.value', 'rules.2.field'] })
    expect(mistakes[0]?.sentence).toMatch(/9999 gekozen/)
    expect((await count({ op: 'or', rules: [] })).mistakes).toEqual([{ path: ['rules'], sentence: 'Deze groep is leeg; zet er een voorwaarde in of haal hem weg.' }])
  })

  it('counts for another day', async () => {
    const born = { field: 'birthDate', operator: 'onOrBefore', value: { years: -18 } }
    await kring.payload.update({ collection: 'relations', id: cast.relations.anna, data: { birthDate: '2000-06-15' } })
    expect([(await count(born, { date: '2018-06-14' })).count, (await count(born, { date: '2018-06-15' })).count]).toEqual([0, 1])
  })

  it.each(['membership', 'finance', 'fundraising'] as const)('is open to %s', async (role) => {
    expect((await apiOf(kring, cast.users[role].token).post('/relations/count-matches', { criteria: townIs('West') })).status).toBe(200)
  })

  it('is closed to a representative', async () => {
    expect((await apiOf(kring, cast.users.rosa.token).post('/relations/count-matches', { criteria: townIs('West') })).status).toBe(403)
  })
})

describe('a relation list', () => {
  it('says in words who is on it, by the names of what it asks for', async () => {
    const west = await newList('Westers', townIs('West'))
    const { body } = await api.post('/relation-lists', { title: 'Niet in West', criteria: { op: 'not', rule: onList(west) } })
    expect(body.doc['sentence']).toBe('Niet (staat op de lijst Westers)')
    expect((await count(onList(body.doc.id))).count).toBe(5)
  })

  it('is refused where it asks for what does not exist', async () => {
    const answer = await api.post('/relation-lists', { title: 'Onbekend', criteria: { field: 'subscription.active', operator: 'oneOf', value: [77] } })
    expect(mistakesIn(answer)).toEqual([{ path: 'criteria', message: 'value: Wat hier met nummer 77 gekozen is, bestaat niet (meer). Kies opnieuw.' }])
  })

  it('never asks for itself, by whatever way', async () => {
    const first = await newList('Eerste', townIs('Oost'))
    const second = await newList('Tweede', { op: 'or', rules: [onList(first), townIs('West')] })
    for (const criteria of [onList(first), { op: 'not', rule: onList(second) }]) {
      const answer = await api.patch(`/relation-lists/${first}`, { criteria })
      expect({ status: answer.status, paths: mistakesIn(answer).map(({ path }) => path) }).toEqual({ status: 400, paths: ['criteria'] })
    }
    const [a, b] = [await newList('A', townIs('Oost')), await newList('B', townIs('Oost'))]
    const both = await Promise.all([api.patch(`/relation-lists/${a}`, { criteria: onList(b) }), api.patch(`/relation-lists/${b}`, { criteria: onList(a) })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  it('stays while something uses it, and goes when nothing does', async () => {
    const used = await newList('Gebruikt', townIs('Oost'))
    const other = await newList('Gebruiker', onList(used))
    const selection = (await api.post('/selections', { title: 'Uit gebruikt', list: used, mode: 'static' })).body.doc.id
    await cast.build.add('rule-versions', { organ: cast.organs.west, membershipType: cast.member, criteria: onList(used), validFrom: '2099-01-01' })
    const answer = await api.remove(`/relation-lists/${used}`)
    expect({ status: answer.status, message: answer.body.errors[0]?.message })
      .toEqual({ status: 409, message: 'Deze lijst wordt nog gebruikt door: de regel van West, de lijst Gebruiker, de selectie Uit gebruikt. Haal hem daar eerst weg.' })
    expect([(await api.remove(`/relation-lists/${other}`)).status, (await api.remove(`/selections/${selection}`)).status]).toEqual([200, 200])
    expect(await membersOf(selection)).toEqual([])
  })
})

describe('the catalogue of rules', () => {
  it('offers every field, custom ones too, and what rules can point to', async () => {
    await api.post('/custom-fields', { title: 'Schoenmaat', type: 'number' })
    const { status, body } = await api.get('/rule-catalogue')
    const { fields, references } = body as unknown as RuleCatalogue
    expect({ status, custom: fields.find(({ key }) => key === 'custom.number.schoenmaat')?.label, organs: references.organs.map(({ title }) => title).sort() })
      .toEqual({ status: 200, custom: 'Schoenmaat', organs: (await rowsOf<{ title: string }>(kring.payload, 'select title from organs')).map(({ title }) => title).sort() })
  })

  it.each(['membership', 'finance', 'fundraising'] as const)('is open to %s', async (role) => {
    expect((await apiOf(kring, cast.users[role].token).get('/rule-catalogue')).status).toBe(200)
  })

  it('is closed to a representative', async () => {
    expect((await apiOf(kring, cast.users.rosa.token).get('/rule-catalogue')).status).toBe(403)
  })
})

describe('who is on a list', () => {
  const seen = async (criteria: unknown, wish: { readonly search?: string; readonly page?: number } = {}) => {
    const list = await newList(`Lijst ${Math.random()}`, criteria)
    const found = await listMembers(await reqOn(kring.payload, amsterdamDate(new Date())), { list, ...wish })
    return { names: found?.members.map(({ name }) => name), count: found?.count, pages: found?.pages, mistakes: found?.mistakes }
  }

  it('is answered by name, also for lists of lists', async () => {
    const west = { names: ['Chris Jansen', 'Emma Mulder', 'Dina Smit'], count: 3, pages: 1, mistakes: [] }
    expect(await seen(townIs('West'))).toEqual(west)
    expect(await seen(onList(await newList('Westelijk', townIs('West'))))).toEqual(west)
  })

  it('can be searched by every word', async () => {
    expect(await seen(townIs('West'), { search: 'JANSEN chris' })).toMatchObject({ names: ['Chris Jansen'], count: 1 })
    expect(await seen(townIs('West'), { search: 'niemand' })).toMatchObject({ names: [], count: 0 })
  })

  it('is empty beyond the last page, and nothing without the list', async () => {
    expect(await seen(townIs('West'), { page: 2 })).toMatchObject({ names: [], count: 3 })
    expect(await listMembers(await reqOn(kring.payload, amsterdamDate(new Date())), { list: 987_654 })).toBeUndefined()
  })

  it('is only counted where there are too many (R-LIST-2)', async () => {
    const tx = readConnection(await reqOn(kring.payload, amsterdamDate(new Date())))
    const wish = { date: amsterdamDate(new Date()), words: [], page: 1, perPage: 50 }
    expect(await membersOfList(tx, townIs('West'), { ...wish, most: 2 })).toEqual({ count: 3, members: [] })
    expect((await membersOfList(tx, townIs('West'), { ...wish, most: 2, words: ['dina'] })).members).toMatchObject([{ name: 'Dina Smit', type: 'person', status: 'active' }])
  })
})

describe('a selection (A03)', () => {
  it('keeps who was on the list, or follows it every night', async () => {
    const list = await newList('In Oost', townIs('Oost'))
    const still = (await api.post('/selections', { title: 'Vast', list, mode: 'static' })).body.doc
    const daily = (await api.post('/selections', { title: 'Dagelijks', list, mode: 'daily' })).body.doc
    const inOost = [cast.relations.anna, cast.relations.bram]
    expect({ count: still['memberCount'], at: still['computedAt'], members: await membersOf(still.id) }).toEqual({ count: 2, at: expect.stringMatching(/^20/), members: inOost })

    await api.patch(`/relations/${cast.relations.anna}`, { address: { town: 'Elders' } })
    const { refreshSelections } = await import('../../src/operations/refreshSelections')
    const { inTransaction } = await import('../../src/store/transaction')
    const today = amsterdamDate(new Date())
    const req = await reqOn(kring.payload, today)
    expect(await inTransaction(req, (tx) => refreshSelections(tx, today))).toEqual({ selections: 1, members: 1 })
    expect([await membersOf(still.id), await membersOf(daily.id)]).toEqual([inOost, [cast.relations.bram]])
    expect((await count(onList(list))).count).toBe(1)
    expect((await count({ field: 'selection.member', operator: 'oneOf', value: [still.id] })).count).toBe(2)
  })

  it('stays while a list asks for it', async () => {
    const selection = (await api.post('/selections', { title: 'Gevraagd', list: await newList('Leeg', townIs('Nergens')), mode: 'static' })).body.doc.id
    await newList('Vraagt erom', { field: 'selection.member', operator: 'oneOf', value: [selection] })
    expect((await api.remove(`/selections/${selection}`)).status).toBe(409)
  })
})

describe('a custom field', () => {
  const newField = async (data: object) => (await api.post('/custom-fields', data)).body.doc

  it('gets its key from its title, and keeps key and type for good', async () => {
    const field = await newField({ title: 'Lid sinds (één jaar)', type: 'date' })
    expect(field['key']).toBe('lidSindsEenJaar')
    expect((await newField({ title: 'Lid sinds, één jaar!', type: 'text' }))['key']).toBe('lidSindsEenJaar2')
    for (const change of [{ key: 'anders' }, { type: 'text' }]) {
      expect(mistakesIn(await api.patch(`/custom-fields/${field.id}`, change)).map(({ path }) => path)).toEqual(Object.keys(change))
    }
    expect(mistakesIn(await api.post('/custom-fields', { title: 'Sleutel', key: '1 fout', type: 'text' })).map(({ path }) => path)).toEqual(['key'])
  })

  it('holds values of its type only, which rules then ask for', async () => {
    await newField({ title: 'Score', type: 'number' })
    await newField({ title: 'Kleur', type: 'text', options: ['rood', 'groen'] })
    const values = (customFields: unknown) => api.patch(`/relations/${cast.relations.bram}`, { customFields })
    for (const wrong of [{ score: '3' }, { kleur: 'blauw' }, { onbekend: 1 }, [1], 'tekst']) {
      expect(mistakesIn(await values(wrong)).map(({ path }) => path)).toEqual(['customFields'])
    }
    expect((await values({ score: 3, kleur: 'rood' })).status).toBe(200)
    const scores = { op: 'and', rules: [{ field: 'custom.number.score', operator: 'atLeast', value: 3 }, { field: 'custom.text.kleur', operator: 'equals', value: 'rood' }] }
    expect(await count(scores)).toMatchObject({ count: 1, sentence: 'Score is minstens 3 en Kleur is rood' })
  })
})
