import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { endMandate } from '../../src/operations/endMandate'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { importBankFile, textFile } from '../../src/operations/importBankFile'
import { cancelBatch, submitBatch, undoSubmission } from '../../src/operations/moveBatch'
import { moveInstructions } from '../../src/operations/moveInstructions'
import { previewBatches } from '../../src/operations/previewBatches'
import { refuseInstruction, undoRefusal } from '../../src/operations/refuseInstruction'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { paidCancelledBatches, paidThoughCancelled } from '../../src/store/paidCancelled'
import { readConnection } from '../../src/store/transaction'
import { simulatedBank, type SimulatedBank } from '../bank/simulatedBank'
import { credit } from '../setup/bankWorld'
import { reqOn, rowsOf, testIban } from '../setup/builders'
import { collectingStories, euros, type CollectingStories, type Planned } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { fileOfBatch } from '../setup/debitFile'

let kring: BootedPayload
let stories: CollectingStories
let treasurer: number
let ibans = 0

beforeAll(async () => {
  kring = await bootPayload()
  stories = collectingStories(kring.payload)
  treasurer = (await stories.build.user('penningmeester', { role: 'finance' })).id
})
afterAll(() => kring.destroy())

type Row = Readonly<Record<string, unknown>>
const early = day('2026-02-16')
const req = () => reqOn(kring.payload, early, { id: treasurer })
const rows = <R extends Row>(query: string, values: readonly unknown[] = []) => rowsOf<R>(kring.payload, query, values)
/** Whole rows, but for the moment of their last change. */
const asTheyAre = (creditor: number) => rows("select to_jsonb(i) - 'updated_at' as row from debit_instructions i where creditor_id = $1 order by id", [creditor])
const mandatesOf = (creditor: number) => rows("select to_jsonb(m) - 'updated_at' as row from mandates m where creditor_id = $1 order by id", [creditor])
const endToEndIds = async (creditor: number) => (await rows<{ id: string }>("select end_to_end_id as id from debit_instructions where creditor_id = $1 and status <> 'cancelled' order by id", [creditor])).map(({ id }) => id)
const statusOf = async (batch: number) => (await rows<{ status: string }>('select status from debit_batches where id = $1', [batch]))[0]?.status
const idOf = async (creditor: number, place = 0): Promise<number> => (await stories.instructionsAt(creditor))[place]?.id ?? 0

const fetched = async (batch: number) => handOutBatchFile(await req(), batch)
const cancelled = async (batch: number, isNotSent = false) => cancelBatch(await req(), batch, { isNotSent, reason: 'Verkeerde selectie' })
const sent = async (batch: number) => submitBatch(await req(), batch)
const notSent = async (batch: number) => undoSubmission(await req(), batch)

/** A creditor with one batch of these, as it was made. */
async function oneBatch(amounts: Planned, rest: Row = {}): Promise<{ creditor: number; batch: number; iban: string }> {
  const iban = testIban(80_000 + (ibans += 1))
  const creditor = await stories.planned(amounts, { iban, ...rest })
  const { batches: [made] } = await stories.batch(creditor, early)
  return { creditor, batch: made?.id ?? 0, iban }
}

/** The same, at the bank. */
async function atTheBank(amounts: Planned): Promise<{ creditor: number; batch: number; bank: SimulatedBank }> {
  const { creditor, batch, iban } = await oneBatch(amounts)
  const bank = simulatedBank({ seed: 1, iban, hasOtherTraffic: false })
  bank.receive((await fetched(batch)).bytes.toString())
  await sent(batch)
  return { creditor, batch, bank }
}

const importDay = async (bank: SimulatedBank, date: string) =>
  importBankFile(await reqOn(kring.payload, addDays(day(date), 1)), textFile(`${date}.xml`, bank.statement(day(date)), addDays(day(date), 1)))

