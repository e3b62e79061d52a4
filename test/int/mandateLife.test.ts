import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { blockMandate, unblockMandate } from '../../src/operations/blockMandate'
import { changeMandate, type ChangeMandate } from '../../src/operations/changeMandate'
import { endMandate } from '../../src/operations/endMandate'
import { bankStories, collected, type BankStories, type World } from '../setup/bankWorld'
import { reqOn, rowsOf, testIban } from '../setup/builders'
import { debitMonths } from '../setup/debitMonths'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let bank: BankStories

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
})
afterAll(() => kring.destroy())

const today = day('2026-11-21')
const change = async (mandate: number, rest: Omit<ChangeMandate, 'mandate' | 'today'>) => changeMandate(await reqOn(kring.payload, today), { mandate, today, ...rest })
const end = async (mandate: number, rest: object = {}) => endMandate(await reqOn(kring.payload, today), { mandate, today, reason: 'Op verzoek', ...rest })
const one = async (id: number) => (await rowsOf(kring.payload, 'select reference, iban, account_holder as holder, signed_on::text as signed, status, ended_on::text as ended, block_reason as why from mandates where id = $1', [id]))[0]
const changesOf = (id: number) => rowsOf(kring.payload, 'select former_iban as was, iban as "is", changed_on::text as "on" from mandate_changes where mandate_id = $1 order by id', [id])
const actionsOn = (id: number) => rowsOf(kring.payload, "select changes from audit_log where subject = 'mandates' and subject_id = $1 and action = 'update' order by id", [id])

async function unused(rest: Readonly<Record<string, unknown>> = {}): Promise<{ mandate: number; creditor: number; donor: number }> {
  const creditor = await bank.build.creditor({ iban: testIban(40_000 + (ibans += 1)) })
  const donor = await bank.build.person(`Onbenut ${ibans}`)
  return { creditor, donor, mandate: await bank.build.mandate(creditor, donor, rest) }
}
let ibans = 0

const mandateOf = async (world: World): Promise<number> => (await rowsOf<{ id: number }>(kring.payload, 'select id from mandates where creditor_id = $1 order by id', [world.creditor]))[0]?.id ?? 0

describe('A28 a mandate that was never collected with', () => {
  it('is changed in everything, and its account is just overwritten', async () => {
    const { mandate } = await unused()
    await kring.payload.update({ collection: 'mandates', id: mandate, data: { accountHolder: 'Iemand Anders', signedOn: '2025-02-01', type: 'oneOff' } })
    expect(await change(mandate, { iban: 'nl44 rabo 0123 4567 89' })).toEqual({ isAmendment: false })
    expect(await one(mandate)).toMatchObject({ iban: 'NL44RABO0123456789', holder: 'Iemand Anders', signed: '2025-02-01' })
    expect(await changesOf(mandate)).toEqual([])
  })

  it('can be deleted', async () => {
    const { mandate } = await unused()
    await kring.payload.delete({ collection: 'mandates', id: mandate })
    expect(await one(mandate)).toBeUndefined()
  })

  it('stays while a pledge is collected with it', async () => {
    const { mandate, donor } = await unused()
    await bank.build.pledge(donor, await bank.build.fund('Verwijst'), { mandate, startDate: '2027-01-01' })
    await expect(kring.payload.delete({ collection: 'mandates', id: mandate })).rejects.toThrow('Deze machtiging wordt nog gebruikt (toezeggingen: 1, abonnementen: 0, facturen: 0).')
  })
})

