import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate, formatDate, type LocalDate } from '../../src/domain/localDate'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { apiOf, mistakesIn, type Answer, type Api } from '../setup/api'
import { reqOn, rowsOf } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

const today = amsterdamDate(new Date())
const [yesterday, tomorrow, later, latest] = [addDays(today, -1), addDays(today, 1), addDays(today, 10), addDays(today, 20)]
const nl = (date: LocalDate): string => formatDate(date, 'nl')

let kring: BootedPayload
let cast: Cast
let api: Api

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  api = apiOf(kring, cast.users.administrator.token)
  await runEvaluation(await reqOn(kring.payload, today), today)
})
afterAll(() => kring.destroy())

const refusal = (answer: Answer) => ({ status: answer.status, mistakes: mistakesIn(answer) })
const refused = (path: string, message: string) => ({ status: 400, mistakes: [{ path, message }] })
const organ = (title: string, rest: object = {}) => cast.build.organ(cast.organisation, title, { startDate: '2024-01-01', ...rest })
const transfer = (organ: number, parent: number | null, validFrom: string) => api.post('/organ-placements', { organ, parent, validFrom })
const placesOf = (organ: number) => rowsOf<{ parent: number | null; from: string; to: string | null }>(kring.payload,
  'select parent_id as parent, valid_from::text as from, valid_to::text as to from organ_placements where organ_id = $1 order by valid_from', [organ])
/** What the database itself answers: the name of the rule that it held, or `done`. */
const stateOf = (statement: string, values: readonly unknown[] = []): Promise<string> =>
  rowsOf(kring.payload, statement, values).then(() => 'done', (error: { code?: string; constraint?: string }) => error.constraint ?? error.code ?? 'unknown')

const fromTomorrow = 'Een overdracht gaat op zijn vroegst morgen in: het verleden verandert niet. Kies een latere dag.'

