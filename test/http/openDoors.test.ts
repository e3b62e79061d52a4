import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate, formatDate } from '../../src/domain/localDate'
import { makeCrmArtefacts } from '../../src/operations/makeCrmArtefacts'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { apiOf, mistakesIn, type Answer, type Api } from '../setup/api'
import { reqOn, rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

const today = amsterdamDate(new Date())
const [tomorrow, later, latest] = [addDays(today, 1), addDays(today, 10), addDays(today, 20)]

let kring: BootedPayload
let cast: Cast
let api: Api
let elsewhere: number

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  api = apiOf(kring, cast.users.administrator.token)
  elsewhere = await cast.build.add('organisations', { title: 'Andere club', myDepartmentLabel: 'x' })
  await runEvaluation(await reqOn(kring.payload, today), today)
})
afterAll(() => kring.destroy())

const refusal = (answer: Answer) => ({ status: answer.status, mistakes: mistakesIn(answer) })
const refused = (path: string, message: string) => ({ status: 400, mistakes: [{ path, message }] })
const organ = (title: string, rest: object = {}) => cast.build.organ(cast.organisation, title, { startDate: '2024-01-01', ...rest })
const newType = (title: string) => cast.build.add('membership-types', { title, organisation: cast.organisation })
const townIs = (value: string) => ({ field: 'address.town', operator: 'equals', value })
const stateOf = (statement: string, values: readonly unknown[] = []): Promise<string> =>
  rowsOf(kring.payload, statement, values).then(() => 'done', (error: { code?: string; constraint?: string }) => error.constraint ?? error.code ?? 'unknown')
const exception = (rest: object) => api.post('/exception-memberships', { relation: cast.relations.rik, membershipType: cast.member, startDate: tomorrow, reason: 'Op verzoek', ...rest })
const rule = (rest: object) => api.post('/rule-versions', { criteria: townIs('Zeist'), validFrom: tomorrow, ...rest })

describe('a membership type', () => {
  const stays = 'Dit lidmaatschapstype is al in gebruik, en blijft daarom bij zijn organisatie. Maak een nieuw type bij de andere organisatie.'

  it('that nothing counts on goes to another organisation; one with a rule, an exception or members stays', async () => {
    const [unused, ruled, excepted] = [await newType('Ongebruikt'), await newType('Met regel'), await newType('Met uitzondering')]
    expect((await api.patch(`/membership-types/${unused}`, { organisation: elsewhere })).status).toBe(200)
    expect((await rule({ membershipType: ruled })).status).toBe(201)
    expect((await exception({ membershipType: excepted, organ: await organ('Voor een uitzondering') })).status).toBe(201)
    for (const type of [ruled, excepted, cast.member]) {
      expect(refusal(await api.patch(`/membership-types/${type}`, { organisation: elsewhere }))).toEqual(refused('organisation', stays))
      expect(await stateOf('update membership_types set organisation_id = $2 where id = $1', [type, elsewhere])).toBe('membership_types_fixed')
    }
    expect((await api.patch(`/membership-types/${ruled}`, { title: 'Met een regel', organisation: cast.organisation })).status).toBe(200)
  })
})

describe('an organ in its organisation', () => {
  const stays = 'Dit orgaan is al in gebruik (organen eronder, leden, een uitzondering, een overdracht of een regel voor een type), en blijft daarom bij zijn organisatie. Maak een nieuw orgaan bij de andere organisatie.'

  it.each([
    ['an exception', async (id: number) => exception({ organ: id })],
    ['a rule for a type', async (id: number) => rule({ organ: id, membershipType: cast.member })],
    ['a transfer', async (id: number) => api.post('/organ-placements', { organ: id, parent: await organ('Straks boven'), validFrom: tomorrow })],
  ])('stays there with %s', async (what, give) => {
    const id = await organ(`Met ${what}`)
    expect((await give(id)).status).toBe(201)
    expect(refusal(await api.patch(`/organs/${id}`, { organisation: elsewhere }))).toEqual(refused('organisation', stays))
    expect(await stateOf('update organs set organisation_id = $2 where id = $1', [id, elsewhere])).toBe('organs_organisation_fixed')
  })

  it('is free to go with no more than a rule for everybody', async () => {
    const id = await organ('Gaat weg')
    expect((await rule({ organ: id })).status).toBe(201)
    expect((await api.patch(`/organs/${id}`, { organisation: elsewhere })).status).toBe(200)
  })
})

