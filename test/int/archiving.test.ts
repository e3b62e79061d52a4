import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { buildersFor, reqOn, rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
beforeAll(async () => { kring = await bootPayload() })
afterAll(() => kring.destroy())

it('ends the functions of a relation that is archived, and those at it, that day and no earlier (R-CRM-2)', async () => {
  const build = buildersFor(kring.payload)
  const organ = await build.organ(await build.add('organisations', { title: 'Groen & Buurt' }), 'Afdeling Zeist')
  const type = await build.add('function-types', { title: 'Secretaris', isRepresentative: true })
  const [holder, other] = [await build.person('Bakker'), await build.person('Smit')]
  await build.add('functions', { holder, type, organ, startDate: '2026-01-01' })
  await build.add('functions', { holder, type, organ, startDate: '2025-01-01', endDate: '2025-12-31' })
  await build.add('functions', { holder, type, organ, startDate: '2026-09-01' })
  await build.add('functions', { holder: other, type, target: holder, startDate: '2026-01-01' })
  await build.add('functions', { holder: other, type, organ, startDate: '2026-01-01' })
  await kring.payload.update({ collection: 'relations', id: holder, data: { status: 'archived' }, req: await reqOn(kring.payload, day('2026-05-01')) })
  expect(await rowsOf(kring.payload, 'select start_date::text as start, end_date::text as end from functions order by id')).toEqual([
    { start: '2026-01-01', end: '2026-05-01' },
    { start: '2025-01-01', end: '2025-12-31' },
    { start: '2026-09-01', end: '2026-09-01' },
    { start: '2026-01-01', end: '2026-05-01' },
    { start: '2026-01-01', end: null },
  ])
})
