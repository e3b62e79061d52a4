import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { correctMembership, type CorrectionCommand } from '../../src/operations/correctMembership'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { buildersFor, reqOn, rowsOf, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { MembershipsTab } from '../../views/RelationCard/MembershipsTab'

let kring: BootedPayload
let build: Builders
let world: { readonly organisation: number; readonly membershipType: number; readonly province: number; readonly branch: number; readonly administrator: number }
const today = day('2026-06-01')

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
  const administrator = (await build.user('beheer', { role: 'administrator' })).id
  const organisation = await build.add('organisations', { title: 'Groen & Buurt' })
  const membershipType = await build.add('membership-types', { title: 'Lid', organisation })
  const rule = (scope: object, criteria: object) => build.add('rule-versions', { ...scope, criteria, validFrom: '2020-01-01' })
  await rule({ membershipType }, { field: 'relation.type', operator: 'equals', value: 'person' })
  const province = await build.organ(organisation, 'Utrecht')
  await rule({ organ: province }, { field: 'address.province', operator: 'equals', value: 'Utrecht' })
  const branch = await build.organ(organisation, 'Zeist', { parent: province })
  await rule({ organ: branch }, { field: 'address.town', operator: 'equals', value: 'Zeist' })
  world = { organisation, membershipType, province, branch, administrator }
})
afterAll(() => kring.destroy())

const someone = (name: string) => build.person(name, { address: { town: 'Zeist', province: 'Utrecht' } })
const evaluate = async (date: string) => runEvaluation(await reqOn(kring.payload, day(date)), day(date))
const correct = async (relation: number, rest: Partial<CorrectionCommand>) => correctMembership(await reqOn(kring.payload, today, { id: world.administrator }), {
  relation, organisation: world.organisation, membershipType: world.membershipType, organ: null, action: 'add', reason: 'Fout in de oude administratie', today, ...rest,
})

type Stored = { readonly id: number; readonly organ_id: number | null; readonly days: string }
const stored = (relation: number) => rowsOf<Stored>(kring.payload, `
  select id, organ_id, concat_ws(' ', start_date, coalesce(end_date::text, 'open'), counted_from_date) as days from memberships where relation_id = $1 order by organ_id nulls first, start_date`, [relation])
const daysAt = async (relation: number, organ: number | null) => (await stored(relation)).filter((row) => row.organ_id === organ).map(({ days }) => days)
const openAt = async (relation: number, organ: number | null): Promise<number> => (await stored(relation)).find((row) => row.organ_id === organ && row.days.includes('open'))?.id ?? 0

