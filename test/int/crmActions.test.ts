import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCrmArtefactsNow } from '../../jobs/makeCrmArtefacts'
import { day } from '../../src/domain/localDate'
import { archiveOrgan } from '../../src/operations/archiveOrgan'
import { makeCrmArtefacts } from '../../src/operations/makeCrmArtefacts'
import { inTransaction } from '../../src/store/transaction'
import { buildersFor, reqOn, rowsOf, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let build: Builders
let organisation: number
let secretary: number
const today = day('2026-06-01')

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
  organisation = await build.add('organisations', { title: 'Groen & Buurt' })
  secretary = await build.add('function-types', { title: 'Secretaris', isRepresentative: false })
})
afterAll(() => kring.destroy())

const rows = <Row extends Readonly<Record<string, unknown>>>(query: string, values: readonly unknown[] = []) => rowsOf<Row>(kring.payload, query, values)
const action = (kind: string, rest: object = {}) => build.add('crm-actions', { organisation, kind, title: '{orgaan}', ...rest })
const make = async (date = today) => makeCrmArtefacts(await reqOn(kring.payload, date), date)
const queued = async () => (await rows<{ count: number }>("select count(*)::int as count from pgboss.job where name = 'make-crm-artefacts'"))[0]?.count
const itemsOf = (organ: number) => rows<{ kind: string; title: string; archived: string | null }>('select kind, title, archived_on::text as archived from crm_artefacts where organ_id = $1 order by action_id', [organ])
const listOf = async (organ: number, kind: string) => (await rows<{ id: number; title: string; sentence: string; criteria: unknown }>(
  'select l.id, l.title, l.sentence, l.criteria from crm_artefacts made join relation_lists l on l.id = made.list_id where made.organ_id = $1 and made.kind = $2', [organ, kind]))[0]
const relationOf = async (organ: number) => (await rows<{ id: number; name: string; search: string; status: string }>(
  'select r.id, r.display_name as name, r.search_text as search, r.status from crm_artefacts made join relations r on r.id = made.relation_id where made.organ_id = $1', [organ]))[0]

describe('an action', () => {
  it('of a view comes after the group of members that it shows', async () => {
    await expect(action('view', { title: 'Leden van {orgaan}', functionType: secretary })).rejects.toMatchObject({ data: { errors: [{ path: 'kind', message: expect.stringContaining('Groep van leden') as string }] } })
  })

  it.each([
    ['without the name of the organ', 'relation', { title: 'Afdeling' }, 'title'],
    ['for holders of no function', 'functionGroup', {}, 'functionType'],
  ])('%s is refused', async (_what, kind, rest, path) => {
    await expect(action(kind, rest)).rejects.toMatchObject({ data: { errors: [{ path }] } })
  })

  it('and its organs ask the worker to make what is missing, in the transaction of the change', async () => {
    await build.organ(organisation, 'Zeist', { code: 'ZST' })
    expect(await queued()).toBe(0)
    const id = await action('relation', { title: 'Afdeling {orgaan}' })
    expect(await queued()).toBe(1)
    await expect(kring.payload.update({ collection: 'crm-actions', id, data: { kind: 'memberGroup' } })).rejects.toMatchObject({ data: { errors: [{ path: 'kind' }] } })
    const req = await reqOn(kring.payload, today)
    await expect(inTransaction(req, async () => {
      await kring.payload.create({ collection: 'organs', data: { organisation, title: 'Nooit', startDate: '2026-01-01', ruleMode: 'none' }, req })
      throw new Error('undone')
    })).rejects.toThrow('undone')
    expect(await queued()).toBe(1)
    await build.organ(organisation, 'Bilthoven')
    expect(await queued()).toBe(2)
  })
})