describe('cancelling a batch puts everything back (sepa §2.2, §13)', () => {
  /** Plain ones, one on a Saturday, one that staff moved, one that failed before and is tried again, and parts of an invoice. */
  async function ofEveryKind(): Promise<number> {
    const iban = testIban(80_000 + (ibans += 1))
    const creditor = await stories.planned([['2026-02-27', 900], ['2026-03-02', 1_000], ['2026-03-07', 2_000]], { iban })
    const { batches: [first] } = await stories.batch(creditor, early, { instructions: [await idOf(creditor)] })
    const bank = simulatedBank({ seed: 1, iban, hasOtherTraffic: false })
    bank.receive((await fetched(first?.id ?? 0)).bytes.toString())
    await importDay(bank, '2026-02-27')
    bank.sendBack((await endToEndIds(creditor))[0] ?? '', 'AM04', day('2026-03-02'))
    await importDay(bank, '2026-03-02')
    await retryInstruction(await reqOn(kring.payload, day('2026-03-03')), { instruction: await idOf(creditor), today: day('2026-03-03'), now: new Date('2026-03-03T08:00:00Z') })
    await moveInstructions(await req(), { instructions: [await idOf(creditor, 1)], collectionDate: day('2026-03-12'), today: early })
    const [mandate] = await rows<{ id: number; debtor: number }>('select id, debtor_id as debtor from mandates where creditor_id = $1', [creditor])
    await stories.invoice(mandate?.debtor ?? 0, mandate?.id ?? 0, 5_000, { dueDate: '2026-03-31', parts: 3, onDay: 31 })
    await stories.generate('2026-02-16', '2026-04-30')
    return creditor
  }

  it('column by column, mandates too', async () => {
    const creditor = await ofEveryKind()
    const [before, mandates] = [await asTheyAre(creditor), await mandatesOf(creditor)]
    const { batches: [made] } = await stories.batch(creditor, early, { until: day('2026-06-30') })
    expect(made).toMatchObject({ instructionCount: 6 })
    expect(await asTheyAre(creditor)).not.toEqual(before)
    expect(await cancelled(made?.id ?? 0)).toEqual({ freed: 6 })
    expect(await asTheyAre(creditor)).toEqual(before)
    expect(await mandatesOf(creditor)).toEqual(mandates)
  })

  it('also when it was fetched, but only when somebody says that it was not sent', async () => {
    const { creditor, batch } = await oneBatch(euros(10, 20))
    await fetched(batch)
    await expect(cancelled(batch)).rejects.toMatchObject({ code: 'BATCH_MAYBE_SENT' })
    expect((await stories.instructionsAt(creditor)).map(({ status }) => status)).toEqual(['submitted', 'submitted'])
    expect(await cancelled(batch, true)).toEqual({ freed: 2 })
    expect((await stories.instructionsAt(creditor)).map(({ status, batch_id, group_id }) => [status, batch_id, group_id])).toEqual([['planned', null, null], ['planned', null, null]])
  })

  it('with late ones back on the day that was meant, to be asked about again', async () => {
    const creditor = await stories.planned([['2026-02-17', 1_000], ['2026-02-28', 1_500], ['2026-03-02', 2_000]])
    const before = await asTheyAre(creditor)
    const { batches: [made], shifted } = await stories.batch(creditor, early, { shiftTo: day('2026-03-02') })
    expect(shifted).toEqual({ count: 1, date: '2026-03-02' })
    await cancelled(made?.id ?? 0)
    expect(await asTheyAre(creditor)).toEqual(before)
    await expect(stories.batch(creditor, early)).rejects.toMatchObject({ code: 'BATCH_TOO_LATE' })
  })

  it('with a late one that staff moved before on the day to which they moved it', async () => {
    const creditor = await stories.planned([['2026-02-10', 1_000], ['2026-02-10', 1_500], ['2026-03-02', 2_000]])
    await moveInstructions(await req(), { instructions: [await idOf(creditor)], collectionDate: day('2026-02-17'), today: early })
    const before = await asTheyAre(creditor)
    const { batches: [made] } = await stories.batch(creditor, early, { shiftTo: day('2026-03-02') })
    expect((await stories.instructionsAt(creditor)).map(({ collected }) => collected)).toEqual(['2026-03-02', '2026-03-02', '2026-03-02'])
    await cancelled(made?.id ?? 0)
    expect(await asTheyAre(creditor)).toEqual(before)
    expect((await stories.instructionsAt(creditor)).map(({ collected }) => collected)).toEqual(['2026-02-17', '2026-02-10', '2026-03-02'])
  })

  it('never to an earlier day than staff moved them to', async () => {
    const creditor = await stories.planned(euros(10, 20))
    await moveInstructions(await req(), { instructions: [await idOf(creditor)], collectionDate: day('2026-03-20'), today: early })
    for (const reason of ['Verkeerd', 'Weer verkeerd']) {
      const { batches: [made] } = await stories.batch(creditor, early)
      await cancelBatch(await req(), made?.id ?? 0, { isNotSent: false, reason })
      expect((await stories.instructionsAt(creditor)).map(({ original, collected }) => [original, collected])).toEqual([['2026-03-02', '2026-03-20'], ['2026-03-02', '2026-03-02']])
    }
  })

  it('and a mandate that was never collected with may change in everything again', async () => {
    const { creditor, batch } = await oneBatch(euros(10))
    const [mandate] = await rows<{ id: number }>('select id from mandates where creditor_id = $1', [creditor])
    const change = () => kring.payload.update({ collection: 'mandates', id: mandate?.id ?? 0, data: { iban: 'NL44RABO0123456789', signedOn: '2025-06-01' } })
    await expect(change()).rejects.toMatchObject({ data: { errors: [{ path: 'iban' }] } })
    await cancelled(batch)
    await expect(change()).resolves.toMatchObject({ iban: 'NL44RABO0123456789', signedOn: '2025-06-01' })
    expect(await rows('select 1 from mandate_changes where mandate_id = $1', [mandate?.id])).toEqual([])
  })

  it('so that the next batch has the same end-to-end ids under other ids of message and group', async () => {
    const { creditor, batch } = await oneBatch([['2026-03-02', 1_000], ['2026-03-03', 2_000]])
    const former = await fetched(batch)
    await cancelled(batch, true)
    const { batches: [again] } = await stories.batch(creditor, early)
    const [was, is] = [await fileOfBatch(kring.payload, batch), await fileOfBatch(kring.payload, again?.id ?? 0)]
    const ids = ({ groups }: typeof was) => groups.flatMap(({ debits }) => debits.map(({ endToEndId }) => endToEndId))
    expect(ids(is)).toEqual(ids(was))
    expect(new Set([was.messageId, is.messageId]).size).toBe(2)
    expect(new Set([...was.groups, ...is.groups].map(({ id }) => id)).size).toBe(4)
    await expect(fetched(batch)).rejects.toMatchObject({ code: 'BATCH_CANCELLED' })
    expect(was.xml).toBe(former.bytes.toString())
    expect((await fetched(again?.id ?? 0)).name).toBe(`${is.messageId}.xml`)
  })

  it('except for what ended or was paid meanwhile, which is called off', async () => {
    const { creditor, batch } = await oneBatch(euros(10, 20, 30))
    const ids = (await stories.instructionsAt(creditor)).map(({ id }) => id)
    await rows("update pledges set payment_method = 'transfer' where id = (select pledge_id from debit_instructions where id = $1)", [ids[0]])
    await rows('update pledges set amount_cents = 2500 where id = (select pledge_id from debit_instructions where id = $1)', [ids[1]])
    expect(await cancelled(batch)).toEqual({ freed: 3 })
    expect(await rows('select status, cancel_reason as why from debit_instructions where creditor_id = $1 order by id', [creditor])).toEqual([
      { status: 'cancelled', why: 'pledgeEnded' }, { status: 'cancelled', why: 'pledgeChanged' }, { status: 'planned', why: null },
    ])
    await endMandate(await req(), { mandate: (await rows<{ id: number }>('select id from mandates where creditor_id = $1', [creditor]))[0]?.id ?? 0, reason: '', today: early })
    await expect(stories.batch(creditor, early)).rejects.toMatchObject({ code: 'NOTHING_TO_COLLECT' })
  })

  it('and what it took of the limits of day and month is free again (I5)', async () => {
    const limits = { dayMaxCount: 2, monthMaxAmountCents: 3_000 }
    const { creditor, batch } = await oneBatch(euros(10, 20, 30), limits)
    await expect(stories.batch(creditor, early)).resolves.toMatchObject({ batches: [], leftCounts: [{ reason: 'EXCEEDS_MONTH_LIMIT', count: 1 }] })
    await cancelled(batch)
    const third = await idOf(creditor, 2)
    await expect(stories.batch(creditor, early, { instructions: [third] })).resolves.toMatchObject({ batches: [{ totalCents: 3_000 }], left: [] })
  })
})

