import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/localDate'
import type { StatementEntry } from '../../src/formats/camt053Write'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { refuseInstruction, undoRefusal } from '../../src/operations/refuseInstruction'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { processGroup } from '../../src/store/matching/processGroup'
import { inTransaction } from '../../src/store/transaction'
import { simulatedBank } from '../bank/simulatedBank'
import { announced, bankStories, collected, credit, type BankStories, type World } from '../setup/bankWorld'
import { testIban } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let bank: BankStories

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
})
afterAll(() => kring.destroy())

describe('A34, sepa §9: one instruction of ten that the bank dropped in silence (REJ)', () => {
  const tenOf25 = { pledges: Array.from({ length: 10 }, () => 2_500) }

  it('keeps the total waiting until it is marked as refused, and then books the nine others', async () => {
    const world = await bank.atTheBank(tenOf25)
    const seventh = (await bank.instructionsOf(world))[6]
    world.bank.refuseSilently(seventh?.endToEndId ?? '')
    expect((await bank.importDay(world, collected)).matched.batchTotals).toBe(0)
    expect(await bank.linesOf(world)).toEqual([{ amount: 22_500, status: 'open', kind: null }])
    expect(await bank.statusesOf(world)).toEqual(Array.from({ length: 10 }, () => 'submitted'))

    expect((await refuseInstruction(await bank.reqNow(addDays(collected, 1)), { instruction: seventh?.id ?? 0, reason: 'Brief van de bank', today: addDays(collected, 1) })).batchTotals).toBe(1)
    const after = await bank.instructionsOf(world)
    expect(after.filter(({ status }) => status === 'collected')).toHaveLength(9)
    expect(after[6]).toMatchObject({ status: 'rejected', reason: 'Brief van de bank' })
    expect(await bank.given(world)).toEqual(Array.from({ length: 9 }, () => 2_500))
    expect(await bank.linesOf(world)).toEqual([{ amount: 22_500, status: 'processed', kind: 'batchTotal' }])
    expect(await bank.batchStatus(world)).toEqual(['processed'])
    await expect(undoRefusal(await bank.reqNow(), seventh?.id ?? 0)).rejects.toMatchObject({ code: 'BATCH_ALREADY_PROCESSED' })
    await expect(refuseInstruction(await bank.reqNow(), { instruction: after[0]?.id ?? 0, reason: '', today: collected })).rejects.toMatchObject({ code: 'BATCH_ALREADY_PROCESSED' })
  })

  it('leaves an invoice open when that was what it was for', async () => {
    const world = await bank.atTheBank({ pledges: [1_000], invoiceCents: 6_000 })
    const ofInvoice = (await bank.instructionsOf(world)).find(({ invoice_id }) => invoice_id !== null)
    world.bank.refuseSilently(ofInvoice?.endToEndId ?? '')
    await bank.importDay(world, collected)
    await refuseInstruction(await bank.reqNow(), { instruction: ofInvoice?.id ?? 0, reason: '', today: collected })
    expect(await bank.invoiceOf(world)).toMatchObject({ open: 6_000, status: 'open' })
    expect(await bank.given(world)).toEqual([1_000])
  })

  it('A35, sepa §9: can be put back until the total was processed', async () => {
    const world = await bank.atTheBank({ pledges: [2_500, 2_500] })
    const [first] = await bank.instructionsOf(world)
    await refuseInstruction(await bank.reqNow(), { instruction: first?.id ?? 0, reason: 'vergissing', today: announced })
    await undoRefusal(await bank.reqNow(), first?.id ?? 0)
    expect((await bank.instructionsOf(world))[0]).toMatchObject({ status: 'submitted', reason: null })
    await expect(undoRefusal(await bank.reqNow(), first?.id ?? 0)).rejects.toMatchObject({ code: 'INSTRUCTION_NOT_REJECTED' })
    expect((await bank.importDay(world, collected)).matched.batchTotals).toBe(1)
    expect(await bank.given(world)).toEqual([2_500, 2_500])
  })

  it('is only possible for what lies at the bank', async () => {
    await expect(refuseInstruction(await bank.reqNow(), { instruction: 2_000_000_000, reason: '', today: announced })).rejects.toMatchObject({ code: 'INSTRUCTION_UNKNOWN' })
    const world = await bank.atTheBank({})
    const donor = await bank.build.person('Nog niet weg')
    await bank.build.pledge(donor, world.fund, { mandate: await bank.build.mandate(world.creditor, donor), startDate: collected, frequency: 'once' })
    await generateInstructions(await bank.reqNow(), { today: announced, until: collected })
    const [planned] = await bank.rows<{ id: number }>('select id from debit_instructions where creditor_id = $1', [world.creditor])
    await expect(refuseInstruction(await bank.reqNow(), { instruction: planned?.id ?? 0, reason: '', today: announced })).rejects.toMatchObject({ code: 'INSTRUCTION_NOT_AT_BANK' })
  })
})

