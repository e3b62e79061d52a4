import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate, formatDate } from '../../src/domain/localDate'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { apiOf, mistakesIn, type Answer, type Api } from '../setup/api'
import { reqOn, rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

const today = amsterdamDate(new Date())
const [yesterday, tomorrow, later] = [addDays(today, -1), addDays(today, 1), addDays(today, 10)]

let kring: BootedPayload
let cast: Cast
let api: Api

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  api = apiOf(kring, cast.users.administrator.token)
})
afterAll(() => kring.destroy())

const refusal = (answer: Answer) => ({ status: answer.status, mistakes: mistakesIn(answer) })
const refused = (path: string, message: string) => ({ status: 400, mistakes: [{ path, message }] })
const stateOf = (statement: string, values: readonly unknown[] = []): Promise<string> =>
  rowsOf(kring.payload, statement, values).then(() => 'done', (error: { code?: string; constraint?: string }) => error.constraint ?? error.code ?? 'unknown')
const townIs = (value: string) => ({ field: 'address.town', operator: 'equals', value })
const ruleOf = async (organ: number): Promise<number> =>
  (await rowsOf<{ id: number }>(kring.payload, 'select id from rule_versions where organ_id = $1 and membership_type_id is null order by valid_from limit 1', [organ]))[0]?.id ?? 0
const postRule = (data: object) => api.post('/rule-versions', { criteria: townIs('Zeist'), ...data })

const alreadyCounts = 'Deze regel geldt al en is niet meer te veranderen. Maak een nieuwe regel die later ingaat.'
const fromTomorrow = 'Een andere regel kan op zijn vroegst morgen ingaan: het verleden verandert niet. Kies een latere dag.'
const endsFromTomorrow = 'Deze regel geldt vandaag en kan op zijn vroegst morgen eindigen: het verleden verandert niet.'
const isOver = 'Deze regel is voorbij en blijft zoals hij was. Maak een nieuwe regel.'

describe('a rule that counts', () => {
  it.each([
    ['other criteria', 'criteria', () => ({ criteria: townIs('Zeist') }), alreadyCounts],
    ['another organ', 'organ', () => ({ organ: cast.organs.oost }), alreadyCounts],
    ['no organ but a type', 'organ', () => ({ organ: null, membershipType: cast.member }), alreadyCounts],
    ['a type beside its organ', 'membershipType', () => ({ membershipType: cast.member }), alreadyCounts],
    ['an earlier start', 'validFrom', () => ({ validFrom: '2019-01-01' }), alreadyCounts],
    ['a start that is yet to come', 'validFrom', () => ({ validFrom: later }), alreadyCounts],
    ['an end yesterday', 'validTo', () => ({ validTo: yesterday }), endsFromTomorrow],
    ['an end today', 'validTo', () => ({ validTo: today }), endsFromTomorrow],
  ])('gets no %s', async (_what, path, change, message) => {
    expect(refusal(await api.patch(`/rule-versions/${await ruleOf(cast.organs.west)}`, change()))).toEqual(refused(path, message))
  })

  it('gets an end from tomorrow, and loses it again', async () => {
    const id = await ruleOf(cast.organs.west)
    expect((await api.patch(`/rule-versions/${id}`, { validTo: tomorrow })).status).toBe(200)
    expect((await api.patch(`/rule-versions/${id}`, { validTo: null })).status).toBe(200)
  })

  it('is saved as it is, as the form does', async () => {
    const id = await ruleOf(cast.organs.west)
    const { body } = await api.get(`/rule-versions/${id}?depth=0`)
    expect((await api.patch(`/rule-versions/${id}`, body)).status).toBe(200)
  })
})

describe('a rule that is planned', () => {
  it('may change as long as it begins after today', async () => {
    await api.patch(`/rule-versions/${await ruleOf(cast.organs.west)}`, { validTo: tomorrow })
    const planned = Number((await postRule({ organ: cast.organs.west, validFrom: tomorrow })).body.doc.id)
    expect((await api.patch(`/rule-versions/${planned}`, { criteria: townIs('Bunnik'), validFrom: later })).status).toBe(200)
    expect(refusal(await api.patch(`/rule-versions/${planned}`, { validFrom: today }))).toEqual(refused('validFrom', fromTomorrow))
    expect((await api.patch(`/rule-versions/${planned}`, { validTo: addDays(later, 5) })).status).toBe(200)
  })
})