describe('what changed while a batch was not fetched yet (sepa §7: cancelling pulls it out of open batches)', () => {
  const mandate = '(select id from mandates where creditor_id = $1 limit 1)'
  it.each([
    ['the mandate is blocked', `update mandates set status = 'blocked' where id = ${mandate}`, 2],
    ['the mandate ended', `update mandates set status = 'terminated', ended_on = '2026-02-16' where id = ${mandate}`, 2],
    ['the debtor died', `update relations set deceased_on = '2026-02-15' where id = (select debtor_id from mandates where id = ${mandate})`, 2],
    ['a pledge is paid by transfer', "update pledges set payment_method = 'transfer' where id = (select min(pledge_id) from debit_instructions where creditor_id = $1)", 1],
    ['a pledge asks another amount', 'update pledges set amount_cents = 1234 where id = (select min(pledge_id) from debit_instructions where creditor_id = $1)', 1],
  ])('%s: the file is not handed out, until the batch is made anew', async (_what, change, count) => {
    const { creditor, batch } = await oneBatch(euros(10, 20))
    await rows(change, [creditor])
    await expect(fetched(batch)).rejects.toMatchObject({ code: 'BATCH_STALE', params: { count } })
    expect(await statusOf(batch)).toBe('created')
    expect(await cancelled(batch)).toEqual({ freed: 2 })
  })

  it('a pledge ended before its second instalment: the first may still go', async () => {
    const { creditor, donor, mandate: one, fund } = await stories.donorAtOwnCreditor()
    await rows("insert into pledges (number, donor_id, fund_id, mandate_id, amount_cents, frequency, start_date, payment_method) values ($4, $1, $2, $3, 1000, 'monthly', '2026-02-27', 'directDebit')", [donor, fund, one, 9_000_000 + donor])
    await stories.generate(early, '2026-03-31')
    const { batches: [made] } = await stories.batch(creditor, early)
    await rows("update pledges set end_date = '2026-03-10' where donor_id = $1", [donor])
    await expect(fetched(made?.id ?? 0)).rejects.toMatchObject({ code: 'BATCH_STALE', params: { count: 1 } })
    expect(await cancelled(made?.id ?? 0)).toEqual({ freed: 2 })
  })

  it('an invoice was paid in part: what is more than open is counted, from the last instalment on', async () => {
    const { creditor, donor, mandate: one } = await stories.donorAtOwnCreditor()
    const invoice = await stories.invoice(donor, one, 9_000, { dueDate: '2026-02-27', parts: 3 })
    await stories.generate(early, '2026-06-30')
    const { batches: [made] } = await stories.batch(creditor, early, { until: day('2026-06-30') })
    await rows('insert into payments (received_on, invoice_id, amount_cents) values ($1, $2, 4000)', [early, invoice])
    await expect(fetched(made?.id ?? 0)).rejects.toMatchObject({ code: 'BATCH_STALE', params: { count: 2 } })
  })

  it('does not hold up a file that was fetched before: the bank may have it', async () => {
    const { creditor, batch } = await oneBatch(euros(10))
    await fetched(batch)
    await rows(`update mandates set status = 'blocked' where id = ${mandate}`, [creditor])
    await expect(fetched(batch)).resolves.toMatchObject({ name: expect.stringContaining('.xml') as string })
  })
})