describe('a transfer', () => {
  it.each([['today', today], ['yesterday', yesterday]])('per %s is refused (A14)', async (_when, date) => {
    const [moved, to] = [await organ('A14'), await organ('A14 naar')]
    expect(refusal(await transfer(moved, to, date))).toEqual(refused('validFrom', fromTomorrow))
    const { body } = await api.graphql(`mutation { createOrganPlacement(data: { organ: ${moved}, parent: ${to}, validFrom: "${date}" }) { id } }`)
    expect(JSON.stringify(body.errors)).toContain(fromTomorrow)
    expect(await placesOf(moved)).toHaveLength(1)
  })

  it('from tomorrow ends the place before it, which is written down, and until then changes nothing else', async () => {
    const [from, to] = [await organ('Van'), await organ('Naar')]
    const moved = await organ('Verhuist', { parent: from })
    const { status, body } = await transfer(moved, to, tomorrow)
    expect({ status, validTo: body.doc['validTo'] }).toEqual({ status: 201, validTo: null })
    expect(await placesOf(moved)).toEqual([{ parent: from, from: '2024-01-01', to: tomorrow }, { parent: to, from: tomorrow, to: null }])
    expect((await api.get(`/organs/${moved}?depth=0`)).body['parent']).toBe(from)
    const [entry] = await rowsOf<{ changes: unknown }>(kring.payload, "select changes from audit_log where subject = 'organ-placements' and action = 'update' order by id desc limit 1")
    expect(entry?.changes).toEqual({ validTo: { from: null, to: tomorrow } })
  })

  it('before a planned one lasts until that one, and gives its days back when it is cancelled', async () => {
    const [a, b, c] = [await organ('P1'), await organ('P2'), await organ('P3')]
    const moved = await organ('Tweemaal', { parent: a })
    expect((await transfer(moved, b, latest)).status).toBe(201)
    const first = await transfer(moved, c, later)
    expect({ status: first.status, validTo: first.body.doc['validTo'] }).toEqual({ status: 201, validTo: latest })
    expect(refusal(await transfer(moved, a, later))).toEqual(refused('validFrom', 'Er is voor die dag al een overdracht van dit orgaan gepland. Annuleer die eerst, of kies een andere dag.'))
    expect((await api.remove(`/organ-placements/${first.body.doc.id}`)).status).toBe(200)
    expect(await placesOf(moved)).toEqual([{ parent: a, from: '2024-01-01', to: latest }, { parent: b, from: latest, to: null }])
  })

  it('may lead to the top of the organisation', async () => {
    const moved = await organ('Omhoog', { parent: await organ('Boven') })
    expect((await transfer(moved, null, tomorrow)).status).toBe(201)
  })

  it('of many that are planned is cancelled at once, without a gap', async () => {
    const [a, b, c] = [await organ('Q1'), await organ('Q2'), await organ('Q3')]
    const moved = await organ('Alles', { parent: a })
    await transfer(moved, b, later)
    await transfer(moved, c, latest)
    expect((await api.remove(`/organ-placements?where[organ][equals]=${moved}&where[validFrom][greater_than]=${today}`)).status).toBe(200)
    expect(await placesOf(moved)).toEqual([{ parent: a, from: '2024-01-01', to: null }])
  })

  it('of an organ with organs below it is refused, unless the organisation allows it (Q4)', async () => {
    const [moved, to] = [await organ('Met kind'), await organ('Doel')]
    await organ('Kind', { parent: moved })
    expect(refusal(await transfer(moved, to, tomorrow))).toEqual(refused('organ',
      'Kind valt onder dit orgaan. Draag eerst over wat eronder valt, of zet bij de organisatie aan dat organen met organen eronder mogen worden overgedragen.'))
    await api.patch(`/organisations/${cast.organisation}`, { mayTransferBranches: true })
    expect((await transfer(moved, to, tomorrow)).status).toBe(201)
    await api.patch(`/organisations/${cast.organisation}`, { mayTransferBranches: false })
  })

  it('never makes a circle, also not with what is planned for later', async () => {
    await api.patch(`/organisations/${cast.organisation}`, { mayTransferBranches: true })
    const [a, b] = [await organ('Kring A'), await organ('Kring B')]
    const below = await organ('Onder A', { parent: a })
    const circle = refused('parent', 'Zo valt het orgaan onder zichzelf. Kies een ander bovenliggend orgaan.')
    expect(refusal(await transfer(a, below, tomorrow))).toEqual(circle)
    expect(refusal(await transfer(a, a, tomorrow))).toEqual(circle)
    expect((await transfer(b, below, latest)).status).toBe(201)
    expect(refusal(await transfer(a, b, later))).toEqual(circle)
    await api.patch(`/organisations/${cast.organisation}`, { mayTransferBranches: false })
  })

  it('leads to an organ of the same organisation that is there on the day', async () => {
    const moved = await organ('Zoekt', { endDate: addDays(latest, 10) })
    const to = async (rest: object, date: LocalDate = later) => refusal(await transfer(moved, await organ('Doel', rest), date))
    expect(await to({ startDate: latest })).toEqual(refused('parent', `Doel begint pas op ${nl(latest)}. Kies een dag vanaf dan, of een ander bovenliggend orgaan.`))
    const ended = `Doel bestaat tot ${nl(later)}. Kies een bovenliggend orgaan dat dan nog bestaat.`
    expect(await to({ endDate: later })).toEqual(refused('parent', ended))
    expect(await to({ parent: await organ('Opa', { endDate: later }) })).toEqual(refused('parent', ended))
    expect(await to({ endDate: latest })).toEqual(refused('parent', `Doel bestaat tot ${nl(latest)}, en dit orgaan langer. Laat dit orgaan uiterlijk die dag stoppen, of kies een ander bovenliggend orgaan.`))
    const elsewhere = await cast.build.add('organisations', { title: 'Andere club', myDepartmentLabel: 'x' })
    expect(await to({ organisation: elsewhere })).toEqual(refused('parent', 'Dit orgaan hoort bij een andere organisatie. Kies een orgaan van dezelfde organisatie.'))
  })

  it('comes before the organ ends, after it begins, and goes somewhere else', async () => {
    const [above, to] = [await organ('Al boven'), await organ('Straks boven')]
    const moved = await organ('Tijdelijk', { parent: above, endDate: later })
    expect(refusal(await transfer(moved, to, later))).toEqual(refused('validFrom', `Dit orgaan stopt op ${nl(later)}. Kies een dag daarvoor, of haal eerst de einddatum weg.`))
    expect(refusal(await transfer(moved, above, tomorrow))).toEqual(refused('parent', 'Daar valt het orgaan op die dag al onder. Kies een ander bovenliggend orgaan of een andere dag.'))
    const coming = await organ('Komt nog', { startDate: later })
    expect(refusal(await transfer(coming, to, later))).toEqual(refused('validFrom', `Dit orgaan begint op ${nl(later)}. Kies een dag daarna, of wijzig bij het orgaan zelf waar het onder valt.`))
    expect((await transfer(coming, to, addDays(later, 1))).status).toBe(201)
    expect(refusal(await transfer(2_000_000_000, to, tomorrow))).toEqual(refused('organ', 'Dit orgaan bestaat niet. Kies een ander.'))
  })

  it('that began stays, as does the place where an organ begins', async () => {
    const moved = await organ('Begon', { parent: await organ('Begin') })
    const first = await rowsOf<{ id: number }>(kring.payload, 'select id from organ_placements where organ_id = $1', [moved])
    expect(refusal(await api.remove(`/organ-placements/${first[0]?.id}`))).toEqual(refused('', 'Dit is de plaats waar het orgaan begint, geen overdracht. Wijzig bij het orgaan zelf waar het onder valt.'))
    const planned = (await transfer(moved, await organ('Eind'), tomorrow)).body.doc.id
    expect((await api.patch(`/organ-placements/${planned}`, { validFrom: later })).status).toBe(403)
    const request = await reqOn(kring.payload, tomorrow)
    await expect(kring.payload.delete({ collection: 'organ-placements', id: planned, req: request }))
      .rejects.toThrow(`Deze overdracht is ingegaan op ${nl(tomorrow)} en blijft staan. Plan een nieuwe overdracht om het orgaan terug te plaatsen.`)
  })

  it('is held by the database as well', async () => {
    const [moved, to] = [await organ('Muur'), await organ('Muur naar')]
    const put = 'insert into organ_placements (organ_id, parent_id, valid_from) values ($1, $2, $3)'
    expect(await stateOf(put, [moved, to, today])).toBe('organ_placements_from_tomorrow')
    expect(await stateOf(put, [moved, to, tomorrow])).toBe('organ_placements_no_overlap')
    expect(await stateOf('update organ_placements set valid_from = valid_from + 1 where organ_id = $1', [cast.organs.oost])).toBe('organ_placements_counted')
    expect(await stateOf('delete from organ_placements where organ_id = $1', [cast.organs.oost])).toBe('organ_placements_counted')
    expect(await stateOf('update organs set parent_id = $2 where id = $1', [cast.organs.oost, to])).toBe('organs_parent_by_transfer')
  })
})