describe('a group of which the bank dropped everything', () => {
  it('waits for nothing any more: its batch is processed, and each may be tried again, and after that not put back', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 500] })
    const [first, second] = await bank.instructionsOf(world)
    await refuseInstruction(await bank.reqNow(), { instruction: first?.id ?? 0, reason: '', today: announced })
    expect(await bank.batchStatus(world)).toEqual(['submitted'])
    expect(await refuseInstruction(await bank.reqNow(), { instruction: second?.id ?? 0, reason: '', today: announced })).toMatchObject({ batchTotals: 0 })
    expect(await bank.batchStatus(world)).toEqual(['processed'])
    expect(await bank.rows('select distinct g.status from debit_batch_groups g join debit_batches b on b.id = g.batch_id where b.creditor_id = $1', [world.creditor])).toEqual([{ status: 'processed' }])
    expect((await retryInstruction(await bank.reqNow(), { instruction: first?.id ?? 0, today: collected, now: new Date(`${collected}T08:00:00Z`) })).instruction).toBeGreaterThan(second?.id ?? 0)
    await expect(undoRefusal(await bank.reqNow(), first?.id ?? 0)).rejects.toMatchObject({ cause: { constraint: 'instructions_retried' } })
    expect(await bank.batchStatus(world)).toEqual(['processed'])
    expect(await bank.given(world)).toEqual([])
  })

  it('waits again once the last refusal turns out to be a mistake, and is booked when the bank pays', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 500] })
    const [first, second] = await bank.instructionsOf(world)
    world.bank.refuseSilently(first?.endToEndId ?? '')
    for (const one of [first, second]) await refuseInstruction(await bank.reqNow(), { instruction: one?.id ?? 0, reason: '', today: announced })
    expect(await bank.batchStatus(world)).toEqual(['processed'])
    await undoRefusal(await bank.reqNow(), second?.id ?? 0)
    expect(await bank.batchStatus(world)).toEqual(['submitted'])
    expect(await bank.statusesOf(world)).toEqual(['rejected', 'submitted'])
    expect((await bank.importDay(world, collected)).matched.batchTotals).toBe(1)
    expect(await bank.given(world)).toEqual([500])
    await expect(undoRefusal(await bank.reqNow(), first?.id ?? 0)).rejects.toMatchObject({ code: 'BATCH_ALREADY_PROCESSED' })
  })

  it('is not opened again by SQL once the bank paid it', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    await bank.importDay(world, collected)
    const batch = 'where batch_id = (select id from debit_batches where creditor_id = $1)'
    await expect(bank.rows(`update debit_batch_groups set status = 'open' ${batch}`, [world.creditor])).rejects.toMatchObject({ constraint: 'groups_life_line' })
    await expect(bank.rows("update debit_batches set status = 'submitted' where creditor_id = $1", [world.creditor])).rejects.toMatchObject({ constraint: 'batches_life_line' })
  })

  it('leaves its batch open while another group of it is', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const [only] = await bank.instructionsOf(world)
    await bank.rows(`with other as (insert into debit_batch_groups (batch_id, payment_information_id, collection_date, sequence_type, instruction_count, total_cents, status, created_at, updated_at)
      select batch_id, payment_information_id || 'x', collection_date, sequence_type, 1, 1, 'open', now(), now() from debit_batch_groups where batch_id = (select batch_id from debit_instructions where id = $1) returning id, batch_id)
      insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, instalment, amount_cents, collection_date, original_collection_date, sequence_type, description, status, batch_id, group_id, debtor_iban, mandate_reference, created_at, updated_at)
      select 'OTHER-GROUP', creditor_id, mandate_id, debtor_id, pledge_id, 99, 1, collection_date, original_collection_date, sequence_type, 'x', 'submitted', other.batch_id, other.id, debtor_iban, mandate_reference, now(), now()
        from debit_instructions, other where debit_instructions.id = $1`, [only?.id])
    await refuseInstruction(await bank.reqNow(), { instruction: only?.id ?? 0, reason: '', today: announced })
    expect(await bank.batchStatus(world)).toEqual(['submitted'])
  })
})