describe('a rule that ended', () => {
  it.each([
    ['criteria', () => ({ criteria: townIs('Zeist') })], ['validTo', () => ({ validTo: later })], ['validTo', () => ({ validTo: null })], ['organ', () => ({ organ: cast.organs.west })],
  ])('keeps its %s', async (path, change) => {
    const id = await ended()
    expect(refusal(await api.patch(`/rule-versions/${id}`, change()))).toEqual(refused(path, isOver))
    expect((await api.patch(`/rule-versions/${id}`, { validTo: yesterday })).status).toBe(200)
  })

  async function ended(): Promise<number> {
    const organ = await cast.build.organ(cast.organisation, 'Voorbij')
    return cast.build.add('rule-versions', { organ, criteria: townIs('Oost'), validFrom: '2024-01-01', validTo: yesterday })
  }
})

describe('an organ that has members', () => {
  beforeAll(async () => { await runEvaluation(await reqOn(kring.payload, today), today) })

  it('gets no first rule for a type from today, but from tomorrow', async () => {
    const volunteer = await cast.build.add('membership-types', { title: 'Vrijwilliger', organisation: cast.organisation })
    const rule = (validFrom: string) => postRule({ organ: cast.organs.oost, membershipType: volunteer, validFrom })
    expect(refusal(await rule(today))).toEqual(refused('validFrom', fromTomorrow))
    expect((await rule(tomorrow)).status).toBe(201)
  })

  it('that is new gets its first rule from its first day', async () => {
    const organ = await cast.build.organ(cast.organisation, 'Nieuw', { startDate: today })
    expect((await postRule({ organ, validFrom: today })).status).toBe(201)
  })
})

describe('a rule that counted on a day that was evaluated', () => {
  it.each([
    ['update rule_versions set criteria = \'{"field":"relation.type","operator":"equals","value":"person"}\' where id = $1'],
    ['update rule_versions set organ_id = null, membership_type_id = 1 where id = $1'],
    ['update rule_versions set valid_from = valid_from - 1 where id = $1'],
    [`update rule_versions set valid_to = '${today}' where id = $1`],
    ['delete from rule_versions where id = $1'],
  ])('is held by the database against: %s', async (statement) => {
    expect(await stateOf(statement, [await ruleOf(cast.organs.oost)])).toBe('rule_versions_counted')
  })

  it('takes an end after that day, and a next rule from then', async () => {
    const [id, insert] = [await ruleOf(cast.organs.oost), 'insert into rule_versions (organ_id, criteria, valid_from) select organ_id, criteria, $2 from rule_versions where id = $1']
    expect(await stateOf('update rule_versions set valid_to = $2 where id = $1', [id, tomorrow])).toBe('done')
    expect(await stateOf(insert, [id, today])).toBe('rule_versions_from_tomorrow')
    expect(await stateOf(insert, [id, tomorrow])).toBe('done')
    expect(await stateOf('update rule_versions set valid_from = $2 where organ_id = $1 and valid_from > $2', [cast.organs.oost, today])).toBe('rule_versions_from_tomorrow')
  })
})

