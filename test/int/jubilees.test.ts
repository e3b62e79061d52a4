import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMonths, day } from '../../src/domain/localDate'
import { awardJubilees } from '../../src/operations/awardJubilees'
import { buildersFor, reqOn, rowsOf, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let build: Builders
let world: { readonly organisation: number; readonly type: number; readonly silver: number }

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
  const organisation = await build.add('organisations', { title: 'Groen & Buurt' })
  const type = await build.add('membership-types', { title: 'Lid', organisation })
  world = { organisation, type, silver: await build.add('jubilee-types', { title: 'Zilver', membershipType: type, years: 25 }) }
})
afterAll(() => kring.destroy())

/** Somebody with a period as an evaluation of long ago left it. */
async function member(name: string, start: string, { end = null, counted = null }: { readonly end?: string | null; readonly counted?: string | null } = {}): Promise<number> {
  const relation = await build.person(name)
  await rowsOf(kring.payload, `
    insert into memberships (relation_id, organisation_id, membership_type_id, start_date, end_date, counted_from_date, start_reason, end_reason)
    values ($1, $2, $3, $4, $5, $6, 'rules_met', case when $5::date is not null then 'rules_no_longer_met' end)`, [relation, world.organisation, world.type, start, end, counted])
  return relation
}
const award = async (date: string) => awardJubilees(await reqOn(kring.payload, day(date)), day(date))
const awardedTo = async (relation: number) => (await rowsOf<{ date: string }>(kring.payload, 'select date::text as date from jubilees where relation_id = $1 order by 1', [relation])).map(({ date }) => date)

describe('a jubilee (A18)', () => {
  it('is awarded on the very day, once, also when the day is missed or done again', async () => {
    const anna = await member('Bakker', '2001-06-15')
    await award('2026-06-14')
    expect(await awardedTo(anna)).toEqual([])
    await award('2026-06-15')
    await award('2026-06-15')
    expect(await awardedTo(anna)).toEqual(['2026-06-15'])
    const bram = await member('Bos', '2001-06-18')
    expect((await award('2026-06-21')).map(({ date, awarded }) => `${date} ${awarded}`)).toEqual([16, 17, 18, 19, 20, 21].map((date) => `2026-06-${date} ${date === 18 ? 1 : 0}`))
    expect(await awardedTo(bram)).toEqual(['2026-06-18'])
    expect(await awardedTo(anna)).toEqual(['2026-06-15'])
  })

  it('is for unbroken membership only, and counts along what was before Kring', async () => {
    const broken = await member('Smit', '2001-07-01', { end: '2010-01-01' })
    const [ended, imported] = [await member('Kok', '2001-07-01', { end: '2026-07-01' }), await member('Visser', '2024-01-01', { counted: '2001-07-01' })]
    await award('2026-07-01')
    expect([await awardedTo(broken), await awardedTo(ended), await awardedTo(imported)]).toEqual([[], [], ['2026-07-01']])
  })

  it('of a type that is made later is not awarded for days that were', async () => {
    const long = await member('Mulder', '1976-06-30')
    await build.add('jubilee-types', { title: 'Goud', membershipType: world.type, years: 50 })
    await award('2026-07-10')
    expect(await awardedTo(long)).toEqual([])
  })

  it('waits for nobody at the level of an organ: it is of the organisation', async () => {
    const relation = await build.person('Jansen')
    const organ = await build.organ(world.organisation, 'Zeist')
    await rowsOf(kring.payload, `
      insert into memberships (relation_id, organisation_id, organ_id, membership_type_id, start_date, start_reason) values ($1, $2, $3, $4, '2001-07-11', 'rules_met')`, [relation, world.organisation, organ, world.type])
    await award('2026-07-11')
    expect(await awardedTo(relation)).toEqual([])
  })

  it.each([
    ['2000-02-28', 27, '2027-02-28'],
    ['2000-02-29', 27, '2027-02-28'],
    ['2000-03-01', 27, '2027-03-01'],
    ['2001-06-15', 24, '2025-06-15'],
    ['2000-02-29', 25, '2025-02-28'],
    ['2000-02-29', 24, '2024-02-29'],
    ['2001-02-28', 3, '2004-02-28'],
  ])('of a start on %s, after %i years, falls on %s', async (start, years, date) => {
    expect(addMonths(day(start), years * 12)).toBe(date)
    const type = await build.add('jubilee-types', { title: `Na ${years} jaar ${start}`, membershipType: world.type, years })
    const relation = await member(`Start${years}${start}`, start)
    await award(date)
    expect(await rowsOf(kring.payload, 'select date::text as date from jubilees where relation_id = $1 and jubilee_type_id = $2', [relation, type])).toEqual([{ date }])
  })
})