describe('a batch that was cancelled as not sent, and that the bank paid all the same', () => {
  it('is not booked in silence: it is told, and nothing of it goes along again until the bank took the money back', async () => {
    const { creditor, batch, iban } = await oneBatch(euros(10, 20))
    const bank = simulatedBank({ seed: 1, iban, hasOtherTraffic: false })
    const [group] = bank.receive((await fetched(batch)).bytes.toString())
    await cancelled(batch, true)
    await importDay(bank, '2026-03-02')
    const [line] = await rows('select t.status, t.group_id from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1', [iban])
    expect(line).toEqual({ status: 'open', group_id: null })
    expect((await stories.instructionsAt(creditor)).map(({ status }) => status)).toEqual(['planned', 'planned'])
    const tx = readConnection(await req())
    expect(await paidCancelledBatches(tx, creditor)).toMatchObject([{ id: batch, receivedCents: 3_000 }])
    expect(await paidThoughCancelled(tx, batch)).toBe(3_000)

    const wanted = { creditor, until: day('2026-04-17'), now: new Date('2026-02-16T09:15:00Z'), today: early }
    expect((await previewBatches(await req(), wanted)).left).toMatchObject(Array.from({ length: 2 }, () => ({ reason: 'BANK_PAID_CANCELLED', batch })))
    expect(await stories.batch(creditor, early)).toMatchObject({ batches: [], leftCounts: [{ reason: 'BANK_PAID_CANCELLED', count: 2, totalCents: 3_000 }] })

    bank.book(credit(-3_000, { pmtInfId: group?.paymentInformationId, bookingDate: day('2026-03-03'), valueDate: day('2026-03-03'), bankRef: 'TERUG' }))
    await importDay(bank, '2026-03-03')
    expect(await paidCancelledBatches(tx, creditor)).toEqual([])
    expect(await stories.batch(creditor, early)).toMatchObject({ batches: [{ totalCents: 3_000 }], left: [] })
  })
})

