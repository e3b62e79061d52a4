import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { unblockMandate } from '../../src/operations/blockMandate'
import { changeMandate } from '../../src/operations/changeMandate'
import { generateInstructions } from '../../src/operations/generateInstructions'
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

  const mandateOf = async (instruction: number) => (await rowsOf<{ id: number }>(kring.payload, 'select mandate_id as id from debit_instructions where id = $1', [instruction]))[0]?.id ?? 0
  const pledgeOf = async (instruction: number) => (await rowsOf<{ id: number }>(kring.payload, 'select pledge_id as id from debit_instructions where id = $1', [instruction]))[0]?.id ?? 0

  it('collects after a wrong account once there is another one, and it may be used again (sepa §12.1)', async () => {
    const failed = await sentBack(await bank.atTheBank({ pledges: [1_000] }), 'AC04')
    const mandate = await mandateOf(failed)
    await changeMandate(await bank.reqNow(tuesday), { mandate, iban: 'NL44RABO0123456789', today: tuesday })
    await expect(retry(failed)).rejects.toMatchObject({ code: 'RETRY_NOT_ALLOWED' })
    await unblockMandate(await bank.reqNow(tuesday), mandate)
    expect(await retry(failed)).toMatchObject({ collectionDate: '2026-03-19' })
  })

  it('does not collect for a reason that nobody knows', async () => {
    const failed = await sentBack(await bank.atTheBank({ pledges: [1_000] }), 'XX99')
    await expect(retry(failed)).rejects.toMatchObject({ code: 'RETRY_REASON_UNKNOWN', params: { reason: 'XX99' } })
  })

  it('does not collect what is paid by transfer by now, and calls off what was planned anew', async () => {
    const [before, after] = [await sentBack(await bank.atTheBank({ pledges: [1_000] }), 'AM04'), await sentBack(await bank.atTheBank({ pledges: [1_000] }), 'AM04')]
    const byTransfer = async (failed: number) => kring.payload.update({ collection: 'pledges', id: await pledgeOf(failed), data: { paymentMethod: 'transfer' } })
    await byTransfer(before)
    await expect(retry(before)).rejects.toMatchObject({ code: 'RETRY_BY_TRANSFER' })
    const { instruction } = await retry(after)
    await byTransfer(after)
    await generateInstructions(await bank.reqNow(tuesday), { today: tuesday, until: tuesday })
    expect(await rowsOf(kring.payload, 'select status from debit_instructions where id = $1', [instruction])).toEqual([{ status: 'cancelled' }])
  })

  it('does not collect for an invoice that is no longer to be collected, and calls off what was planned anew', async () => {
    const free = (failed: number) => rowsOf(kring.payload, 'update invoices set mandate_id = null where id = (select invoice_id from debit_instructions where id = $1)', [failed])
    const before = await sentBack(await bank.atTheBank({ invoiceCents: 10_000 }), 'AM04')
    await free(before)
    await expect(retry(before)).rejects.toMatchObject({ code: 'RETRY_BY_TRANSFER' })
    const after = await sentBack(await bank.atTheBank({ invoiceCents: 10_000 }), 'AM04')
    const { instruction } = await retry(after)
    await free(after)
    await generateInstructions(await bank.reqNow(tuesday), { today: tuesday, until: tuesday })
    expect(await rowsOf(kring.payload, 'select status from debit_instructions where id = $1', [instruction])).toEqual([{ status: 'cancelled' }])
  })

  it('does not collect from somebody else: the donor of what was collected stays', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const failed = await sentBack(world, 'AM04')
    const other = await bank.build.person('Een ander')
    const mandate = await bank.build.mandate(world.creditor, other)
    await expect(kring.payload.update({ collection: 'pledges', id: await pledgeOf(failed), data: { donor: other, mandate } })).rejects.toMatchObject({ data: { errors: [{ path: 'donor' }] } })
    await expect(rowsOf(kring.payload, 'update pledges set donor_id = $2 where id = $1', [await pledgeOf(failed), other])).rejects.toMatchObject({ constraint: 'pledges_collected' })
    await rowsOf(kring.payload, 'update pledges set mandate_id = $2 where id = $1', [await pledgeOf(failed), mandate])
    await expect(retry(failed)).rejects.toMatchObject({ code: 'RETRY_OTHER_PAYER' })
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
