import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLimits } from '../../hooks/platform/limitReads'
import { apiOf, type Api } from '../setup/api'
import { rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let cast: Cast
let [membership, administrator]: readonly Api[] = []

/** More relations than one answer may hold, some of them with a function. */
beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  ;[membership, administrator] = [cast.users.membership, cast.users.administrator].map(({ token }) => apiOf(kring, token))
  await membership?.post('/relations/import', { onMistake: 'stop', text: `Achternaam;Woonplaats\n${Array.from({ length: 620 }, (_, index) => `Massa ${index};Elders\n`).join('')}` })
  await rowsOf(kring.payload, `insert into functions (holder_id, type_id, organ_id, start_date, created_at, updated_at)
    select id, $1, $2, '2024-01-01', now(), now() from relations where last_name like 'Massa %' order by id limit 60`, [cast.functionTypes.secretary, cast.organs.oost])
})
afterAll(() => kring.destroy())

const asMembership = (): Api => membership as Api
const asAdministrator = (): Api => administrator as Api

describe('a question that asks too much', () => {
  it.each([
    ['', readLimits.usual], ['limit=0', readLimits.most], ['limit=100000', readLimits.most], ['limit=-5', readLimits.most], ['limit=abc', readLimits.usual], ['limit=7', 7],
    ['pagination=false', readLimits.usual], ['pagination=false&limit=0', readLimits.most], ['limit=1e9', readLimits.most],
  ])('over REST with “%s” gets %i at most', async (query, expected) => {
    const { status, body } = await asMembership().get(`/relations?${query}`)
    expect({ status, docs: body.docs.length }).toEqual({ status: 200, docs: expected })
  })

  it('in the body of a POST gets no more', async () => {
    const { body } = await asMembership().call('POST', '/relations', { limit: 0 }, { 'x-payload-http-method-override': 'GET' })
    expect(body.docs.length).toBeLessThanOrEqual(readLimits.most)
  })

  it.each([['Relations(limit: 0) { docs { id } }', readLimits.most], ['Relations(limit: 100000) { docs { id } }', readLimits.most], ['Relations(pagination: false) { docs { id } }', readLimits.usual]])('in GraphQL as %s gets %i at most', async (query, expected) => {
    expect((await asMembership().graphql(`{ ${query} }`)).body.data?.['Relations']?.docs).toHaveLength(expected)
  })

  it('gets every relationship filled in all the same', async () => {
    const { body } = await asMembership().get('/functions?depth=1&limit=100')
    expect(body.docs.length).toBeGreaterThan(60)
    expect(body.docs.filter((doc) => typeof doc['holder'] !== 'object')).toEqual([])
  })

  it.each(['depth=99', 'depth=1000000', 'depth=-1', 'depth=abc'])('with %s goes two levels deep at most', async (depth) => {
    const { status, text } = await asAdministrator().get(`/functions?limit=1&${depth}`)
    expect(status).toBe(200)
    expect(text.length).toBeLessThan(20_000)
  })

  it.each([
    ['nested too deeply', `{ Organs { docs { ${'parent { '.repeat(9)} id ${'} '.repeat(9)} } } }`],
    ['with too many aliases', `{ ${Array.from({ length: 300 }, (_, index) => `a${index}: Relations(limit: 1) { docs { id } }`).join(' ')} }`],
    ['with too many fields through fragments', `{ ${Array.from({ length: 60 }, (_, index) => `a${index}: Relations(limit: 1) { ...f }`).join(' ')} } fragment f on Relations { docs { id number displayName type status firstName lastName } }`],
  ])('in GraphQL %s is refused before it starts', async (_what, query) => {
    const { text } = await asAdministrator().graphql(query)
    expect(text).toMatch(/Deze vraag is te groot/)
    expect(text).not.toContain('"docs"')
  })

  it.each([
    ['/relations?where[geheim][equals]=1', 400], ['/relations?where[bankAccounts.iban.x][equals]=1', 400], ['/relations/abc', 400], ['/relations/1e99', 400], ['/relations/999999999999999999999', 400], ['/relations/2000000000', 404], ['/relations?where[id][equals]=abc', 200],
    ['/relations?sort=geheim', 200], ['/relations?where=%7Bkapot', 400], ['/relations?where[lastName][like]=%00', 400], ['/relations?where[number][greater_than]=99999999999999999', 400], ['/relations?page=99999999999', 200], ['/relations?page=-1', 200],
    ['/relations?where[birthDate][greater_than]=2026-02-30', 200], ['/relations/count?where[geheim][equals]=1', 400], ['/bestaat-niet', 404],
  ])('at %s never ends in an accident', async (path, expected) => {
    const { status, text } = await asMembership().get(path)
    expect({ path, status }).toEqual({ path, status: expected })
    expect(text).not.toMatch(/Failed query|select |node_modules|Something went wrong/)
  })

  it('as broken JSON is refused', async () => {
    const request = new Request('http://localhost:3000/api/relations', { method: 'POST', body: '{"type": ', headers: { 'content-type': 'application/json', authorization: `JWT ${cast.users.membership.token}` } })
    expect((await handleEndpoints({ config: kring.config, payloadInstanceCacheKey: kring.url, request })).status).toBe(400)
  })
})
