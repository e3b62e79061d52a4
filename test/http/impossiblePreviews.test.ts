import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate } from '../../src/domain/localDate'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let cast: Cast
let api: Api
let organs: Readonly<Record<'province' | 'other' | 'town' | 'part' | 'ended', number>>
let elsewhere: number

const today = amsterdamDate(new Date())
const [tomorrow, later] = [addDays(today, 1), addDays(today, 30)]

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  api = apiOf(kring, cast.users.administrator.token)
  const { build, organisation } = cast
  const [province, other, ended] = [await build.organ(organisation, 'Provincie'), await build.organ(organisation, 'Andere provincie'), await build.organ(organisation, 'Stopt morgen', { endDate: tomorrow })]
  const town = await build.organ(organisation, 'Gemeente', { parent: province })
  organs = { province, other, town, ended, part: await build.organ(organisation, 'Wijk', { parent: town }) }
  elsewhere = await build.organ(await build.add('organisations', { title: 'Elders', myDepartmentLabel: 'Mijn', exceptionMode: 'override' }), 'Ver weg')
})
afterAll(() => kring.destroy())

const preview = async (change: object) => {
  const answer = await api.post('/organs/preview', change)
  return { status: answer.status, mistakes: mistakesIn(answer) }
}
const inTown = { field: 'address.town', operator: 'equals', value: 'Oost' }

describe('the preview of a transfer that cannot be', () => {
  it.each([
    ['to itself', () => ({ organ: organs.part, parent: organs.part, date: later }), 'parent', /./],
    ['to an organ that does not exist', () => ({ organ: organs.part, parent: 987_654, date: later }), 'parent', /./],
    ['to another organisation', () => ({ organ: organs.part, parent: elsewhere, date: later }), 'parent', /./],
    ['per today', () => ({ organ: organs.part, parent: organs.other, date: today }), 'validFrom', /op zijn vroegst morgen/],
    ['in the past', () => ({ organ: organs.part, parent: organs.other, date: addDays(today, -1) }), 'validFrom', /op zijn vroegst morgen/],
    ['of what has organs below it', () => ({ organ: organs.town, parent: organs.other, date: later }), 'organ', /Wijk valt onder dit orgaan/],
    ['to where it is', () => ({ organ: organs.part, parent: organs.town, date: later }), 'parent', /al onder/],
    ['to what has ended by then', () => ({ organ: organs.part, parent: organs.ended, date: later }), 'parent', /Stopt morgen/],
    ['of what has ended by then', () => ({ organ: organs.ended, parent: organs.other, date: later }), 'validFrom', /stopt op/],
  ] as const)('is refused as saving is: %s', async (_name, change, path, sentence) => {
    const { organ, parent, date } = change()
    const [previewed, saved] = [await preview({ kind: 'transfer', organ, parent, date }), await api.post('/organ-placements', { organ, parent, validFrom: date })]
    expect(previewed).toMatchObject({ status: 400, mistakes: [{ path, message: expect.stringMatching(sentence) }] })
    if (parent !== 987_654) expect(previewed.mistakes).toEqual(mistakesIn(saved))
  })

  it('is refused where the organ would be under itself', async () => {
    await api.patch(`/organisations/${cast.organisation}`, { mayTransferBranches: true })
    expect((await preview({ kind: 'transfer', organ: organs.province, parent: organs.part, date: later })).mistakes.map(({ path }) => path)).toEqual(['parent'])
    expect((await preview({ kind: 'transfer', organ: organs.part, parent: organs.other, date: later })).status).toBe(200)
    await api.patch(`/organisations/${cast.organisation}`, { mayTransferBranches: false })
  })
})

describe('the preview of an end that cannot be', () => {
  it('is refused as saving is', async () => {
    await api.post('/organ-placements', { organ: organs.part, parent: organs.other, validFrom: later })
    for (const [organ, date] of [[organs.town, addDays(today, -1)], [organs.part, addDays(later, -1)]] as const) {
      const [previewed, saved] = [await preview({ kind: 'end', organ, date }), await api.patch(`/organs/${organ}`, { endDate: date })]
      expect(previewed).toEqual({ status: 400, mistakes: mistakesIn(saved) })
      expect(previewed.mistakes.map(({ path }) => path)).toEqual(['endDate'])
    }
    expect((await preview({ kind: 'end', organ: organs.part, date: addDays(later, 1) })).status).toBe(200)
  })
})

describe('the preview of a rule that cannot be', () => {
  const rule = (criteria: unknown, rest: object = {}) => preview({ kind: 'rule', organ: cast.organs.oost, criteria, date: later, ...rest })

  it('names every mistake with its place', async () => {
    const criteria = { op: 'and', rules: [inTown, { field: 'custom.text.shoeSize', operator: 'isEmpty' }, { field: 'list.member', operator: 'oneOf', value: [9_999] }] }
    expect(await rule(criteria)).toMatchObject({ status: 400, mistakes: [{ path: 'criteria.rules.1.field' }, { path: 'criteria.rules.2.value', message: expect.stringMatching(/9999 gekozen/) }] })
    expect((await rule({ op: 'or', rules: [] })).mistakes.map(({ path }) => path)).toEqual(['criteria.rules'])
  })

  it('keeps to the days on which rules may begin and end', async () => {
    expect((await rule(inTown, { date: today })).mistakes).toMatchObject([{ path: 'validFrom', message: expect.stringMatching(/op zijn vroegst morgen/) }])
    expect((await rule(null, { date: today })).mistakes.map(({ path }) => path)).toEqual(['validTo'])
    expect([(await rule(inTown)).status, (await rule(null)).status, (await rule(inTown, { organ: organs.part, date: today })).status]).toEqual([200, 200, 200])
  })
})