describe('an organ', () => {
  const byTransfer = 'Dit orgaan heeft of had leden of een overdracht, en verhuist daarom niet zomaar. Plan een overdracht met de dag waarop het onder het andere orgaan komt.'

  it('that was never used is put elsewhere, also in its history', async () => {
    const [moved, to] = [await organ('Vrij'), await organ('Vrij naar')]
    expect((await api.patch(`/organs/${moved}`, { parent: to })).status).toBe(200)
    expect(await placesOf(moved)).toEqual([{ parent: to, from: '2024-01-01', to: null }])
  })

  it('with members or a transfer goes elsewhere by a transfer', async () => {
    const to = await organ('Daarheen')
    expect(refusal(await api.patch(`/organs/${cast.organs.oost}`, { parent: to }))).toEqual(refused('parent', byTransfer))
    const planned = await organ('Gepland')
    await transfer(planned, to, tomorrow)
    expect(refusal(await api.patch(`/organs/${planned}`, { parent: await organ('Ergens') }))).toEqual(refused('parent', byTransfer))
    expect((await api.patch(`/organs/${cast.organs.oost}`, { title: 'Oost' })).status).toBe(200)
    const { body } = await api.graphql(`mutation { updateOrgan(id: ${cast.organs.oost}, data: { parent: ${to} }) { id } }`)
    expect(JSON.stringify(body.errors)).toContain(byTransfer)
  })

  it('with members or a transfer keeps its first day', async () => {
    expect(refusal(await api.patch(`/organs/${cast.organs.oost}`, { startDate: '2019-01-01' }))).toEqual(refused('startDate', 'Dit orgaan heeft of had leden: de ingangsdatum blijft zoals hij was.'))
    const coming = await organ('Komt en gaat', { startDate: later })
    await transfer(coming, await organ('Bestemming'), latest)
    expect(refusal(await api.patch(`/organs/${coming}`, { startDate: latest }))).toEqual(refused('startDate', `Op ${nl(latest)} gaat dit orgaan over naar een ander orgaan. Kies een ingangsdatum daarvoor, of annuleer eerst die overdracht.`))
    expect((await api.patch(`/organs/${coming}`, { startDate: tomorrow })).status).toBe(200)
    expect((await placesOf(coming)).map(({ from }) => from)).toEqual([tomorrow, latest])
  })

  it('may be changed while what is above it is to come under it later', async () => {
    await api.patch(`/organisations/${cast.organisation}`, { mayTransferBranches: true })
    const above = await organ('Eerst boven')
    const [below, aside] = [await organ('Eerst onder', { parent: above }), await organ('Opzij')]
    expect((await transfer(below, aside, later)).status).toBe(201)
    expect((await transfer(above, below, latest)).status).toBe(201)
    expect((await api.patch(`/organs/${below}`, { endDate: addDays(latest, 5) })).status).toBe(200)
    await api.patch(`/organisations/${cast.organisation}`, { mayTransferBranches: false })
  })

  it('does not end before what is planned for it', async () => {
    const [moved, to] = [await organ('Gaat'), await organ('Ontvangt')]
    await transfer(moved, to, later)
    const end = async (id: number, date: LocalDate) => refusal(await api.patch(`/organs/${id}`, { endDate: date }))
    expect(await end(moved, tomorrow)).toEqual(refused('endDate', `Op ${nl(later)} gaat dit orgaan over naar een ander orgaan. Annuleer eerst die overdracht, of kies een einddatum daarna.`))
    expect(await end(to, later)).toEqual(refused('endDate', `Op ${nl(later)} komt Gaat onder dit orgaan. Annuleer eerst die overdracht, of kies een einddatum daarna.`))
    expect((await api.patch(`/organs/${to}`, { endDate: addDays(later, 1) })).status).toBe(200)
    const above = await organ('Verwacht')
    await organ('Nieuw', { parent: above, startDate: later })
    expect(await end(above, later)).toEqual(refused('endDate', `Op ${nl(later)} begint Nieuw onder dit orgaan. Kies een einddatum daarna, of laat Nieuw ergens anders onder vallen.`))
  })
})

