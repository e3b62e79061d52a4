import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate, type LocalDate } from '../../src/domain/localDate'
import { organMembers } from '../../src/operations/organMembers'
import { organTree } from '../../src/operations/organTree'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { buildersFor, reqOn, type Builders } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

const today = amsterdamDate(new Date())
const [first, moved, later] = [addDays(today, -20), addDays(today, -10), addDays(today, 15)]

let kring: BootedPayload
let build: Builders
let organisation: number
let organs: Readonly<Record<'oost' | 'west' | 'centrum' | 'gestopt', number>>

const townIs = (value: string) => ({ field: 'address.town', operator: 'equals', value })
const evaluate = async (date: LocalDate) => runEvaluation(await reqOn(kring.payload, date), date)

beforeAll(async () => {
  kring = await bootPayload()
  build = buildersFor(kring.payload)
  organisation = await build.add('organisations', { title: 'Groen & Buurt', myDepartmentLabel: 'Mijn Buurt' })
  for (const title of ['Lid', 'Vrijwilliger']) {
    const membershipType = await build.add('membership-types', { title, organisation })
    await build.add('rule-versions', { membershipType, criteria: { field: 'relation.type', operator: 'equals', value: 'person' }, validFrom: '2020-01-01' })
  }
  const branch = async (title: string, rest: Readonly<Record<string, unknown>> = {}) => {
    const organ = await build.organ(organisation, title, rest)
    await build.add('rule-versions', { organ, criteria: townIs(title), validFrom: '2020-01-01' })
    return organ
  }
  const oost = await branch('Oost', { code: 'O1' })
  organs = { oost, west: await branch('West'), centrum: await build.organ(organisation, 'Centrum', { parent: oost, ruleMode: 'passThrough' }), gestopt: await build.organ(organisation, 'Gestopt', { startDate: '2020-01-01' }) }
  const anna = await build.person('Bakker', { firstName: 'Anna', address: { town: 'Oost' } })
  await build.person('de Vries', { firstName: 'Bram', address: { town: 'Oost' } })
  await build.person('Jansen', { firstName: 'Chris', address: { town: 'West' } })
  await evaluate(first)
  await evaluate(addDays(moved, -1))
  await kring.payload.update({ collection: 'relations', id: anna, data: { address: { town: 'West' } } as never })
  await kring.payload.update({ collection: 'organs', id: organs.gestopt, data: { endDate: moved } as never, req: await reqOn(kring.payload, first) })
  await evaluate(moved)
  await evaluate(today)
  await kring.payload.update({ collection: 'organs', id: organs.west, data: { endDate: later } as never })
  await kring.payload.update({ collection: 'rule-versions', id: 3, data: { validTo: later } as never })
  await build.add('rule-versions', { organ: organs.oost, criteria: townIs('Zeist'), validFrom: later })
  await build.organ(organisation, 'Straks', { parent: oost, startDate: later })
})
afterAll(() => kring.destroy())

const treeOn = async (date: LocalDate) => organTree(await reqOn(kring.payload, today), { organisation, date })
const countsOn = async (date: LocalDate) => Object.fromEntries((await treeOn(date)).nodes.map(({ title, members }) => [title, members]))
const membersOn = async (organ: number, date: LocalDate, wish: object = {}) => organMembers(await reqOn(kring.payload, today), { organ, date, ...wish })

