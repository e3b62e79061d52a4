import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate, type LocalDate } from '../../src/domain/localDate'
import { organTree } from '../../src/operations/organTree'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { buildersFor, reqOn, rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

/** The day on which the transfer is planned; it is executed ten days later, and today is far beyond. */
const planned = addDays(amsterdamDate(new Date()), -30)
const executed = addDays(planned, 10)
const [before, after] = [addDays(executed, -1), addDays(executed, 1)]

let kring: BootedPayload
let organisation: number
let organs: Readonly<Record<'utrecht' | 'x' | 'y' | 'a', number>>

beforeAll(async () => {
  kring = await bootPayload()
  const build = buildersFor(kring.payload)
  organisation = await build.add('organisations', { title: 'Bond', myDepartmentLabel: 'Mijn Afdeling' })
  const member = await build.add('membership-types', { title: 'Lid', organisation })
  await build.add('rule-versions', { membershipType: member, criteria: { field: 'relation.type', operator: 'equals', value: 'person' }, validFrom: '2020-01-01' })
  const grouping = { ruleMode: 'passThrough' }
  const utrecht = await build.organ(organisation, 'Utrecht', grouping)
  const [x, y] = [await build.organ(organisation, 'Gemeente X', { parent: utrecht, ruleMode: 'none' }), await build.organ(organisation, 'Gemeente Y', { parent: utrecht, ruleMode: 'none' })]
  organs = { utrecht, x, y, a: await build.organ(organisation, 'Afdeling A', { parent: x }) }
  await build.add('rule-versions', { organ: organs.a, criteria: { field: 'address.town', operator: 'equals', value: 'A' }, validFrom: '2020-01-01' })
  await build.person('Jansen', { address: { town: 'A' } })
  await evaluate(planned)
  await kring.payload.create({ collection: 'organ-placements', data: { organ: organs.a, parent: organs.y, validFrom: executed } as never, req: await reqOn(kring.payload, planned) })
})
afterAll(() => kring.destroy())

const evaluate = async (date: LocalDate) => runEvaluation(await reqOn(kring.payload, date), date)
const treeOn = async (date: LocalDate, seenOn: LocalDate) => organTree(await reqOn(kring.payload, seenOn), { organisation, date })
const nodeOn = async (organ: number, date: LocalDate, seenOn: LocalDate) => (await treeOn(date, seenOn)).nodes.find(({ id }) => id === organ)
const parentNow = async () => (await rowsOf<{ parent: number }>(kring.payload, 'select parent_id as parent from organs where id = $1', [organs.a]))[0]?.parent

describe('a transfer that is planned', () => {
  it('changes nothing until its day, but is announced', async () => {
    await evaluate(before)
    expect(await parentNow()).toBe(organs.x)
    const node = await nodeOn(organs.a, before, before)
    expect({ parent: node?.parent, planned: node?.planned }).toEqual({
      parent: organs.x, planned: [{ kind: 'transfer', id: expect.any(Number), date: executed, text: 'Gaat naar Gemeente Y' }],
    })
  })

  it('shows in the tree of a day that is yet to come', async () => {
    const node = await nodeOn(organs.a, executed, before)
    expect({ parent: node?.parent, members: node?.members, planned: node?.planned }).toEqual({ parent: organs.y, members: 1, planned: [] })
  })

  it('is executed by the evaluation of its day, and the days before stay as they were (R-TRF-2)', async () => {
    await evaluate(executed)
    expect(await parentNow()).toBe(organs.y)
    const members = async (date: LocalDate) => Object.fromEntries((await treeOn(date, after)).nodes.map(({ title, members: count }) => [title, count]))
    expect(await members(before)).toEqual({ Utrecht: 1, 'Gemeente X': 1, 'Gemeente Y': 0, 'Afdeling A': 1 })
    expect(await members(executed)).toEqual({ Utrecht: 1, 'Gemeente X': 0, 'Gemeente Y': 1, 'Afdeling A': 1 })
    expect((await nodeOn(organs.a, before, after))?.parent).toBe(organs.x)
    expect((await nodeOn(organs.a, executed, after))?.parent).toBe(organs.y)
  })
})