describe('an organ within the days of what it is under', () => {
  const organ = (title: string, rest: object = {}) => cast.build.organ(cast.organisation, title, { startDate: '2024-01-01', ...rest })
  const post = (parent: number, rest: object) => api.post('/organs', { title: 'Tak', organisation: cast.organisation, parent, startDate: '2024-06-01', ruleMode: 'none', ...rest })
  const exists = (parent: string, endDate: typeof today) => `${parent} bestaat tot ${formatDate(endDate, 'nl')}. Kies een bovenliggend orgaan dat dan nog bestaat.`

  it('is not made under one that has ended, nor under one of which an organ above has', async () => {
    const over = await organ('Over', { endDate: yesterday })
    expect(refusal(await post(over, {}))).toEqual(refused('parent', exists('Over', yesterday)))
    const top = await organ('Top')
    const middle = await organ('Midden', { parent: top })
    expect((await api.patch(`/organs/${top}`, { endDate: today })).status).toBe(200)
    expect(refusal(await post(middle, {}))).toEqual(refused('parent', exists('Midden', today)))
  })

  it('neither begins nor ends after that one ends', async () => {
    const stopping = await organ('Stopt', { endDate: later })
    expect(refusal(await post(stopping, { startDate: later }))).toEqual(refused('parent', exists('Stopt', later)))
    expect(refusal(await post(stopping, { endDate: addDays(later, 1) }))).toEqual(refused('endDate', `Stopt, waar het orgaan onder valt, bestaat tot ${formatDate(later, 'nl')}. Kies een einddatum tot en met die dag.`))
    expect((await post(stopping, { endDate: later })).status).toBe(201)
    expect((await post(stopping, {})).status).toBe(201)
  })

  it('runs on when that one stops, and can still be renamed', async () => {
    const above = await organ('Boven')
    const child = await organ('Onder', { parent: above, endDate: addDays(later, 5) })
    expect((await api.patch(`/organs/${above}`, { endDate: later })).status).toBe(200)
    expect((await api.patch(`/organs/${child}`, { title: 'Onder (nieuw)' })).status).toBe(200)
  })

  it('keeps that one from beginning later', async () => {
    const above = await organ('Boven 2')
    await organ('Kind', { parent: above, startDate: '2024-03-01' })
    expect(refusal(await api.patch(`/organs/${above}`, { startDate: '2024-03-02' }))).toEqual(refused('startDate', 'Kind, dat onder dit orgaan valt, begint al op 1 mrt 2024. Kies een ingangsdatum tot en met die dag.'))
    expect((await api.patch(`/organs/${above}`, { startDate: '2024-03-01' })).status).toBe(200)
  })

  it('stops today or later, and once stopped stays so', async () => {
    const one = await organ('Einde')
    expect(refusal(await api.patch(`/organs/${one}`, { endDate: yesterday }))).toEqual(refused('endDate', 'Een orgaan kan op zijn vroegst vandaag stoppen: het verleden verandert niet. Kies vandaag of een latere dag.'))
    expect((await api.patch(`/organs/${one}`, { endDate: later })).status).toBe(200)
    expect((await api.patch(`/organs/${one}`, { endDate: null })).status).toBe(200)
    expect((await api.patch(`/organs/${one}`, { endDate: today })).status).toBe(200)
    expect(refusal(await api.patch(`/organs/${one}`, { endDate: null }))).toEqual(refused('endDate', `Dit orgaan is gestopt op ${formatDate(today, 'nl')} en begint niet opnieuw. Maak een nieuw orgaan.`))
  })
})

describe('an organ in its organisation', () => {
  const stays = 'Dit orgaan is al in gebruik (organen eronder, leden, een uitzondering, een overdracht of een regel voor een type), en blijft daarom bij zijn organisatie. Maak een nieuw orgaan bij de andere organisatie.'
  let elsewhere: number
  beforeAll(async () => { elsewhere = await cast.build.add('organisations', { title: 'Andere club', myDepartmentLabel: 'x' }) })

  it('stays there with members or organs below it, and is free to go without', async () => {
    const above = await cast.build.organ(cast.organisation, 'Met kind')
    const child = await cast.build.organ(cast.organisation, 'Kind', { parent: above })
    expect(refusal(await api.patch(`/organs/${cast.organs.oost}`, { organisation: elsewhere }))).toEqual(refused('organisation', stays))
    expect(refusal(await api.patch(`/organs/${above}`, { organisation: elsewhere }))).toEqual(refused('organisation', stays))
    expect((await api.patch(`/organs/${child}`, { organisation: elsewhere, parent: null })).status).toBe(200)
  })

  it('is held there by the database, without circles', async () => {
    const [a, b, c] = [await cast.build.organ(cast.organisation, 'A'), await cast.build.organ(cast.organisation, 'B'), await cast.build.organ(elsewhere, 'C')]
    const put = (organ: number, parent: number) => stateOf('update organs set parent_id = $2 where id = $1', [organ, parent])
    expect(await put(b, a)).toBe('done')
    expect(await put(a, b)).toBe('organs_no_circle')
    expect(await put(c, a)).toBe('organs_one_organisation')
    expect(await stateOf('update organs set organisation_id = $2 where id = $1', [a, elsewhere])).toBe('organs_organisation_fixed')
    expect(await stateOf('update organs set organisation_id = $2 where id = $1', [b, elsewhere])).toBe('organs_one_organisation')
    expect(await stateOf('update organs set organisation_id = $2 where id = $1', [cast.organs.oost, elsewhere])).toBe('organs_organisation_fixed')
    const [d, e] = [await cast.build.organ(cast.organisation, 'D'), await cast.build.organ(cast.organisation, 'E')]
    expect((await Promise.all([put(d, e), put(e, d)])).sort()).toEqual(['done', 'organs_no_circle'])
  })
})