describe('a correction', () => {
  let anna: number
  beforeAll(async () => {
    anna = await someone('Bakker')
    await evaluate('2026-03-01')
  })

  it('is first a preview that writes nothing and agrees with what is done next', async () => {
    const command = { action: 'change' as const, organ: world.branch, membershipId: await openAt(anna, world.branch), startDate: day('2025-03-01') }
    const preview = await correct(anna, { ...command, isPreview: true, reason: '' })
    expect(await daysAt(anna, world.branch)).toEqual(['2026-03-01 open'])
    expect(await correct(anna, command)).toEqual(preview)
    for (const organ of [null, world.province, world.branch]) expect(await daysAt(anna, organ)).toEqual(['2025-03-01 open'])
    expect(preview.changes.map(({ title }) => title).sort()).toEqual(['Utrecht', 'Zeist', null].sort())
  })

  it('keeps what was known, with who and why, and is a mutation of its own beside those of the past', async () => {
    expect(await rowsOf(kring.payload, `
      select kind, source, previous_start_date::text as was, start_date::text as is, reason, corrected_by_id as by from membership_corrections where relation_id = $1 and organ_id = $2`, [anna, world.branch]))
      .toEqual([{ kind: 'changed', source: 'manual', was: '2026-03-01', is: '2025-03-01', reason: 'Fout in de oude administratie', by: world.administrator }])
    expect(await rowsOf(kring.payload, 'select kind, date::text as date, reason from membership_mutations where relation_id = $1 and organ_id = $2 order by id', [anna, world.branch]))
      .toEqual([{ kind: 'joined', date: '2026-03-01', reason: 'rules_met' }, { kind: 'corrected', date: '2026-06-01', reason: 'correction' }])
  })

  it('is never rewritten', async () => {
    await expect(rowsOf(kring.payload, "update membership_corrections set reason = 'anders'")).rejects.toMatchObject({ constraint: 'append_only' })
  })

  it('adds a period that is over, swallowing what it touches', async () => {
    await correct(anna, { organ: world.branch, startDate: day('2024-01-01'), endDate: day('2024-06-01') })
    await correct(anna, { organ: world.branch, startDate: day('2024-06-01'), endDate: day('2024-09-01') })
    expect(await daysAt(anna, world.branch)).toEqual(['2024-01-01 2024-09-01', '2025-03-01 open'])
    await correct(anna, { organ: world.branch, startDate: day('2024-09-01'), endDate: day('2025-03-01') })
    for (const organ of [null, world.province, world.branch]) expect(await daysAt(anna, organ)).toEqual(['2024-01-01 open'])
  })

  it('removes a period with what is below it', async () => {
    const bram = await someone('Bos')
    await correct(bram, { organ: world.branch, startDate: day('2024-01-01'), endDate: day('2024-06-01') })
    const [province] = (await stored(bram)).filter(({ organ_id: organ }) => organ === world.province)
    await correct(bram, { action: 'remove', organ: world.province, membershipId: province?.id })
    expect((await stored(bram)).map(({ organ_id: organ, days }) => ({ organ, days }))).toEqual([{ organ: null, days: '2024-01-01 2024-06-01' }])
    expect(await rowsOf(kring.payload, "select organ_id as organ from membership_corrections where relation_id = $1 and kind = 'removed' order by 1", [bram]))
      .toEqual([{ organ: world.province }, { organ: world.branch }])
  })

  it('lets days count from before Kring, above as well', async () => {
    await correct(anna, { action: 'change', organ: world.branch, membershipId: await openAt(anna, world.branch), countedFromDate: day('2001-06-15') })
    for (const organ of [null, world.province, world.branch]) expect(await daysAt(anna, organ)).toEqual(['2024-01-01 open 2001-06-15'])
  })

  it('shrinks one period and moves the next in one go: two periods never overlap on the way', async () => {
    const chris = await someone('Smit')
    await correct(chris, { startDate: day('2023-01-01'), endDate: day('2023-03-01') })
    await correct(chris, { startDate: day('2023-05-01'), endDate: day('2023-07-01') })
    const [, second] = await stored(chris)
    await correct(chris, { action: 'change', membershipId: second?.id, startDate: day('2023-02-01'), endDate: day('2023-06-01') })
    expect(await daysAt(chris, null)).toEqual(['2023-01-01 2023-06-01'])
  })

  it('is told on the relation card: under the period what it was, and in a list what was done and why', async () => {
    const tab = async (query: Readonly<Record<string, string>>, roles: readonly ('administrator' | 'finance')[]) => renderToStaticMarkup(await MembershipsTab({
      req: await reqOn(kring.payload, today), id: anna, language: 'nl', today, roles, query }))
    const [whole, short] = [await tab({}, ['administrator']), await tab({ level: 'organisation' }, ['finance'])]
    expect(whole).toMatch(/gecorrigeerd op .* door beheer: was 1 jan 2024 – heden/)
    expect(whole).toMatch(/Correcties.*Fout in de oude administratie/)
    expect(whole).toContain('/admin/lidmaatschap-corrigeren?relation=')
    expect([short.includes('Zeist'), short.includes('lidmaatschap-corrigeren')]).toEqual([false, false])
  })

  it('leaves the rest to the evaluation, which goes on as if it had always been so', async () => {
    await evaluate('2026-06-01')
    await kring.payload.update({ collection: 'relations', id: anna, data: { address: { town: 'Elders', province: 'Utrecht' } }, req: await reqOn(kring.payload, day('2026-06-02')) })
    await evaluate('2026-06-02')
    expect(await daysAt(anna, world.branch)).toEqual(['2024-01-01 2026-06-02 2001-06-15'])
    expect(await daysAt(anna, null)).toEqual(['2024-01-01 open 2001-06-15'])
  })
})

describe('what is not the past is refused', () => {
  it.each([
    ['an end for what runs', { action: 'change', endDate: day('2026-05-01') }, 'CORRECTION_OPEN_END'],
    ['a start that is yet to come', { action: 'change', startDate: day('2026-06-03') }, 'CORRECTION_IN_FUTURE'],
    ['nothing at all', { action: 'change' }, 'CORRECTION_NOTHING'],
    ['no reason', { action: 'change', startDate: day('2025-01-01'), reason: '  ' }, 'CORRECTION_REASON_REQUIRED'],
    ['a period without days', { action: 'add' }, 'CORRECTION_DATES_REQUIRED'],
  ] as const)('%s', async (_what, rest, code) => {
    const dina = await someone('Mulder')
    await evaluate('2026-06-02')
    await expect(correct(dina, { membershipId: await openAt(dina, null), today: day('2026-06-02'), ...rest } as Partial<CorrectionCommand>)).rejects.toMatchObject({ code })
  })

  it('a type of another organisation', async () => {
    const elsewhere = await build.add('membership-types', { title: 'Lid elders', organisation: await build.add('organisations', { title: 'Elders' }) })
    await expect(correct(await someone('Kok'), { membershipType: elsewhere, startDate: day('2024-01-01'), endDate: day('2024-02-01') })).rejects.toMatchObject({ code: 'CORRECTION_MEMBERSHIP_UNKNOWN' })
  })

  it('past the operation as well: the database holds a derived period', async () => {
    await expect(rowsOf(kring.payload, "update memberships set start_date = start_date - 1")).rejects.toMatchObject({ constraint: 'memberships_derived' })
  })
})