/** P1 of 10.00, P2 of 5.00 and the first of four parts of an invoice of 100.00. */
const mixed = { pledges: [1_000, 500], invoiceCents: 10_000, instalments: 4 }

describe('the total of a batch (COL)', () => {
  it('A36: becomes donations and a payment that add up to it', async () => {
    const world = await bank.atTheBank(mixed)
    expect((await bank.importDay(world, collected)).matched).toEqual({ batchTotals: 1, returns: 0, payouts: 0, invoicePayments: 0, donations: 0 })
    expect(await bank.given(world)).toEqual([1_000, 500])
    expect(await bank.invoiceOf(world)).toMatchObject({ open: 7_500, status: 'partiallyPaid' })
    expect(await bank.statusesOf(world)).toEqual(['collected', 'collected', 'collected'])
    expect(await bank.batchStatus(world)).toEqual(['processed'])
  })

  it('that does not add up undoes everything, and tells both amounts with their cents', async () => {
    const world = await bank.atTheBank({ pledges: [1_050, 1_500] })
    const [group] = await bank.rows<{ id: number }>('select g.id from debit_batch_groups g join debit_batches b on b.id = g.batch_id where b.creditor_id = $1', [world.creditor])
    await expect(inTransaction(await bank.reqNow(), (tx) => processGroup(tx, { group: group?.id ?? 0, receivedOn: collected, isGross: false })))
      .rejects.toMatchObject({ code: 'TOTAL_DIFFERS', params: { booked: '25.50', received: '0.00' } })
    expect(await bank.statusesOf(world)).toEqual(['submitted', 'submitted'])
    expect(await bank.given(world)).toEqual([])
  })

  it('sepa §11: may come in two lines', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 500] })
    const [group] = await bank.rows<{ id: string }>('select g.payment_information_id as id from debit_batch_groups g join debit_batches b on b.id = g.batch_id where b.creditor_id = $1', [world.creditor])
    const apart = simulatedBank({ seed: 2, iban: world.iban, hasOtherTraffic: false })
    apart.book(credit(1_200, { pmtInfId: group?.id, bankRef: 'A' }))
    apart.book(credit(300, { pmtInfId: group?.id, bankRef: 'B', bookingDate: addDays(collected, 1), valueDate: addDays(collected, 1) }))
    expect((await bank.importText(apart.statement(collected))).matched.batchTotals).toBe(0)
    expect((await bank.importText(apart.statement(addDays(collected, 1)))).matched.batchTotals).toBe(1)
    expect(await bank.given(world)).toEqual([1_000, 500])
    expect((await bank.linesOf(world)).map((line) => line['kind'])).toEqual(['batchTotal', 'batchTotal'])
  })

  it('without the reference of the bank is recognised by an amount that only one batch has', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 500] })
    const silent = simulatedBank({ seed: 2, iban: world.iban, hasOtherTraffic: false })
    silent.book(credit(1_500, { bankRef: 'zonder kenmerk' }))
    expect((await bank.importText(silent.statement(collected))).matched.batchTotals).toBe(1)
    expect(await bank.statusesOf(world)).toEqual(['collected', 'collected'])
  })

  type Prepared = readonly [why: string, prepare: (world: World) => Promise<void>, entries: readonly StatementEntry[]]
  const asItIs = async (): Promise<void> => undefined
  const nextTo: readonly Prepared[] = [
    ['two batches have that amount', async (world) => { await bank.build.pledge(world.donors[0] ?? 0, world.fund, { mandate: await bank.build.mandate(world.creditor, world.donors[0] ?? 0), startDate: collected, amountCents: 1_500, frequency: 'once' }); await generateInstructions(await bank.reqNow(), { today: announced, until: collected }); await bank.handOver(world.creditor, world.bank) }, [credit(1_500, { bankRef: 'X' })]],
    ['two lines have it', asItIs, [credit(1_500, { bankRef: 'X' }), credit(1_500, { bankRef: 'Y' })]],
    ['it is of somebody', asItIs, [credit(1_500, { counterIban: testIban(1), counterName: 'Iemand' })]],
    ['it is a cent more', asItIs, [credit(1_501)]],
    ['it comes weeks later', asItIs, [credit(1_500, { bookingDate: addDays(collected, 8), valueDate: addDays(collected, 8) })]],
    ['it comes before the collection', asItIs, [credit(1_500, { bookingDate: addDays(collected, -1), valueDate: addDays(collected, -1) })]],
  ]

  it.each(nextTo)('sepa §11: without the reference stays open when %s', async (_why, prepare, entries) => {
    const world = await bank.atTheBank({ pledges: [1_000, 500] })
    await prepare(world)
    const silent = simulatedBank({ seed: 2, iban: world.iban, hasOtherTraffic: false })
    entries.forEach((entry) => silent.book(entry))
    expect((await bank.importText(silent.statement(entries[0]?.bookingDate ?? collected))).matched.batchTotals).toBe(0)
    expect((await bank.linesOf(world)).every((line) => line['status'] === 'open')).toBe(true)
    expect(await bank.given(world)).toEqual([])
  })
})

