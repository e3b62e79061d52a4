import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate } from '../../src/domain/localDate'
import { runEvaluation } from '../../src/operations/runEvaluation'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { reqOn } from '../setup/builders'
import { groenEnBuurt, type Cast } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let cast: Cast
let api: Api
const today = amsterdamDate(new Date())
const later = addDays(today, 30)

beforeAll(async () => {
  kring = await bootPayload()
  cast = await groenEnBuurt(kring.payload)
  api = apiOf(kring, cast.users.administrator.token)
  await runEvaluation(await reqOn(kring.payload, today), today)
})
afterAll(() => kring.destroy())

const memberNow = () => ({ field: 'membership.current', operator: 'oneOf', value: [cast.organs.oost] })
const newList = async (title: string, criteria: unknown): Promise<number> => (await api.post('/relation-lists', { title, criteria })).body.doc.id
const onList = (list: number) => ({ field: 'list.member', operator: 'oneOf', value: [list] })
const refusedAsRule = async (criteria: unknown) => mistakesIn(await api.post('/rule-versions', { organ: cast.organs.west, criteria, validFrom: later }))

describe('who is a member of an organ now', () => {
  it('is asked about the day itself, where the other fields ask about the day before', async () => {
    const counts = await Promise.all([memberNow(), { ...memberNow(), field: 'membership.organ' }].map(async (criteria) => (await api.post('/relations/count-matches', { criteria })).body['count']))
    expect(counts).toEqual([2, 0])
    expect((await api.post('/relations/count-matches', { criteria: memberNow() })).body['sentence']).toBe('Is lid van Oost')
  })

  it('may be asked by lists and selections', async () => {
    const list = await newList('Leden van Oost', memberNow())
    expect((await api.post('/selections', { title: 'Leden van nu', list, mode: 'daily' })).body.doc['memberCount']).toBe(2)
  })

  it('is never asked by the rule of an organ, by way of lists neither, as it would depend on itself', async () => {
    const nested = await newList('Via via', onList(await newList('Nu lid', memberNow())))
    const message = expect.stringMatching(/gaat over de dag zelf/) as string
    expect(await refusedAsRule({ op: 'or', rules: [memberNow()] })).toEqual([{ path: 'criteria', message }])
    expect(await refusedAsRule(onList(nested))).toEqual([{ path: 'criteria', message }])
    const preview = await api.post('/organs/preview', { kind: 'rule', organ: cast.organs.west, criteria: { op: 'not', rule: onList(nested) }, date: later })
    expect({ status: preview.status, mistakes: mistakesIn(preview) }).toEqual({ status: 400, mistakes: [{ path: 'criteria.rule.value', message }] })
    expect(await refusedAsRule({ ...memberNow(), field: 'membership.organ' })).toEqual([])
  })

  it('does not come into a list that a rule uses', async () => {
    const used = await newList('Voor de regel', { field: 'address.town', operator: 'equals', value: 'Oost' })
    await cast.build.add('rule-versions', { organ: cast.organs.oost, criteria: onList(used), validFrom: later })
    expect(mistakesIn(await api.patch(`/relation-lists/${used}`, { criteria: memberNow() })).map(({ path }) => path)).toEqual(['criteria'])
  })
})
