import { afterAll, beforeAll, expect, it } from 'vitest'
import { apiOf, mistakesIn, type Api } from '../setup/api'
import { groenEnBuurt } from '../setup/cast'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let api: Api

beforeAll(async () => {
  kring = await bootPayload()
  api = apiOf(kring, (await groenEnBuurt(kring.payload)).users.administrator.token)
})
afterAll(() => kring.destroy())

const towns = (count: number) => ({ op: 'or', rules: Array.from({ length: count }, (_, index) => ({ field: 'address.town', operator: 'equals', value: `Plaats ${index}` })) })
const onListTimes = (list: number, count: number) => ({ op: 'or', rules: Array.from({ length: count }, () => ({ field: 'list.member', operator: 'oneOf', value: [list] })) })
const newList = async (title: string, criteria: unknown): Promise<number> => (await api.post('/relation-lists', { title, criteria })).body.doc.id

it('refuses a list that makes a list that uses it too large, by whatever way', async () => {
  const inner = await newList('Binnenste', towns(2))
  const middle = await newList('Middelste', onListTimes(inner, 10))
  await newList('Buitenste', onListTimes(middle, 10))
  expect((await api.patch(`/relation-lists/${inner}`, { criteria: towns(100) })).status).toBe(200)
  expect(mistakesIn(await api.patch(`/relation-lists/${inner}`, { criteria: towns(400) }))).toEqual([
    { path: 'criteria', message: expect.stringMatching(/de lijst Buitenste, die deze lijst gebruikt, te groot/) as string }])
  expect((await api.patch(`/relation-lists/${inner}`, { title: 'Binnenste lijst' })).status).toBe(200)
})