describe('A28 a mandate that was collected with', () => {
  it('takes another account by its button alone, which keeps what it was', async () => {
    const mandate = await mandateOf(await bank.atTheBank({ pledges: [1_000] }))
    const was = await one(mandate)
    await expect(kring.payload.update({ collection: 'mandates', id: mandate, data: { iban: 'NL44RABO0123456789' } })).rejects.toMatchObject({ data: { errors: [{ path: 'iban' }] } })
    await expect(rowsOf(kring.payload, "update mandates set iban = 'NL44RABO0123456789' where id = $1", [mandate])).rejects.toMatchObject({ constraint: 'mandates_used' })
    expect(await change(mandate, { iban: 'NL44RABO0123456789' })).toEqual({ isAmendment: true })
    expect(await changesOf(mandate)).toEqual([{ was: was?.['iban'], is: 'NL44RABO0123456789', on: today }])
    expect(await actionsOn(mandate)).toContainEqual({ changes: { iban: { from: was?.['iban'], to: 'NL44RABO0123456789' } } })
    await expect(change(mandate, { iban: 'NL44RABO0123456789' })).rejects.toMatchObject({ code: 'MANDATE_NOTHING_CHANGED' })
  })

  it('stays: it is neither deleted nor signed on another day', async () => {
    const mandate = await mandateOf(await bank.atTheBank({ pledges: [1_000] }))
    await expect(kring.payload.delete({ collection: 'mandates', id: mandate })).rejects.toThrow('Er is al geïncasseerd met deze machtiging')
    await expect(rowsOf(kring.payload, 'delete from mandates where id = $1', [mandate])).rejects.toMatchObject({ code: '23001' })
    await expect(rowsOf(kring.payload, "update mandates set signed_on = '2026-01-01' where id = $1", [mandate])).rejects.toMatchObject({ constraint: 'mandates_used' })
  })

  it('tells of another name without telling the bank of an amendment', async () => {
    const mandate = await mandateOf(await bank.atTheBank({ pledges: [1_000] }))
    expect(await change(mandate, { accountHolder: 'Na het huwelijk' })).toEqual({ isAmendment: false })
    expect(await changesOf(mandate)).toHaveLength(1)
  })

  it.each([
    [{ iban: 'NL92ABNA0417164300' }, 'IBAN_INVALID'], [{ iban: 'TR330006100519786457841326' }, 'NOT_SEPA'], [{ accountHolder: '✿' }, 'NAME_EMPTY_AFTER_TRANSLITERATION'],
    [{ reference: '//A' }, 'IDENTIFIER_INVALID'], [{ reference: 'x'.repeat(36) }, 'IDENTIFIER_INVALID'], [{}, 'MANDATE_NOTHING_CHANGED'],
  ])('refuses %j with %s', async (given, code) => {
    const { mandate } = await unused()
    await expect(change(mandate, given)).rejects.toMatchObject({ code })
  })
})

describe('a reference (sepa §2.2)', () => {
  it('is of one mandate of a creditor, capitals or not, also after that one took another', async () => {
    const { mandate, creditor, donor } = await unused({ reference: 'M-1x' })
    await expect(bank.build.mandate(creditor, donor, { reference: 'm-1X' })).rejects.toMatchObject({ data: { errors: [{ path: 'reference' }] } })
    await rowsOf(kring.payload, "insert into mandate_changes (mandate_id, changed_on, former_reference, reference, former_iban, iban, former_holder, holder) values ($1, $2, 'OUD-1', 'M-1x', 'A', 'A', 'H', 'H')", [mandate, today])
    await expect(bank.build.mandate(creditor, donor, { reference: 'oud-1' })).rejects.toMatchObject({ data: { errors: [{ path: 'reference' }] } })
    const other = await bank.build.mandate(creditor, donor)
    await expect(change(other, { reference: 'OUD-1' })).rejects.toMatchObject({ code: 'MANDATE_REFERENCE_DUPLICATE' })
    expect(await change(mandate, { reference: 'OUD-1' })).toEqual({ isAmendment: false })
  })

  it('is not given at a creditor that is no longer in use', async () => {
    const { creditor, donor } = await unused()
    await kring.payload.update({ collection: 'creditors', id: creditor, data: { isActive: false } })
    await expect(bank.build.mandate(creditor, donor)).rejects.toMatchObject({ data: { errors: [{ path: 'creditor' }] } })
  })
})