describe('a rule that is planned', () => {
  const stays = 'Een regel blijft bij het orgaan en het lidmaatschapstype waarvoor hij is gemaakt. Verwijder de geplande regel en maak een nieuwe.'

  it('stays with its organ and its type', async () => {
    const id = Number((await rule({ organ: await organ('Met plan'), validFrom: later })).body.doc.id)
    expect(refusal(await api.patch(`/rule-versions/${id}`, { organ: cast.organs.oost }))).toEqual(refused('organ', stays))
    expect(refusal(await api.patch(`/rule-versions/${id}`, { membershipType: cast.member }))).toEqual(refused('membershipType', stays))
    expect(await stateOf('update rule_versions set organ_id = $2 where id = $1', [id, cast.organs.oost])).toBe('rule_versions_scope_fixed')
    expect((await api.patch(`/rule-versions/${id}`, { criteria: townIs('Soest'), validFrom: tomorrow })).status).toBe(200)
  })
})

describe('what a CRM action made', () => {
  const artefactsOf = (actions: readonly number[]) => rowsOf<{ archived: string | null; nothing: boolean }>(kring.payload,
    'select archived_on::text as archived, num_nonnulls(view_id, right_id) = 0 as nothing from crm_artefacts where organ_id = $1 and action_id = any($2::int[])', [cast.organs.oost, actions])
  const make = async () => makeCrmArtefacts(await reqOn(kring.payload, today), today)

  it('is taken back by an administrator, stays known as archived, and is never made again', async () => {
    const functionType = cast.functionTypes.secretary
    const action = (kind: string, title: string) => cast.build.add('crm-actions', { organisation: cast.organisation, kind, title: `${title} {orgaan}`, ...(kind === 'memberGroup' ? {} : { functionType }) })
    await action('memberGroup', 'Leden')
    const actions = [await action('view', 'Zicht'), await action('rights', 'Recht')]
    await make()
    const idIn = async (table: string) => (await rowsOf<{ id: number }>(kring.payload, `select id from ${table} where organ_id = $1 and function_type_id = $2`, [cast.organs.oost, functionType]))[0]?.id ?? 0
    const [view, right] = [await idIn('crm_views'), await idIn('organ_rights')]
    expect((await apiOf(kring, cast.users.membership.token).remove(`/organ-rights/${right}`)).status).toBe(403)
    expect([(await api.remove(`/crm-views/${view}`)).status, (await api.remove(`/organ-rights/${right}`)).status]).toEqual([200, 200])
    expect(await artefactsOf(actions)).toEqual([{ archived: today, nothing: true }, { archived: today, nothing: true }])
    const entries = await rowsOf<{ changes: object; actor: number }>(kring.payload, "select changes, actor_id as actor from audit_log where subject = 'crm-artefacts' order by id")
    const archivedOn = { from: null, to: today }
    expect(entries).toEqual([{ changes: { view: { from: view, to: null }, archivedOn }, actor: cast.users.administrator.id }, { changes: { right: { from: right, to: null }, archivedOn }, actor: cast.users.administrator.id }])
    expect(await make()).toEqual({ made: 0, renamed: 0 })
    expect([await idIn('crm_views'), await idIn('organ_rights')]).toEqual([0, 0])
  })

  it('always points to what was made as long as it is not archived', async () => {
    expect(await stateOf('update crm_artefacts set list_id = null where kind = $1', ['memberGroup'])).toBe('crm_artefacts_one_thing')
  })
})

