import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate, type LocalDate } from '../../src/domain/localDate'
import { overlapPeople, overlapReport, type ReportPlace } from '../../src/operations/overlapReport'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { buildersFor, reqOn } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

/*
 * Utrecht falls apart into K (towns A, B) and L (towns B, C): who lives in B is in both, who lives in D in neither. Below
 * K is only K-Zuid (town A). Whoever is no member of Utrecht lives in Elders.
 */
const today = amsterdamDate(new Date())
const past = addDays(today, -5)

let kring: BootedPayload
let organisation: number
let organs: Readonly<Record<'utrecht' | 'k' | 'l' | 'zuid', number>>

const townIn = (...value: readonly string[]) => ({ field: 'address.town', operator: 'oneOf', value })

beforeAll(async () => {
  kring = await bootPayload()
  const build = buildersFor(kring.payload)
  organisation = await build.add('organisations', { title: 'Bond', myDepartmentLabel: 'Mijn Afdeling' })
  const member = await build.add('membership-types', { title: 'Lid', organisation })
  const helper = await build.add('membership-types', { title: 'Vrijwilliger', organisation })
  for (const [membershipType, criteria] of [[member, { field: 'relation.type', operator: 'equals', value: 'person' }], [helper, townIn('C', 'D')]] as const) {
    await build.add('rule-versions', { membershipType, criteria, validFrom: '2020-01-01' })
  }
  const branch = async (title: string, parent: number | undefined, ...towns: readonly string[]) => {
    const organ = await build.organ(organisation, title, { parent })
    await build.add('rule-versions', { organ, criteria: townIn(...towns), validFrom: '2020-01-01' })
    return organ
  }
  const utrecht = await branch('Utrecht', undefined, 'A', 'B', 'C', 'D')
  const k = await branch('K', utrecht, 'A', 'B')
  organs = { utrecht, k, l: await branch('L', utrecht, 'B', 'C'), zuid: await branch('K-Zuid', k, 'A') }
  for (const [name, town] of [['Aafje', 'A'], ['Anton', 'A'], ['Bea', 'B'], ['Bob', 'B'], ['Cor', 'C'], ['Dirk', 'D'], ['Els', 'Elders']] as const) await build.person(name, { address: { town } })
  await runEvaluation(await reqOn(kring.payload, past), past)
  const [bob] = (await kring.payload.find({ collection: 'relations', where: { lastName: { equals: 'Bob' } } })).docs
  await kring.payload.update({ collection: 'relations', id: Number(bob?.id), data: { address: { town: 'D' } } as never })
  await runEvaluation(await reqOn(kring.payload, today), today)
})
afterAll(() => kring.destroy())

const reportOn = async (place: ReportPlace, date: LocalDate) => (await overlapReport(await reqOn(kring.payload, today), place, date)).levels
  .map(({ level, inSeveral, inNone, organs: rows }) => ({ level, inSeveral, inNone, organs: rows.map(({ title, organsBelow, members, inSeveral: several, inNone: none }) => [title, organsBelow, members, several, none]) }))
const whoOn = async (place: ReportPlace, kind: 'several' | 'none', date: LocalDate) =>
  (await overlapPeople(await reqOn(kring.payload, today), place, { kind, date, page: 1 })).people.map(({ name, membershipType, organs: where }) => [name, membershipType, where.join('+')])

describe('the report of overlaps and gaps', () => {
  it('counts for each level who is in several organs below, and who in none (R-RULE-4)', async () => {
    expect(await reportOn({ organisation }, today)).toEqual([
      { level: 0, inSeveral: 0, inNone: 1, organs: [['Bond', 1, 7, 0, 1]] },
      { level: 1, inSeveral: 1, inNone: 2, organs: [['Utrecht', 2, 6, 1, 2]] },
      { level: 2, inSeveral: 0, inNone: 1, organs: [['K', 1, 3, 0, 1]] },
    ])
  })

  it('begins at any organ, and looks at any day of the past', async () => {
    expect(await reportOn({ organ: organs.utrecht }, past)).toEqual([
      { level: 0, inSeveral: 2, inNone: 1, organs: [['Utrecht', 2, 6, 2, 1]] },
      { level: 1, inSeveral: 0, inNone: 2, organs: [['K', 1, 4, 0, 2]] },
    ])
    expect(await reportOn({ organ: organs.zuid }, today)).toEqual([])
    expect(await reportOn({ organ: organs.utrecht }, addDays(today, 30))).toEqual(await reportOn({ organ: organs.utrecht }, today))
  })

  it('names them with their type, and the organs they are in', async () => {
    expect(await whoOn({ organ: organs.utrecht }, 'several', past)).toEqual([['Bea', 'Lid', 'K+L'], ['Bob', 'Lid', 'K+L']])
    expect(await whoOn({ organ: organs.utrecht }, 'none', today)).toEqual([['Bob', 'Lid', ''], ['Bob', 'Vrijwilliger', ''], ['Dirk', 'Lid', ''], ['Dirk', 'Vrijwilliger', '']])
    expect(await whoOn({ organisation }, 'none', today)).toEqual([['Els', 'Lid', '']])
    expect(await whoOn({ organ: organs.zuid }, 'several', today)).toEqual([])
  })

  it('refuses what does not exist', async () => {
    await expect(overlapReport(await reqOn(kring.payload, today), { organ: 2_000_000_000 }, today)).rejects.toMatchObject({ code: 'ORGAN_UNKNOWN' })
    await expect(overlapReport(await reqOn(kring.payload, today), { organisation: 2_000_000_000 }, today)).rejects.toMatchObject({ code: 'ORGANISATION_UNKNOWN' })
  })
})