describe('what an organ gets (A17)', () => {
  let zeist: number
  beforeAll(async () => {
    zeist = (await rows<{ id: number }>("select id from organs where title = 'Zeist'"))[0]?.id ?? 0
    await action('memberGroup', { title: 'Leden van {orgaan}' })
    await action('functionGroup', { title: 'Secretarissen van {orgaan}', functionType: secretary })
    await action('view', { title: 'Leden van {orgaan}', functionType: secretary })
    await action('rights', { functionType: secretary, seesFund: true })
  })

  it('is made once, also by two workers at the same time', async () => {
    const runs = await Promise.all([make(), make()])
    expect(runs.map(({ made }) => made).sort((one, other) => one - other)).toEqual([0, 10])
    expect((await make()).made).toBe(0)
    expect((await itemsOf(zeist)).map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'relation Afdeling Zeist', 'memberGroup Leden van Zeist', 'functionGroup Secretarissen van Zeist', 'view Leden van Zeist', 'rights Zeist'])
  })

  it('is a relation that is found by its name, and groups that say who is in them', async () => {
    expect(await relationOf(zeist)).toMatchObject({ name: 'Afdeling Zeist', search: expect.stringContaining('afdeling zeist') as string })
    expect(await listOf(zeist, 'memberGroup')).toMatchObject({ criteria: { field: 'membership.current', operator: 'oneOf', value: [zeist] }, sentence: expect.stringContaining('Zeist') as string })
    expect(await listOf(zeist, 'functionGroup')).toMatchObject({ criteria: { field: 'function.active', operator: 'oneOf', value: { types: [secretary], organs: [zeist] } }, sentence: expect.stringContaining('Secretaris') as string })
  })

  it('lets whoever holds the function represent the organ', async () => {
    const rosa = await build.person('Visser')
    await build.add('functions', { holder: rosa, type: secretary, organ: zeist, startDate: '2026-01-01' })
    expect(await rows('select organ_id, sees_fund from organs_represented_by($1, $2)', [rosa, today])).toEqual([{ organ_id: zeist, sees_fund: true }])
  })

  it('is made whole or not at all', async () => {
    const utrecht = await build.organ(organisation, 'Utrecht')
    const req = await reqOn(kring.payload, today)
    await expect(inTransaction(req, async () => { await makeCrmArtefacts(req, today); throw new Error('killed') })).rejects.toThrow('killed')
    expect(await itemsOf(utrecht)).toEqual([])
    await makeCrmArtefactsNow(kring.payload)
    expect((await itemsOf(utrecht)).length).toBe(5)
    expect((await rows("select from relations where display_name = 'Afdeling Utrecht'")).length).toBe(1)
  })

  it('has a name of its own where another has it already, and waits until the organ begins', async () => {
    await build.add('relation-lists', { title: 'Leden van Soest', criteria: { field: 'relation.type', operator: 'equals', value: 'person' } })
    const [one, other] = [await build.organ(organisation, 'Soest', { code: 'SST' }), await build.organ(organisation, 'Soest', { startDate: '2026-07-01' })]
    await make()
    expect((await listOf(one, 'memberGroup'))?.title).toBe('Leden van Soest (SST)')
    expect(await itemsOf(other)).toEqual([])
    await make(day('2026-07-01'))
    expect((await listOf(other, 'memberGroup'))?.title).toBe(`Leden van Soest (#${other})`)
    expect((await make(day('2026-07-01'))).renamed).toBe(0)
  })

  it('is renamed with its organ, but for what somebody renamed (R-ACT-4)', async () => {
    const group = await listOf(zeist, 'functionGroup')
    await kring.payload.update({ collection: 'relation-lists', id: group?.id ?? 0, data: { title: 'Onze secretarissen' } })
    await kring.payload.update({ collection: 'organs', id: zeist, data: { title: 'Zeist-Oost' }, req: await reqOn(kring.payload, today) })
    await make()
    expect(await relationOf(zeist)).toMatchObject({ name: 'Afdeling Zeist-Oost', search: expect.stringContaining('zeist-oost') as string })
    expect(await listOf(zeist, 'memberGroup')).toMatchObject({ title: 'Leden van Zeist-Oost', sentence: expect.stringContaining('Zeist-Oost') as string })
    expect((await listOf(zeist, 'functionGroup'))?.title).toBe('Onze secretarissen')
    expect((await itemsOf(zeist)).map(({ title }) => title)).toEqual(['Afdeling Zeist-Oost', 'Leden van Zeist-Oost', 'Secretarissen van Zeist', 'Leden van Zeist-Oost', 'Zeist-Oost'])
  })
})

describe('when an organ ends (R-END-3, R-END-4)', () => {
  const endOf = (organ: number) => rows<{ end: string | null }>('select end_date::text as end from functions where organ_id = $1', [organ])
  const archive = async (organ: number, date: string) => archiveOrgan(await reqOn(kring.payload, day(date)), { organ, today: day(date) })

  it('everything stays until somebody archives it; then its functions end and nobody represents it', async () => {
    const organ = await build.organ(organisation, 'Doorn')
    await make()
    const holder = await build.person('Mulder')
    await build.add('functions', { holder, type: secretary, organ, startDate: '2026-01-01' })
    await expect(archive(organ, '2026-06-30')).rejects.toMatchObject({ code: 'ORGAN_NOT_ENDED' })
    await kring.payload.update({ collection: 'organs', id: organ, data: { endDate: '2026-06-30' }, req: await reqOn(kring.payload, today) })
    await make(day('2026-06-30'))
    expect([await relationOf(organ), await endOf(organ)]).toMatchObject([{ status: 'active' }, [{ end: null }]])
    expect(await archive(organ, '2026-07-02')).toEqual({ functions: 1, items: 5 })
    expect([await relationOf(organ), await endOf(organ)]).toMatchObject([{ status: 'archived' }, [{ end: '2026-07-02' }]])
    expect(new Set((await itemsOf(organ)).map(({ archived }) => archived))).toEqual(new Set(['2026-07-02']))
    expect(await rows('select organ_id from organs_represented_by($1, $2)', [holder, '2026-07-02'])).toEqual([])
    expect(await archive(organ, '2026-07-03')).toEqual({ functions: 0, items: 0 })
  })

  it('archiving its relation by hand ends the functions at it as well', async () => {
    const organ = await build.organ(organisation, 'Rhenen')
    await make()
    await build.add('functions', { holder: await build.person('Kok'), type: secretary, organ, startDate: '2026-01-01' })
    await kring.payload.update({ collection: 'relations', id: (await relationOf(organ))?.id ?? 0, data: { status: 'archived' }, req: await reqOn(kring.payload, today) })
    expect(await endOf(organ)).toEqual([{ end: '2026-06-01' }])
    expect((await itemsOf(organ)).map(({ kind, archived }) => `${kind} ${archived ?? 'stays'}`)[0]).toBe('relation 2026-06-01')
  })
})

it('makes what a thousand organs need in seconds', async () => {
  await rows("insert into organs (title, organisation_id, start_date, rule_mode) select 'Orgaan ' || n, $1, '2026-01-01', 'none' from generate_series(1, 1000) n", [organisation])
  const begun = performance.now()
  expect((await make()).made).toBe(5_000)
  expect(performance.now() - begun).toBeLessThan(15_000)
})