describe('a list that a rule counts on', () => {
  const onList = (id: number) => ({ field: 'list.member', operator: 'oneOf', value: [id] })
  const inSelection = (id: number) => ({ field: 'selection.member', operator: 'oneOf', value: [id] })
  const list = (title: string, criteria: object) => cast.build.add('relation-lists', { title, criteria })
  const selection = (title: string, of: number, mode: string) => cast.build.add('selections', { title, list: of, mode })
  const counts = (what: string, whose: string) => `Deze ${what} telt mee in de regel van Lijstorgaan. Maak een nieuwe ${what} en plan een regel die ${whose} gebruikt.`
  const counted = async (criteria: object) => expect((await rule({ organ: await organ('Lijstorgaan'), criteria, validFrom: later })).status).toBe(201)

  it('keeps its criteria, by whatever way the rule asks for it, and not its name', async () => {
    const deep = await list('Diep', townIs('Baarn'))
    const daily = await selection('Elke nacht uit diep', deep, 'daily')
    const top = await list('Boven', { op: 'not', rule: inSelection(daily) })
    expect((await api.patch(`/relation-lists/${deep}`, { criteria: townIs('Soest') })).status).toBe(200)
    await counted(onList(top))
    for (const id of [deep, top]) {
      for (const user of ['administrator', 'membership'] as const) {
        expect(refusal(await apiOf(kring, cast.users[user].token).patch(`/relation-lists/${id}`, { criteria: townIs('Zeist') }))).toEqual(refused('criteria', counts('lijst', 'haar')))
      }
    }
    expect((await api.patch(`/relation-lists/${deep}`, { title: 'Heel diep', criteria: townIs('Soest') })).status).toBe(200)
    expect(refusal(await api.patch(`/selections/${daily}`, { mode: 'static' }))).toEqual(refused('mode', counts('selectie', 'haar')))
    expect(refusal(await api.patch(`/selections/${daily}`, { list: await list('Nog een', townIs('Ede')) }))).toEqual(refused('list', counts('selectie', 'haar')))
    expect((await api.patch(`/selections/${daily}`, { title: 'Elke nacht', list: deep, mode: 'daily' })).status).toBe(200)
  })

  it('may change behind a selection that stays as it is', async () => {
    const source = await list('Bron', townIs('Ede'))
    await counted(inSelection(await selection('Blijft', source, 'static')))
    expect((await api.patch(`/relation-lists/${source}`, { criteria: townIs('Tiel') })).status).toBe(200)
  })
})

