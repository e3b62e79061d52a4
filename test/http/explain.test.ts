import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate, formatDate } from '../../src/domain/localDate'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { reqOn } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

const today = amsterdamDate(new Date())

let kring: BootedPayload
let cast: Cast
let apis: Readonly<Record<'administrator' | 'membership' | 'finance' | 'fundraising' | 'rosa' | 'nobody', Api>>

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  await runEvaluation(await reqOn(kring.payload, today), today)
  const apiFor = (name: keyof typeof cast.users): Api => apiOf(kring, cast.users[name].token)
  apis = { administrator: apiFor('administrator'), membership: apiFor('membership'), finance: apiFor('finance'), fundraising: apiFor('fundraising'), rosa: apiFor('rosa'), nobody: apiFor('nobody') }
})
afterAll(() => kring.destroy())

const pathOf = (relation: number, rest: Readonly<Record<string, string | number>>): string =>
  `/relations/${relation}/explain?${new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString()}`

describe('GET /api/relations/:id/explain', () => {
  it.each(['administrator', 'membership', 'finance', 'fundraising'] as const)('tells %s why somebody is a member', async (who) => {
    const { status, body } = await apis[who].get(pathOf(cast.relations.anna, { membershipType: cast.member, organ: cast.organs.oost }))
    expect({ status, verdict: body['verdict'], path: body['path'] }).toEqual({
      status: 200, verdict: `Lid sinds ${formatDate(today, 'nl')}: alle regels kloppen.`, path: [{ id: cast.organs.oost, title: 'Oost' }],
    })
  })

  it('and why somebody is not, in English to who reads English', async () => {
    const { body } = await apis.membership.get(pathOf(cast.relations.anna, { membershipType: cast.member, organ: cast.organs.west }), { 'accept-language': 'en' })
    expect({ isMember: body['isMember'], verdict: body['verdict'] }).toEqual({ isMember: false, verdict: 'Not a member: West asks “Town is West”, it is Oost.' })
  })

  it('without an organ is about the organisation', async () => {
    const { body } = await apis.membership.get(pathOf(cast.relations.rosa, { membershipType: cast.member }))
    expect({ isMember: body['isMember'], organ: body['organ'], organisation: body['organisation'] }).toEqual({ isMember: true, organ: null, organisation: { id: cast.organisation, title: 'Groen & Buurt' } })
  })

  it.each(['rosa', 'nobody'] as const)('is closed to %s', async (who) => {
    expect((await apis[who].get(pathOf(cast.relations.anna, { membershipType: cast.member }))).status).toBe(403)
  })

  it.each([
    ['a day that was not evaluated', () => ({ membershipType: cast.member, date: addDays(today, -1) }), new RegExp(`^Op ${formatDate(addDays(today, -1), 'nl')} is niet beoordeeld`)],
    ['a day that is no day', () => ({ membershipType: cast.member, date: '2026-02-30' }), /^date: /],
    ['no type', () => ({ organ: cast.organs.oost }), /^membershipType: /],
    ['an organ that is not there', () => ({ membershipType: cast.member, organ: 2_000_000_000 }), /^Dit orgaan bestaat niet/],
  ])('refuses %s', async (_what, rest, message) => {
    const answer = await apis.administrator.get(pathOf(cast.relations.anna, rest()))
    expect({ status: answer.status, message: mistakesIn(answer)[0]?.message }).toEqual({ status: 400, message: expect.stringMatching(message) as string })
  })

  it('refuses a relation that is not there', async () => {
    const answer = await apis.administrator.get(pathOf(2_000_000_000, { membershipType: cast.member }))
    expect({ status: answer.status, message: mistakesIn(answer)[0]?.message }).toEqual({ status: 400, message: 'Deze relatie bestaat niet, of bestond toen nog niet.' })
  })
})