describe('a creditor that is not in use any more', () => {
  it('collects nothing', async () => {
    const creditor = await stories.planned(euros(10))
    await rows('update creditors set is_active = false where id = $1', [creditor])
    await expect(stories.batch(creditor, early)).rejects.toMatchObject({ code: 'CREDITOR_NOT_IN_USE' })
  })
})

describe('the life of a batch', () => {
  it('goes from made by fetched to sent, and back as long as the bank said nothing', async () => {
    const { batch } = await oneBatch(euros(10))
    await expect(sent(batch)).rejects.toMatchObject({ code: 'BATCH_NOT_DOWNLOADED' })
    await expect(notSent(batch)).rejects.toMatchObject({ code: 'BATCH_NOT_SENT' })
    await fetched(batch)
    expect(await sent(batch)).toEqual({ status: 'submitted' })
    await expect(sent(batch)).rejects.toMatchObject({ code: 'BATCH_SENT_ALREADY' })
    await expect(cancelled(batch, true)).rejects.toMatchObject({ code: 'BATCH_SENT_ALREADY' })
    expect(await notSent(batch)).toEqual({ status: 'downloaded' })
    expect(await cancelled(batch, true)).toEqual({ freed: 1 })
    for (const move of [(id: number) => cancelled(id, true), sent, fetched]) await expect(move(batch)).rejects.toMatchObject({ code: 'BATCH_CANCELLED' })
  })

  it.each([cancelled, sent, notSent, fetched])('of one that does not exist is not there (%#)', async (move) => {
    await expect(move(2_000_000_000)).rejects.toMatchObject({ code: 'BATCH_UNKNOWN' })
  })

  it('stays sent once the bank refused one of it, until that is undone', async () => {
    const { creditor, batch } = await oneBatch(euros(10, 20))
    await fetched(batch)
    const refusal = { instruction: await idOf(creditor), reason: 'Brief van de bank', today: early }
    await refuseInstruction(await req(), refusal)
    expect(await statusOf(batch)).toBe('submitted')
    for (const move of [notSent, (id: number) => cancelled(id, true)]) await expect(move(batch)).rejects.toMatchObject({ code: 'BATCH_ANSWERED' })
    await undoRefusal(await req(), refusal.instruction)
    expect(await notSent(batch)).toEqual({ status: 'downloaded' })
  })

  it('stays sent once a line of the bank names it, even one that waits', async () => {
    const { creditor, batch, bank } = await atTheBank(euros(10, 20))
    bank.refuseSilently((await endToEndIds(creditor))[0] ?? '')
    await importDay(bank, '2026-03-02')
    expect(await statusOf(batch)).toBe('submitted')
    for (const move of [notSent, (id: number) => cancelled(id, true)]) await expect(move(batch)).rejects.toMatchObject({ code: 'BATCH_ANSWERED' })
  })

  it('is not cancelled once one of its groups was processed, by SQL neither', async () => {
    const { creditor, batch, bank } = await atTheBank([['2026-03-02', 1_000], ['2026-03-03', 2_000]])
    await importDay(bank, '2026-03-02')
    expect((await stories.instructionsAt(creditor)).map(({ status }) => status)).toEqual(['collected', 'submitted'])
    await expect(cancelled(batch, true)).rejects.toMatchObject({ code: 'BATCH_ANSWERED' })
    await expect(rows("update debit_batches set status = 'cancelled' where id = $1", [batch])).rejects.toMatchObject({ constraint: 'batches_life_line' })
    await expect(rows("update debit_instructions set status = 'planned', batch_id = null, group_id = null, debtor_iban = null, mandate_reference = null where id = $1", [await idOf(creditor, 1)]))
      .rejects.toMatchObject({ constraint: 'instructions_life_line' })
    await importDay(bank, '2026-03-03')
    expect(await statusOf(batch)).toBe('processed')
    await expect(cancelled(batch, true)).rejects.toMatchObject({ code: 'BATCH_ANSWERED' })
    await expect(rows("update debit_batches set status = 'cancelled' where id = $1", [batch])).rejects.toMatchObject({ constraint: 'batches_life_line' })
  })

  it('is told in its history, with who did what, which nobody changes', async () => {
    const { creditor, batch } = await oneBatch(euros(10, 20))
    const instruction = await idOf(creditor)
    await fetched(batch)
    await fetched(batch)
    await sent(batch)
    await refuseInstruction(await req(), { instruction, reason: 'Brief', today: early })
    await undoRefusal(await req(), instruction)
    await notSent(batch)
    await cancelled(batch, true)
    const events = await rows('select kind, actor_id as actor, instruction_id as instruction, detail from debit_batch_events where batch_id = $1 order by id', [batch])
    const [sha256] = (await rows<{ sha: string }>('select file_sha256 as sha from debit_batches where id = $1', [batch])).map(({ sha }) => sha)
    const byTreasurer = { actor: treasurer, instruction: null }
    expect(events).toMatchObject([
      { kind: 'made', actor: null, instruction: null, detail: { instructionCount: 2, totalCents: 3_000 } },
      { kind: 'downloaded', ...byTreasurer, detail: { sha256 } }, { kind: 'downloaded', ...byTreasurer, detail: { sha256 } },
      { kind: 'submitted', ...byTreasurer }, { kind: 'refused', actor: treasurer, instruction, detail: { reason: 'Brief' } }, { kind: 'refusalUndone', actor: treasurer, instruction },
      { kind: 'submissionUndone', ...byTreasurer }, { kind: 'cancelled', ...byTreasurer, detail: { reason: 'Verkeerde selectie' } },
    ])
    for (const change of ["update debit_batch_events set kind = 'submitted'", 'delete from debit_batch_events']) await expect(rows(`${change} where batch_id = $1`, [batch])).rejects.toMatchObject({ constraint: 'append_only' })
    expect(await rows("select changes->'status' as status from audit_log where subject = 'debit-batches' and subject_id = $1 and action = 'update' order by id", [batch])).toEqual([
      ['created', 'downloaded'], ['downloaded', 'submitted'], ['submitted', 'downloaded'], ['downloaded', 'cancelled'],
    ].map(([from, to]) => ({ status: { from, to } })))
  })

  it('keeps the file of one that was cancelled, as it was', async () => {
    const { batch } = await oneBatch(euros(10))
    const [before] = await rows('select encode(gzip, $2) as gzip, sha256 from debit_batch_files where batch_id = $1', [batch, 'hex'])
    await cancelled(batch)
    expect(await rows('select encode(gzip, $2) as gzip, sha256 from debit_batch_files where batch_id = $1', [batch, 'hex'])).toEqual([before])
    await expect(rows('delete from debit_batch_files where batch_id = $1', [batch])).rejects.toMatchObject({ constraint: 'append_only' })
  })
})
