import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { importMembershipHistory } from '../../src/operations/importMembershipHistory'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { buildersFor, reqOn, rowsOf, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let build: Builders
const today = day('2026-06-01')
const header = 'relatienummer;lidmaatschapstype;orgaan;ingangsdatum;einddatum'

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
  const organisation = await build.add('organisations', { title: 'Groen & Buurt' })
  const membershipType = await build.add('membership-types', { title: 'Lid', organisation })
  const branch = await build.organ(organisation, 'Afdeling Zeist', { code: 'ZST', startDate: '2015-01-01' })
  await build.add('rule-versions', { membershipType, criteria: { field: 'relation.type', operator: 'equals', value: 'person' }, validFrom: '2015-01-01' })
  await build.add('rule-versions', { organ: branch, criteria: { field: 'address.town', operator: 'equals', value: 'Zeist' }, validFrom: '2015-01-01' })
})
afterAll(() => kring.destroy())

const load = async (...lines: readonly string[]) => importMembershipHistory(await reqOn(kring.payload, today), { text: [header, ...lines].join('\n'), today })
const numberOf = async (relation: number) => (await rowsOf<{ number: number }>(kring.payload, 'select number::int as number from relations where id = $1', [relation]))[0]?.number
const corrections = async () => (await rowsOf<{ count: number }>(kring.payload, "select count(*)::int as count from membership_corrections where source = 'import'"))[0]?.count
const periods = async (relation: number) => (await rowsOf<{ days: string }>(kring.payload, `
  select concat_ws(' ', coalesce(o.title, 'organisatie'), m.start_date, coalesce(m.end_date::text, 'open'), m.counted_from_date) as days
    from memberships m left join organs o on o.id = m.organ_id where m.relation_id = $1 order by m.start_date, o.id nulls first`, [relation])).map(({ days }) => days)

describe('imported history', () => {
  it('counts what runs from its first day and adds what is over, by the code or the title of the organ', async () => {
    const anna = await build.person('Bakker', { address: { town: 'Zeist' } })
    await runEvaluation(await reqOn(kring.payload, day('2026-03-01')), day('2026-03-01'))
    const number = await numberOf(anna)
    const result = await load(`${number};Lid;;15-6-2001;`, `${number};lid;zst;2018-05-01;`, `${number};Lid;Afdeling Zeist;2015-02-01;2016-02-01`)
    expect(result).toEqual({ lines: 3, periods: 4, mistakes: [] })
    expect(await periods(anna)).toEqual(['organisatie 2015-02-01 2016-02-01', 'Afdeling Zeist 2015-02-01 2016-02-01', 'organisatie 2026-03-01 open 2001-06-15', 'Afdeling Zeist 2026-03-01 open 2018-05-01'])
    expect(await rowsOf(kring.payload, "select distinct reason, source from membership_corrections")).toEqual([{ reason: 'Import van historie', source: 'import' }])
  })

  it('tells of every bad line with its number, and then writes nothing', async () => {
    const bram = await build.person('Bos')
    const [number, before] = [await numberOf(bram), await corrections()]
    const { lines, periods: written, mistakes } = await load(
      `${number};Lid;;2001-01-01;2002-01-01`, '999999;Lid;;2001-01-01;', `${number};Donateur;;2001-01-01;`, `${number};Lid;Afdeling Mars;2001-01-01;`, `${number};Lid;ZST;2010-01-01;2011-01-01`,
      `${number};Lid;;2001-02-30;`, `${number};Lid;;2030-01-01;2031-01-01`, `${number};Lid;;2001-01-01;`, `${number};Lid;;`,
    )
    expect({ lines, written }).toEqual({ lines: 0, written: 0 })
    expect(mistakes.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(/^3 Regel 3, Er is geen relatie met nummer “999999”/), expect.stringMatching(/^4 .*geen lidmaatschapstype “Donateur”/), expect.stringMatching(/^5 .*“Afdeling Mars”/),
      expect.stringMatching(/^6 .*bestond dit orgaan niet/), expect.stringMatching(/^7 .*ingangsdatum: .*geen bestaande datum/), expect.stringMatching(/^8 .*moet nog komen/),
      expect.stringMatching(/^9 .*nu geen lid/), expect.stringMatching(/^10 /),
    ])
    expect(await corrections()).toBe(before)
    expect(await periods(bram)).toEqual([])
  })

  it('again changes nothing', async () => {
    const dina = await build.person('Smit')
    const line = `${await numberOf(dina)};Lid;;2001-01-01;2002-01-01`
    expect((await load(line)).periods).toBe(1)
    expect((await load(line)).periods).toBe(0)
  })

  it('of ten thousand lines takes seconds', async () => {
    await rowsOf(kring.payload, `
      insert into relations (number, type, status, last_name, display_name, sort_name, search_text) select nextval('relation_numbers'), 'person', 'active', 'Veel', 'Veel', 'Veel', 'veel' from generate_series(1, 5000)`)
    const many = await rowsOf<{ number: string }>(kring.payload, "select number from relations where last_name = 'Veel' order by 1")
    const lines = many.flatMap(({ number }, index) => [`${number};Lid;ZST;${addDays(day('2016-01-01'), index % 300)};2017-01-01`, `${number};Lid;;2018-01-01;${addDays(day('2018-06-01'), index % 300)}`])
    const begun = performance.now()
    expect(await load(...lines)).toMatchObject({ lines: 10_000, periods: 15_000, mistakes: [] })
    expect(performance.now() - begun).toBeLessThan(15_000)
  })
})