describe('the tree', () => {
  it('of today counts everybody once, whatever types somebody holds', async () => {
    expect(await countsOn(today)).toEqual({ Oost: 1, West: 2, Centrum: 1 })
    expect((await treeOn(today)).organisation).toEqual({ id: organisation, title: 'Groen & Buurt', members: 3 })
  })

  it('of a day in the past shows the organs and the members of then', async () => {
    expect(await countsOn(first)).toEqual({ Oost: 2, West: 1, Centrum: 2, Gestopt: 0 })
    expect(await countsOn(addDays(moved, -1))).toEqual({ Oost: 2, West: 1, Centrum: 2, Gestopt: 0 })
    expect(await countsOn(moved)).toEqual({ Oost: 1, West: 2, Centrum: 1 })
    expect(await countsOn(addDays(first, -1))).toEqual({ Oost: 0, West: 0, Centrum: 0, Gestopt: 0 })
  })

  it('of a day that is yet to come shows the organs and the members as they are planned', async () => {
    expect(await countsOn(addDays(later, -1))).toEqual({ Oost: 1, West: 2, Centrum: 1 })
    expect(await countsOn(later)).toEqual({ Oost: 0, Centrum: 0, Straks: 0 })
    expect((await treeOn(later)).organisation.members).toBe(3)
  })

  it('tells what each organ asks and what is planned', async () => {
    const { nodes, upcoming } = await treeOn(today)
    const told = Object.fromEntries(nodes.map(({ title, parent, code, rulesSentence, planned }) => [title, { parent, code, rulesSentence, planned: planned.map(({ kind, date, text }) => `${date} ${kind}: ${text}`) }]))
    expect(told).toEqual({
      Oost: { parent: null, code: 'O1', rulesSentence: 'Woonplaats is Oost', planned: [`${later} rule: Andere regel: Woonplaats is Zeist`] },
      West: { parent: null, code: null, rulesSentence: 'Woonplaats is West', planned: [`${later} end: Stopt, met alles wat eronder valt`] },
      Centrum: { parent: organs.oost, code: null, rulesSentence: null, planned: [] },
    })
    expect(upcoming).toEqual([{ id: expect.any(Number), title: 'Straks', parent: 'Oost', startDate: later }])
    expect((await treeOn(later)).nodes.find(({ title }) => title === 'Oost')?.rulesSentence).toBe('Woonplaats is Zeist')
  })
})

describe('the members of an organ', () => {
  it('are those of the day, with since when and how many days', async () => {
    const { members, count } = await membersOn(organs.oost, first)
    expect(count).toBe(4)
    expect(members.map(({ name, town, membershipType, since, days }) => [name, town, membershipType, since, days])).toEqual([
      ['Anna Bakker', 'West', 'Lid', first, 1], ['Anna Bakker', 'West', 'Vrijwilliger', first, 1],
      ['Bram de Vries', 'Oost', 'Lid', first, 1], ['Bram de Vries', 'Oost', 'Vrijwilliger', first, 1],
    ])
    expect((await membersOn(organs.oost, today)).members.map(({ name, days }) => [name, days])).toEqual([['Bram de Vries', 21], ['Bram de Vries', 21]])
    expect((await membersOn(organs.west, today)).members.map(({ name, since }) => `${name} ${since}`)).toContain(`Anna Bakker ${moved}`)
  })

  it('are found by a part of the name, as one types', async () => {
    expect((await membersOn(organs.west, today, { search: 'ÁNNA bak' })).members.map(({ name }) => name)).toEqual(['Anna Bakker', 'Anna Bakker'])
    expect(await membersOn(organs.west, today, { search: 'Bram' })).toMatchObject({ members: [], count: 0, pages: 0 })
    expect(await membersOn(organs.west, today, { search: '%' })).toMatchObject({ count: 0 })
  })

  it('of a day that is yet to come are those that are planned, since when they are', async () => {
    const before = await membersOn(organs.oost, addDays(later, -1))
    expect(before.members.map(({ name, since }) => `${name} ${since}`)).toEqual([`Bram de Vries ${first}`, `Bram de Vries ${first}`])
    expect(await membersOn(organs.oost, later)).toMatchObject({ date: later, count: 0, members: [] })
  })

  it('come in pages of fifty', async () => {
    const organ = await build.organ(organisation, 'Noord')
    await build.add('rule-versions', { organ, criteria: townIs('Noord'), validFrom: '2020-01-01' })
    for (let index = 0; index < 30; index += 1) await build.person(`Noord${String(index).padStart(2, '0')}`, { address: { town: 'Noord' } })
    await evaluate(today)
    const [one, two] = [await membersOn(organ, today), await membersOn(organ, today, { page: 2 })]
    expect([one.count, one.pages, one.members.length, two.members.length]).toEqual([60, 2, 50, 10])
    expect(new Set([...one.members, ...two.members].map(({ relation, membershipType }) => `${relation} ${membershipType}`)).size).toBe(60)
  })
})