describe('ending a mandate', () => {
  it('keeps the day of signature, cancels what was planned and tells what is at the bank', async () => {
    const world = await bank.atTheBank({ pledges: [1_000] })
    const mandate = await mandateOf(world)
    const pledge = await bank.build.pledge(world.donors[0] ?? 0, world.fund, { mandate, startDate: addDays(collected, 10) })
    await rowsOf(kring.payload, `
      insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, instalment, amount_cents, collection_date, original_collection_date, sequence_type, description, status)
      select 'E' || $2::int, creditor_id, id, debtor_id, $2::int, 1, 1000, '2026-12-01', '2026-12-01', 'RCUR', 'x', 'planned' from mandates where id = $1`, [mandate, pledge])
    expect(await end(mandate, { endsPledges: true })).toEqual({ cancelled: 1, pledges: 2, batched: 0, submitted: 1 })
    expect(await one(mandate)).toMatchObject({ status: 'terminated', ended: today, signed: '2025-01-01' })
    expect(await rowsOf(kring.payload, 'select status, cancel_reason as why from debit_instructions where pledge_id = $1', [pledge])).toEqual([{ status: 'cancelled', why: 'mandateEnded' }])
    expect(await rowsOf(kring.payload, 'select end_date::text as "end", end_reason as why from pledges where id = $1', [pledge])).toEqual([{ end: today, why: 'Op verzoek' }])
  })

  it('is for good, for everybody', async () => {
    const { mandate, donor } = await unused()
    const pledge = await bank.build.pledge(donor, await bank.build.fund('Voor goed'), { mandate, startDate: '2027-01-01' })
    await end(mandate)
    await expect(end(mandate)).rejects.toMatchObject({ code: 'MANDATE_ENDED_STAYS' })
    await expect(change(mandate, { iban: 'NL44RABO0123456789' })).rejects.toMatchObject({ code: 'MANDATE_ENDED_STAYS' })
    await expect(kring.payload.update({ collection: 'mandates', id: mandate, data: { status: 'active' } })).rejects.toMatchObject({ data: { errors: [{ path: 'status' }] } })
    await expect(rowsOf(kring.payload, "update mandates set status = 'active', ended_on = null where id = $1", [mandate])).rejects.toMatchObject({ constraint: 'mandates_stay_ended' })
    await kring.payload.update({ collection: 'pledges', id: pledge, data: { endDate: '2027-02-01' } })
  })

  it('is done once when two press at the same moment', async () => {
    const { mandate } = await unused()
    const ends = await Promise.allSettled([end(mandate), end(mandate), end(mandate)])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('a mandate and its pledges that are changed and ended at the same moment', () => {
  it('wait for each other in one order', async () => {
    const fund = await bank.build.fund('Tegelijk')
    const pairs = await Promise.all(Array.from({ length: 25 }, async () => {
      const { mandate, donor } = await unused()
      return { mandate, pledge: await bank.build.pledge(donor, fund, { mandate, startDate: '2027-01-01' }) }
    }))
    const outcomes = await Promise.allSettled(pairs.flatMap(({ mandate, pledge }, place) => [
      kring.payload.update({ collection: 'mandates', id: mandate, data: { status: 'blocked', blockReason: 'Even', place: `Plaats ${place}` } }),
      end(mandate, { endsPledges: true }),
      kring.payload.update({ collection: 'pledges', id: pledge, data: { endReason: `Reden ${place}` } }),
    ]))
    expect(JSON.stringify(outcomes.map((one) => (one.status === 'rejected' ? [String(one.reason), String((one.reason as Error).cause)] : []))).match(/40P01|deadlock/)).toBeNull()
    expect((await rowsOf(kring.payload, 'select distinct status from mandates where id = any($1)', [pairs.map(({ mandate }) => mandate)]))).toEqual([{ status: 'terminated' }])
  })
})

describe('blocking a mandate', () => {
  it('keeps new pledges from it until it is unblocked', async () => {
    const { mandate, donor } = await unused()
    const fund = await bank.build.fund('Geblokkeerd')
    expect(await blockMandate(await reqOn(kring.payload, today), { mandate, reason: 'Betwist' })).toEqual({ status: 'blocked' })
    expect(await one(mandate)).toMatchObject({ status: 'blocked', why: 'Betwist' })
    await expect(bank.build.pledge(donor, fund, { mandate, startDate: '2027-01-01' })).rejects.toMatchObject({ data: { errors: [{ path: 'mandate' }] } })
    await expect(blockMandate(await reqOn(kring.payload, today), { mandate, reason: 'Nog eens' })).rejects.toMatchObject({ code: 'MANDATE_BLOCKED_ALREADY' })
    expect(await unblockMandate(await reqOn(kring.payload, today), mandate)).toEqual({ status: 'active' })
    expect(await one(mandate)).toMatchObject({ status: 'active', why: null })
    await expect(unblockMandate(await reqOn(kring.payload, today), mandate)).rejects.toMatchObject({ code: 'MANDATE_NOT_BLOCKED' })
  })
})

describe('A28 the amendment from end to end (sepa §7.1)', () => {
  const toldAt = async (mandate: number) => (await rowsOf<{ former: string | null }>(kring.payload, 'select former_iban as former from debit_instructions where mandate_id = $1 and batch_id is not null order by id', [mandate])).map(({ former }) => former)

  it('goes along again and again until a collection with it settled', async () => {
    const months = debitMonths(kring.payload)
    const story = await months.begin()
    const first = String((await one(story.mandate))?.['iban'])
    await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: '2026-03-16' })
    await months.collect(story, day('2026-03-16'))
    await change(story.mandate, { iban: 'NL44RABO0123456789' })
    await change(story.mandate, { iban: 'NL69INGB0123456789' })
    await months.deliver(story, day('2026-04-16'))
    await months.deliver(story, day('2026-05-18'))
    expect(await toldAt(story.mandate)).toEqual([null, first, first])
    await months.read(story, day('2026-04-16'))
    await months.deliver(story, day('2026-06-16'))
    expect(await toldAt(story.mandate)).toEqual([null, first, first, null])
  })
})
