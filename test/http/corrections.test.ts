import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate } from '../../src/domain/localDate'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { reqOn, rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let cast: Cast
let administrator: Api
let membership: Api
let membershipId: number
const today = amsterdamDate(new Date())

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  await runEvaluation(await reqOn(kring.payload, addDays(today, -10)), addDays(today, -10))
  administrator = apiOf(kring, cast.users.administrator.token)
  membership = apiOf(kring, cast.users.membership.token)
  membershipId = (await rowsOf<{ id: number }>(kring.payload, 'select id from memberships where relation_id = $1 and organ_id = $2', [cast.relations.anna, cast.organs.oost]))[0]?.id ?? 0
})
afterAll(() => kring.destroy())

const toldWhatToDo = /^Een lidmaatschap volgt uit de regels.*Corrigeren.*uitzonderingslidmaatschap/
const correction = (rest: object = {}) => ({
  relation: cast.relations.anna, organisation: cast.organisation, membershipType: cast.member, organ: cast.organs.oost, action: 'change', membershipId, startDate: addDays(today, -100), reason: 'Inschrijving lag bij de post', ...rest,
})

describe('a derived period (R-DAY-6)', () => {
  it.each(['administrator', 'membership'] as const)('is not written over REST by %s, who is told what to do instead', async (who) => {
    const api = { administrator, membership }[who]
    for (const [method, path] of [['POST', ''], ['PATCH', `/${membershipId}`], ['DELETE', `/${membershipId}`], ['DELETE', '?where[id][greater_than]=0']] as const) {
      const { status, body } = await api.call(method, `/memberships${path}`, method === 'DELETE' ? undefined : { startDate: '2001-01-01' })
      expect({ method, path, status, message: body.errors?.[0]?.message }).toEqual({ method, path, status: 403, message: expect.stringMatching(toldWhatToDo) as string })
    }
  })

  it.each([
    'mutation { updateMembership(id: ID, data: { startReason: "x" }) { id } }',
    'mutation { deleteMembership(id: ID) { id } }',
  ])('nor over GraphQL: %s', async (mutation) => {
    const { body } = await administrator.graphql(mutation.replace('ID', String(membershipId)))
    expect(body.errors?.[0]?.message).toMatch(toldWhatToDo)
  })

  it('is read as before', async () => expect((await administrator.get(`/memberships/${membershipId}`)).status).toBe(200))
})

describe('a correction', () => {
  it('is for administrators alone', async () => expect((await membership.post('/memberships/correct', correction())).status).toBe(403))

  it('needs a reason, and days that exist', async () => {
    expect((await administrator.post('/memberships/correct', correction({ reason: ' ' }))).body.errors[0]?.message).toMatch(/^Schrijf waarom/)
    expect((await administrator.post('/memberships/correct', correction({ startDate: '2026-02-30' }))).body.errors[0]?.field).toBe('startDate')
  })

  it('of what runs gives no end, and says what does', async () => {
    const { status, body } = await administrator.post('/memberships/correct', correction({ endDate: today }))
    expect({ status, message: body.errors[0]?.message }).toEqual({ status: 400, message: expect.stringMatching(/eindigt alleen door de regels.*uitzonderingslidmaatschap/) as string })
  })

  it('shows first what it would change', async () => {
    const { body } = await administrator.post('/memberships/correct', correction({ isPreview: true, reason: '' }))
    expect(body['changes']).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'changed', title: 'Oost' }), expect.objectContaining({ kind: 'changed', title: null })]))
    expect((await administrator.get('/membership-corrections')).body.totalDocs).toBe(0)
  })

  it('is done, and read back with what was known', async () => {
    expect((await administrator.post('/memberships/correct', correction())).status).toBe(200)
    const { body } = await administrator.get('/membership-corrections?where[organ][equals]=' + String(cast.organs.oost))
    expect(body.docs).toMatchObject([{ kind: 'changed', previousStartDate: addDays(today, -10), startDate: addDays(today, -100), reason: 'Inschrijving lag bij de post' }])
    expect((await membership.get('/membership-mutations?where[kind][equals]=corrected')).body.totalDocs).toBe(2)
  })
})

describe('imported history', () => {
  it('is for administrators alone, and tells of each bad line', async () => {
    const text = 'relatienummer;lidmaatschapstype;orgaan;ingangsdatum;einddatum\n999999;Lid;;2001-01-01;'
    expect((await membership.post('/memberships/import-history', { text })).status).toBe(403)
    const { status, body } = await administrator.post('/memberships/import-history', { text })
    expect({ status, body }).toEqual({ status: 200, body: { lines: 0, periods: 0, mistakes: [{ line: 2, field: '', message: 'Regel 2, Er is geen relatie met nummer “999999”.' }] } })
  })
})

describe('archiving an organ', () => {
  it('is for administrators alone, after its end', async () => {
    expect((await membership.post(`/organs/${cast.organs.oost}/archive`, {})).status).toBe(403)
    const { status, body } = await administrator.post(`/organs/${cast.organs.oost}/archive`, {})
    expect({ status, message: body.errors[0]?.message }).toEqual({ status: 400, message: 'Oost bestaat nog. Geef het orgaan eerst een einddatum; archiveren kan vanaf die dag.' })
  })
})

describe('what has memberships', () => {
  it('cannot go', async () => {
    for (const [table, id] of [['relations', cast.relations.anna], ['organs', cast.organs.oost], ['membership_types', cast.member], ['organisations', cast.organisation]] as const) {
      await expect(rowsOf(kring.payload, `delete from ${table} where id = $1`, [id])).rejects.toMatchObject({ constraint: 'memberships_use_it' })
    }
  })
})

describe('a right of a function at an organ', () => {
  it('is given once, and the second time is refused at its field', async () => {
    const right = { organ: cast.organs.oost, functionType: cast.functionTypes.secretary }
    expect((await administrator.post('/organ-rights', right)).status).toBe(201)
    const answer = await administrator.post('/organ-rights', right)
    expect(mistakesIn(answer)).toEqual([{ path: 'functionType', message: 'Dit functietype heeft bij dit orgaan al een recht. Verwijder dat eerst.' }])
  })
})