describe('an exception membership', () => {
  const exception = (rest: object = {}) => api.post('/exception-memberships', {
    relation: cast.relations.anna, organ: cast.organs.west, membershipType: cast.member, startDate: later, reason: 'Woont net over de grens', ...rest,
  })
  const begun = 'Deze uitzondering is al begonnen: alleen de einddatum en de reden kunnen nog veranderen. Geef haar een einddatum en maak een nieuwe.'

  it('begins today or later, and says who made it (R-EXC-5)', async () => {
    expect(refusal(await exception({ startDate: yesterday }))).toEqual(refused('startDate', 'Een uitzondering gaat op zijn vroegst vandaag in: het verleden verandert niet. Kies vandaag of een latere dag.'))
    const { status, body } = await exception({ relation: cast.relations.bram, startDate: today })
    expect({ status, createdBy: body.doc['createdBy'] }).toMatchObject({ status: 201, createdBy: cast.users.administrator.id })
  })

  it('is for an organ, a type and a relation that fit, once at a time', async () => {
    const elsewhere = await cast.build.add('organisations', { title: 'Derde club', myDepartmentLabel: 'x' })
    const otherType = await cast.build.add('membership-types', { title: 'Lid daar', organisation: elsewhere })
    const archived = await cast.build.person('Archief', { status: 'archived' })
    expect(refusal(await exception({ membershipType: otherType }))).toEqual(refused('membershipType', 'Dit lidmaatschapstype hoort bij een andere organisatie dan het orgaan. Kies een type van dezelfde organisatie.'))
    expect(refusal(await exception({ relation: archived }))).toEqual(refused('relation', 'Deze relatie is niet actief. Kies een actieve relatie, of haal haar eerst uit het archief.'))
    expect(refusal(await exception({ organ: await organ('Voorbij', { endDate: later }) }))).toEqual(refused('organ', `Voorbij bestaat tot ${nl(later)}. Kies een ander orgaan of een eerdere ingangsdatum.`))
    expect(refusal(await exception({ organ: await organ('Straks', { startDate: latest }) }))).toEqual(refused('startDate', `Straks begint pas op ${nl(latest)}. Kies een ingangsdatum vanaf dan.`))
    expect(refusal(await exception({ endDate: later }))).toMatchObject({ status: 400, mistakes: [{ path: 'endDate' }] })
    expect((await exception({ endDate: latest })).status).toBe(201)
    expect(refusal(await exception())).toEqual(refused('startDate', 'Deze relatie heeft in die tijd al een uitzondering voor dit orgaan en dit type. Pas die aan, of kies andere dagen.'))
    expect((await exception({ startDate: latest })).status).toBe(201)
  })

  it('that is planned may change and go; that began only gets an end and another reason, or on its first day begins later', async () => {
    const planned = (await exception({ relation: cast.relations.chris })).body.doc.id
    expect((await api.patch(`/exception-memberships/${planned}`, { organ: cast.organs.oost, startDate: tomorrow })).status).toBe(200)
    expect((await api.remove(`/exception-memberships/${planned}`)).status).toBe(200)
    const running = (await exception({ relation: cast.relations.dina, organ: cast.organs.oost, startDate: today })).body.doc.id
    const change = async (data: object) => refusal(await api.patch(`/exception-memberships/${running}`, data))
    expect(await change({ organ: cast.organs.west })).toEqual(refused('organ', begun))
    expect((await api.patch(`/exception-memberships/${running}`, { endDate: tomorrow, reason: 'Verhuist' })).status).toBe(200)
    expect((await api.patch(`/exception-memberships/${running}`, { endDate: null })).status).toBe(200)
    expect((await api.patch(`/exception-memberships/${running}`, { startDate: tomorrow })).status).toBe(200)
  })

  it('that ended does not begin again, nor end in the past', async () => {
    const relation = cast.relations.emma
    const id = await kring.payload.create({ collection: 'exception-memberships', req: await reqOn(kring.payload, addDays(today, -9)), data: {
      relation, organ: await organ('Zonder leden'), membershipType: cast.member, startDate: today, reason: 'x' } as never }).then((doc) => Number(doc.id))
    const at = async (date: LocalDate, data: object) => kring.payload.update({ collection: 'exception-memberships', id, data: data as never, req: await reqOn(kring.payload, date) })
    await expect(at(latest, { endDate: later })).rejects.toMatchObject({ data: { errors: [{ path: 'endDate', message: 'Een uitzondering eindigt op zijn vroegst vandaag: het verleden verandert niet.' }] } })
    await at(later, { endDate: later })
    await expect(at(latest, { endDate: null })).rejects.toMatchObject({ data: { errors: [{ path: 'endDate', message: `Deze uitzondering is geëindigd op ${nl(later)} en begint niet opnieuw. Maak een nieuwe.` }] } })
  })
})

describe('the doors of the tree', () => {
  it('answer staff, with sentences where nothing is there, and nobody else', async () => {
    for (const path of [`/organisations/${cast.organisation}/tree`, `/organs/${cast.organs.oost}/members-on`, `/organs/${cast.organs.oost}/overlaps`, `/organisations/${cast.organisation}/overlaps`]) {
      expect((await apiOf(kring, cast.users.finance.token).get(path)).status).toBe(200)
      expect((await apiOf(kring, cast.users.rosa.token).get(path)).status).toBe(403)
    }
    expect(refusal(await api.get('/organisations/2000000000/tree'))).toEqual(refused('', 'Deze organisatie bestaat niet. Kies een andere.'))
    expect(refusal(await api.get('/organs/2000000000/overlaps'))).toEqual(refused('', 'Dit orgaan bestaat niet. Kies een ander.'))
    expect((await api.get(`/organisations/${cast.organisation}/tree?date=2026-02-30`)).status).toBe(400)
    expect((await api.get(`/organs/${cast.organs.oost}/overlaps?kind=all`)).status).toBe(400)
  })
})
