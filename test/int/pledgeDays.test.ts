import { afterAll, beforeAll, expect, it } from 'vitest'
import { bankStories, collected, type BankStories } from '../setup/bankWorld'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let bank: BankStories

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
})
afterAll(() => kring.destroy())

const changed = (id: number, data: object) => kring.payload.update({ collection: 'pledges', id, data })

it('keeps the days of a pledge once an instalment left for the bank, so that no number is skipped or used twice', async () => {
  const world = await bank.atTheBank({ pledges: [1_000] })
  const [pledge] = await bank.rows<{ id: number }>('select id from pledges where fund_id = $1', [world.fund])
  const id = pledge?.id ?? 0
  await expect(changed(id, { frequency: 'monthly' })).rejects.toMatchObject({ data: { errors: [{ path: 'frequency' }] } })
  await expect(changed(id, { startDate: '2026-04-01' })).rejects.toMatchObject({ data: { errors: [{ path: 'startDate' }] } })
  await expect(changed(id, { endDate: '2026-12-31' })).resolves.toMatchObject({ startDate: collected, endDate: '2026-12-31' })
})