describe('how members come to be', () => {
  const modeFixed = 'Dit orgaan heeft of had leden, en een andere indeling zou die vandaag al veranderen. Plan een regel, of stop dit orgaan en maak een nieuw.'

  it('stays as it is for an organ that had members, or stands above one that has', async () => {
    expect(refusal(await api.patch(`/organs/${cast.organs.oost}`, { ruleMode: 'passThrough' }))).toEqual(refused('ruleMode', modeFixed))
    const above = await organ('Boven West', { ruleMode: 'none', startDate: '2020-01-01' })
    const child = await organ('Kind met leden', { parent: above })
    await rowsOf(kring.payload, `insert into memberships (relation_id, organisation_id, organ_id, membership_type_id, start_date, start_reason) values ($1, $2, $3, $4, $5, 'rules_met')`,
      [cast.relations.rik, cast.organisation, child, cast.member, today])
    expect(refusal(await api.patch(`/organs/${above}`, { ruleMode: 'passThrough' }))).toEqual(refused('ruleMode', modeFixed))
    await rowsOf(kring.payload, 'insert into rule_versions (organ_id, criteria, valid_from, valid_to) values ($1, $2, $3, $4)', [above, townIs('Ede'), today, tomorrow])
    expect(refusal(await api.patch(`/organs/${above}`, { ruleMode: 'rules' }))).toEqual(refused('ruleMode', modeFixed))
    await rowsOf(kring.payload, 'alter table rule_versions disable trigger rule_versions_counted; delete from rule_versions where criteria @> \'{"value":"Ede"}\'; alter table rule_versions enable trigger rule_versions_counted')
    expect((await api.patch(`/organs/${above}`, { ruleMode: 'rules' })).status).toBe(200)
    expect((await rule({ organ: above })).status).toBe(201)
  })

  it('may change for an organ that never had members', async () => {
    const id = await organ('Leeg', { ruleMode: 'none' })
    for (const ruleMode of ['passThrough', 'rules', 'none']) expect((await api.patch(`/organs/${id}`, { ruleMode })).status).toBe(200)
  })

  it('stays as it is for an organisation with exceptions that count, and may change with planned ones', async () => {
    const organisation = await cast.build.add('organisations', { title: 'Met uitzonderingen', myDepartmentLabel: 'x', exceptionMode: 'override' })
    const [place, membershipType] = [await cast.build.organ(organisation, 'Plek'), await cast.build.add('membership-types', { title: 'Lid daar', organisation })]
    const change = (exceptionMode: string) => api.patch(`/organisations/${organisation}`, { exceptionMode })
    expect((await exception({ organ: place, membershipType })).status).toBe(201)
    expect((await change('additive')).status).toBe(200)
    expect((await exception({ organ: place, membershipType, relation: cast.relations.ruud, startDate: today })).status).toBe(201)
    expect(refusal(await change('override'))).toEqual(refused('exceptionMode',
      'Er gelden nu uitzonderingslidmaatschappen bij deze organisatie, en een andere keuze zou vandaag lidmaatschappen veranderen. Geef die uitzonderingen eerst een einddatum; vanaf dan kan de keuze anders.'))
  })
})

describe('a rule of an organ where rules do not decide', () => {
  it.each(['none', 'passThrough'])('is refused while its division is %s', async (ruleMode) => {
    const id = await organ(`Zonder ${ruleMode}`, { ruleMode })
    expect(refusal(await rule({ organ: id }))).toEqual(refused('organ', 'Een regel bij dit orgaan telt niet mee. Zet eerst de indeling van dit orgaan op ‘Regels bepalen de leden’.'))
    expect((await api.patch(`/organs/${id}`, { ruleMode: 'rules' })).status).toBe(200)
    expect((await rule({ organ: id })).status).toBe(201)
  })
})

describe('an exception on its first day', () => {
  const placed = async (rest: object = {}) => Number((await exception({ organ: await organ('Eerste dag'), startDate: today, ...rest })).body.doc.id)
  const on = async (date: typeof today) => ({ collection: 'exception-memberships' as const, req: await reqOn(kring.payload, date) })
  const memberOn = async (id: number) => (await rowsOf(kring.payload, 'select from memberships m join exception_memberships e on e.organ_id = m.organ_id and e.relation_id = m.relation_id where e.id = $1', [id])).length

  it('is taken back or put off, also after it was evaluated, and its members with it', async () => {
    const [gone, moved] = [await placed(), await placed()]
    await runEvaluation(await reqOn(kring.payload, today), today)
    expect(await memberOn(moved)).toBe(1)
    expect((await api.patch(`/exception-memberships/${moved}`, { startDate: tomorrow })).status).toBe(200)
    expect((await api.remove(`/exception-memberships/${gone}`)).status).toBe(200)
    await runEvaluation(await reqOn(kring.payload, today), today)
    expect(await memberOn(moved)).toBe(0)
  })

  it('stays from the day after', async () => {
    const id = await placed()
    await expect(kring.payload.delete({ ...await on(tomorrow), id })).rejects.toMatchObject({ message: `Deze uitzondering is begonnen op ${formatDate(today, 'nl')} en kan niet weg. Geef haar een einddatum.` })
    await expect(kring.payload.update({ ...await on(tomorrow), id, data: { startDate: later } as never })).rejects.toMatchObject({ data: { errors: [{ path: 'startDate' }] } })
  })
})

