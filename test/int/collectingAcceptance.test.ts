import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileOfBatch } from '../setup/debitFile'
import { bankStories, collected, type BankStories } from '../setup/bankWorld'
import { rowsOf } from '../setup/builders'
import { collectingStories, euros, type CollectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let collecting: CollectingStories
let bank: BankStories

beforeAll(async () => {
  kring = await bootPayload()
  collecting = collectingStories(kring.payload)
  bank = bankStories(kring.payload)
})
afterAll(() => kring.destroy())

describe('sepa §2.2: identifiers', () => {
  it('sepa §2.2: an end-to-end id that exists already is a violation, never an overwrite', async () => {
    const creditor = await collecting.planned(euros(10))
    const again = `insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, instalment, amount_cents, collection_date, original_collection_date, sequence_type, description, status)
      select end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, 99, 1, collection_date, original_collection_date, sequence_type, 'x', 'planned' from debit_instructions where creditor_id = $1`
    await expect(rowsOf(kring.payload, again, [creditor])).rejects.toMatchObject({ code: '23505', constraint: 'debit_instructions_end_to_end_id_idx' })
    expect((await collecting.instructionsAt(creditor)).map(({ amount }) => amount)).toEqual([1_000])
  })
})

describe('sepa §8 and §13: groups', () => {
  it('sepa §8: a debtor with two mandates -> two transactions, each with its own mandate', async () => {
    const { creditor, donor, mandate, fund } = await collecting.donorAtOwnCreditor()
    const second = await collecting.build.mandate(creditor, donor, { iban: 'NL20INGB0001234567' })
    for (const given of [mandate, second]) await collecting.build.pledge(donor, fund, { mandate: given, startDate: '2026-03-02', frequency: 'once', amountCents: 2_500 })
    await collecting.generate('2026-02-02', '2026-03-02')
    const { batches: [made] } = await collecting.batch(creditor, '2026-02-16')
    const { groups } = await fileOfBatch(kring.payload, made?.id ?? 0)
    expect(groups).toHaveLength(1)
    const references = await rowsOf<{ reference: string }>(kring.payload, 'select reference from mandates where id = any($1) order by 1', [[mandate, second]])
    expect(groups[0]?.debits.map(({ reference }) => reference).toSorted()).toEqual(references.map(({ reference }) => reference))
  })
})

describe('sepa §9: a bank that books gross', () => {
  it('sepa §9: 250.00 comes in and 25.00 goes back with its end-to-end id -> ten settled, one returned, 225.00 in all', async () => {
    const world = await bank.atTheBank({ pledges: Array.from({ length: 10 }, () => 2_500) })
    const [first] = await bank.instructionsOf(world)
    world.bank.sendBack(first?.endToEndId ?? '', 'AC01', collected)
    expect((await bank.importDay(world, collected)).matched).toMatchObject({ batchTotals: 1, returns: 1 })
    expect(await bank.statusesOf(world)).toEqual(['returned', ...Array.from({ length: 9 }, () => 'collected')])
    expect((await bank.given(world)).reduce((sum, amount) => sum + amount, 0)).toBe(22_500)
  })
})
