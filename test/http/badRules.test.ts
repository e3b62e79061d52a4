import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amsterdamDate } from '../../src/domain/localDate'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { rowsOf } from '../setup/builders'
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

describe('the tree of organs', () => {
  it('takes no parent of another organisation', async () => {
    const elsewhere = await cast.build.organ(await cast.build.add('organisations', { title: 'Andere club', myDepartmentLabel: 'x' }), 'Elders')
    const answer = await api.post('/organs', { title: 'Zijtak', organisation: cast.organisation, parent: elsewhere, startDate: '2024-01-01', ruleMode: 'none' })
    expect({ status: answer.status, paths: mistakesIn(answer).map(({ path }) => path) }).toEqual({ status: 400, paths: ['parent'] })
  })

  it('has no circles, however long, not even when two people draw half of one at the same time', async () => {
    const [a, b, c] = [await cast.build.organ(cast.organisation, 'A'), await cast.build.organ(cast.organisation, 'B'), await cast.build.organ(cast.organisation, 'C')]
    expect((await api.patch(`/organs/${b}`, { parent: a })).status).toBe(200)
    expect((await api.patch(`/organs/${c}`, { parent: b })).status).toBe(200)
    const answer = await api.patch(`/organs/${a}`, { parent: c })
    expect({ status: answer.status, mistakes: mistakesIn(answer) }).toEqual({ status: 400, mistakes: [{ path: 'parent', message: 'Zo valt het orgaan onder zichzelf. Kies een ander bovenliggend orgaan.' }] })
    const [d, e] = [await cast.build.organ(cast.organisation, 'D'), await cast.build.organ(cast.organisation, 'E')]
    const statuses = (await Promise.all([api.patch(`/organs/${d}`, { parent: e }), api.patch(`/organs/${e}`, { parent: d })])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 400])
  })

  it('holds a branch within the days of what it is under', async () => {
    const answer = await api.post('/organs', { title: 'Te vroeg', organisation: cast.organisation, parent: cast.organs.oost, startDate: '2019-12-31', ruleMode: 'none' })
    expect(mistakesIn(answer)).toEqual([{ path: 'startDate', message: 'Het orgaan begint voor Oost, waar het onder valt. Kies een latere ingangsdatum.' }])
  })
})

describe('a rule', () => {
  const rule = (criteria: unknown, rest: object = {}) => api.post('/rule-versions', { organ: cast.organs.west, criteria, validFrom: '2099-01-01', ...rest })
  const townIs = (value: unknown) => ({ field: 'address.town', operator: 'equals', value })

  it.each([
    ['a field that does not exist', { op: 'and', rules: [townIs('Zeist'), { field: 'iban', operator: 'equals', value: 'x' }] }, /rules\.1\.field: Het veld “iban” bestaat niet/],
    ['an operator that the field has not', { op: 'not', rule: { field: 'address.town', operator: 'drop table', value: 'x' } }, /rule\.operator: Met het veld/],
    ['a value of another kind', townIs({ $gt: '' }), /^value: Deze waarde past niet/],
    ['an empty group', { op: 'or', rules: [] }, /rules: Deze groep is leeg/],
    ['something that does not belong', { ...townIs('Zeist'), sql: '1=1' }, /sql: “sql” hoort niet in een regel/],
    ['no rule at all', 'true', /./],
    ['more layers than anybody can read', Array.from({ length: 30 }).reduce((inner: unknown) => ({ op: 'not', rule: inner }), townIs('x')), /dieper dan/],
  ])('with %s is refused at its place', async (_what, criteria, message) => {
    const answer = await rule(criteria)
    expect({ status: answer.status, paths: mistakesIn(answer).map(({ path }) => path) }).toEqual({ status: 400, paths: ['criteria'] })
    expect(mistakesIn(answer)[0]?.message).toMatch(message)
  })

  it('tells of all its mistakes at once', async () => {
    const answer = await rule({ op: 'and', rules: [{ field: 'a', operator: 'b' }, { field: 'c', operator: 'd' }] })
    expect(mistakesIn(answer)[0]?.message).toMatch(/rules\.0\.field.*rules\.1\.field/)
  })

  it('for what has one already never counts from today', async () => {
    const today = amsterdamDate(new Date())
    const answer = await rule(townIs('Zeist'), { validFrom: today })
    expect({ status: answer.status, mistakes: mistakesIn(answer) }).toEqual({ status: 400, mistakes: [{ path: 'validFrom', message: 'Een andere regel kan op zijn vroegst morgen ingaan: het verleden verandert niet. Kies een latere dag.' }] })
  })

  it('that counts already is not rewritten', async () => {
    const [running] = await rowsOf<{ id: number }>(kring.payload, 'select id from rule_versions where organ_id = $1 order by id limit 1', [cast.organs.west])
    const answer = await api.patch(`/rule-versions/${running?.id}`, { criteria: townIs('Zeist') })
    expect(mistakesIn(answer)).toEqual([{ path: 'criteria', message: 'Deze regel geldt al en is niet meer te veranderen. Maak een nieuwe regel die later ingaat.' }])
  })

  it('belongs to something', async () => {
    expect(mistakesIn(await rule(townIs('Zeist'), { organ: null })).map(({ path }) => path)).toEqual(['membershipType'])
  })
})
