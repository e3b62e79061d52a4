import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { refuseInstruction } from '../../src/operations/refuseInstruction'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { bankStories, collected, type BankStories, type World } from '../setup/bankWorld'
import { rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let bank: BankStories

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
})
afterAll(() => kring.destroy())

const tuesday = day('2026-03-17')
const retry = async (instruction: number) => retryInstruction(await bank.reqNow(tuesday), { instruction, today: tuesday, now: new Date(`${tuesday}T08:00:00Z`) })

/** The first instruction of a world, sent back by the debtor's bank on the day after collection. */
async function sentBack(world: World, reason: string): Promise<number> {
  const first = (await bank.instructionsOf(world))[0]
  await bank.importDay(world, collected)
  world.bank.sendBack(first?.endToEndId ?? '', reason, addDays(collected, 1))
  await bank.importDay(world, addDays(collected, 1))
  return first?.id ?? 0
}

describe('trying again (R-STO-4)', () => {
  it('plans what was returned once more, on the earliest day that the bank can make, and names the first try', async () => {
    const failed = await sentBack(await bank.atTheBank({ pledges: [1_000] }), 'AM04')
    const again = await retry(failed)
    expect(again.collectionDate).toBe('2026-03-19')
    expect(await rowsOf(kring.payload, 'select status, amount_cents::int as amount, retry_of_id as first, end_to_end_id <> (select end_to_end_id from debit_instructions where id = $2) as is_new from debit_instructions where id = $1', [again.instruction, failed]))
      .toEqual([{ status: 'planned', amount: 1_000, first: failed, is_new: true }])
  })

  it('does so once, also when two people press at the same moment', async () => {
    const failed = await sentBack(await bank.atTheBank({ pledges: [1_000] }), 'AM04')
    const tries = await Promise.allSettled([retry(failed), retry(failed), retry(failed)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(retry(failed)).rejects.toMatchObject({ code: 'RETRY_NOT_ALLOWED' })
  })

  it('opens what the bank refused for a new try', async () => {
    const world = await bank.atTheBank({ pledges: [2_500, 2_500] })
    const first = (await bank.instructionsOf(world))[0]
    world.bank.refuseSilently(first?.endToEndId ?? '')
    await bank.importDay(world, collected)
    await refuseInstruction(await bank.reqNow(tuesday), { instruction: first?.id ?? 0, reason: 'brief', today: tuesday })
    expect(await retry(first?.id ?? 0)).toMatchObject({ collectionDate: '2026-03-19' })
  })

  it.each(['AC04', 'MD07', 'MD01'])('never collects again after %s', async (reason) => {
    const failed = await sentBack(await bank.atTheBank({ pledges: [1_000] }), reason)
    await expect(retry(failed)).rejects.toMatchObject({ code: 'RETRY_REASON_FORBIDS', params: { reason } })
  })

  it('collects no more than the invoice still has open', async () => {
    const world = await bank.atTheBank({ invoiceCents: 10_000 })
    const failed = await sentBack(world, 'AM04')
    await rowsOf(kring.payload, 'insert into payments (received_on, invoice_id, amount_cents, created_at, updated_at) select $2, invoice_id, 6000, now(), now() from debit_instructions where id = $1', [failed, tuesday])
    await expect(retry(failed)).rejects.toMatchObject({ code: 'RETRY_NOTHING_OPEN' })
  })

  it('does not touch what was collected', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    await bank.importDay(world, collected)
    await expect(retry((await bank.instructionsOf(world))[0]?.id ?? 0)).rejects.toMatchObject({ code: 'RETRY_NOT_ALLOWED' })
  })
})