describe('a debit that comes back (STO)', () => {
  it('A38: opens the invoice again, and takes the donation back with a counter entry', async () => {
    const world = await bank.atTheBank(mixed)
    await bank.importDay(world, collected)
    const [p1, , i1] = await bank.instructionsOf(world)
    world.bank.sendBack(i1?.endToEndId ?? '', 'MS02', addDays(collected, 3))
    world.bank.sendBack(p1?.endToEndId ?? '', 'AM04', addDays(collected, 3))
    expect((await bank.importDay(world, addDays(collected, 3))).matched.returns).toBe(2)
    expect(await bank.invoiceOf(world)).toMatchObject({ open: 10_000, status: 'open' })
    expect(await bank.given(world)).toEqual([1_000, 500, -1_000])
    expect((await bank.instructionsOf(world)).map(({ status, reason }) => [status, reason])).toEqual([['returned', 'AM04'], ['collected', null], ['returned', 'MS02']])
    expect(await bank.rows('select r.amount_cents::int as amount, o.amount_cents::int as original from donations r join donations o on o.id = r.reversal_of_id where r.fund_id = $1', [world.fund])).toEqual([{ amount: -1_000, original: 1_000 }])
  })

  it('comes back once: a second line for it waits for a person', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    await bank.importDay(world, collected)
    const [one] = await bank.instructionsOf(world)
    world.bank.sendBack(one?.endToEndId ?? '', 'AM04', addDays(collected, 1))
    world.bank.sendBack(one?.endToEndId ?? '', 'MD06', addDays(collected, 2))
    expect((await bank.importDay(world, addDays(collected, 1))).matched.returns).toBe(1)
    expect((await bank.importDay(world, addDays(collected, 2))).matched.returns).toBe(0)
    expect(await bank.given(world)).toEqual([1_000, -1_000])
    expect((await bank.linesOf(world)).map((line) => line['status'])).toEqual(['processed', 'processed', 'open'])
  })

  it('sepa §11: before its total waits, and is booked when the total has come', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 500] })
    const [one] = await bank.instructionsOf(world)
    world.bank.sendBack(one?.endToEndId ?? '', 'AC04', addDays(collected, -1))
    expect((await bank.importDay(world, addDays(collected, -1))).matched.returns).toBe(0)
    expect((await bank.importDay(world, collected)).matched).toMatchObject({ batchTotals: 1, returns: 1 })
    expect(await bank.given(world)).toEqual([1_000, 500, -1_000])
    expect(await bank.statusesOf(world)).toEqual(['returned', 'collected'])
  })

  it('of another amount than was collected waits for a person', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    await bank.importDay(world, collected)
    const [one] = await bank.instructionsOf(world)
    world.bank.book(credit(-999, { endToEndId: one?.endToEndId, returnReason: 'AM04', isReversal: true, bookingDate: addDays(collected, 1), valueDate: addDays(collected, 1) }))
    expect((await bank.importDay(world, addDays(collected, 1))).matched.returns).toBe(0)
    expect(await bank.given(world)).toEqual([1_000])
  })
})