describe('a transfer that is planned', () => {
  const transfer = (id: number, parent: number, validFrom: string) => api.post('/organ-placements', { organ: id, parent, validFrom })
  const cancelRefused = (parent: string, endDate: typeof today) => refused('', `Zonder deze overdracht blijft het orgaan waar het was, maar ${parent} bestaat maar tot ${formatDate(endDate, 'nl')}. Plan eerst een andere overdracht, of verander die einddatum.`)

  it('is not cancelled where what the organ was under, or what is above that, ends before the organ does', async () => {
    const [top, to] = [await organ('Stopt eerder'), await organ('Nieuwe plek')]
    const moved = await organ('Moet weg', { parent: await organ('Tussen', { parent: top }) })
    const { body } = await transfer(moved, to, tomorrow)
    expect((await api.patch(`/organs/${top}`, { endDate: later })).status).toBe(200)
    const cancel = () => api.remove(`/organ-placements/${body.doc.id}`)
    expect(refusal(await cancel())).toEqual(cancelRefused('Stopt eerder', later))
    expect((await api.patch(`/organs/${moved}`, { endDate: latest })).status).toBe(200)
    expect(refusal(await cancel())).toEqual(cancelRefused('Stopt eerder', later))
    expect((await api.patch(`/organs/${moved}`, { endDate: later })).status).toBe(200)
    expect((await cancel()).status).toBe(200)
  })

  it('is not cancelled together with another one, where only both would leave the organ without a place', async () => {
    const [from, between, to] = [await organ('Eerst'), await organ('Dan'), await organ('Ten slotte')]
    const moved = await organ('Tweemaal', { parent: from })
    await transfer(moved, between, tomorrow)
    await transfer(moved, to, later)
    expect((await api.patch(`/organs/${from}`, { endDate: latest })).status).toBe(200)
    await api.remove(`/organ-placements?where[organ][equals]=${moved}&where[validFrom][greater_than]=${today}`)
    expect(await rowsOf(kring.payload, 'select parent_id as parent from organ_placements where organ_id = $1 order by valid_from', [moved])).toEqual([{ parent: from }, { parent: between }])
  })

  it('bounds the end of the organ by what it is under then', async () => {
    const [from, to] = [await organ('Van'), await organ('Naar', { endDate: later })]
    const moved = await organ('Reist', { parent: from })
    expect((await transfer(moved, to, tomorrow)).status).toBe(201)
    expect(refusal(await api.patch(`/organs/${moved}`, { endDate: latest }))).toEqual(refused('endDate', `Naar, waar het orgaan onder valt, bestaat tot ${formatDate(later, 'nl')}. Kies een einddatum tot en met die dag.`))
    expect((await api.patch(`/organs/${moved}`, { endDate: later })).status).toBe(200)
  })
})

describe('the database itself', () => {
  it('keeps the end and the division of an organ, and how exceptions count, as they were on a day that was evaluated', async () => {
    const { oost } = cast.organs
    expect(await stateOf('update organs set end_date = $2 where id = $1', [oost, addDays(today, -1)])).toBe('organs_end_counted')
    expect(await stateOf(`update organs set rule_mode = 'passThrough' where id = $1`, [oost])).toBe('organs_mode_counted')
    const stopped = await organ('Gestopt per vandaag', { endDate: today })
    expect(await stateOf('update organs set end_date = null where id = $1', [stopped])).toBe('organs_end_counted')
    await rowsOf(kring.payload, `insert into exception_memberships (relation_id, organ_id, membership_type_id, start_date, reason) values ($1, $2, $3, $4, 'Erelid')`,
      [cast.relations.ruud, oost, cast.member, today])
    expect(await stateOf(`update organisations set exception_mode = 'additive' where id = $1`, [cast.organisation])).toBe('organisations_exception_mode_counted')
  })
})
