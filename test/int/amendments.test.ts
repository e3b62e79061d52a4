import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formerAccount } from '../../src/domain/amendment'
import { nextBankingDay } from '../../src/domain/bankingDays'
import type { InstructionStatus } from '../../src/domain/instructionStatus'
import { addDays, addMonths, day, type LocalDate } from '../../src/domain/localDate'
import { changeMandate, type ChangeMandate } from '../../src/operations/changeMandate'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { cancelBatch } from '../../src/operations/moveBatch'
import { refuseInstruction } from '../../src/operations/refuseInstruction'
import { retryInstruction } from '../../src/operations/retryInstruction'
import { seededRandom } from '../bank/random'
import { reqOn, rowsOf } from '../setup/builders'
import { collectingStories, type CollectingStories } from '../setup/collectingStories'
import { bootPayload, type BootedPayload } from '../setup/database'
import { debitMonths, type Months } from '../setup/debitMonths'
import { fileOfBatch, type DebitFile } from '../setup/debitFile'

let kring: BootedPayload
let months: ReturnType<typeof debitMonths>
let stories: CollectingStories

beforeAll(async () => {
  kring = await bootPayload()
  months = debitMonths(kring.payload)
  stories = collectingStories(kring.payload)
})
afterAll(() => kring.destroy())

type Row = Readonly<Record<string, unknown>>
const [march, april, may, june] = [day('2026-03-16'), day('2026-04-16'), day('2026-05-18'), day('2026-06-16')]
const [first, second, third] = ['NL20INGB0001234567', 'NL44RABO0123456789', 'NL69INGB0123456789']
const rows = <R extends Row>(query: string, values: readonly unknown[] = []) => rowsOf<R>(kring.payload, query, values)
const change = async ({ mandate }: Months, rest: Omit<ChangeMandate, 'mandate' | 'today'>) => changeMandate(await reqOn(kring.payload, march), { mandate, today: march, ...rest })
const filesAt = async (creditor: number): Promise<readonly DebitFile[]> =>
  Promise.all((await rows<{ id: number }>('select id from debit_batches where creditor_id = $1 order by id', [creditor])).map(({ id }) => fileOfBatch(kring.payload, id)))
const debitsAt = async (creditor: number) => (await filesAt(creditor)).flatMap(({ groups }) => groups.flatMap(({ debits }) => debits))
/** Account and what is told of the former one, of each debit in order. */
const toldBy = async ({ creditor }: Months) => (await debitsAt(creditor)).map(({ iban, former }) => [iban, former])
const refuse = async (endToEndId: string | undefined) => {
  const [row] = await rows<{ id: number }>('select id from debit_instructions where end_to_end_id = $1', [endToEndId])
  return refuseInstruction(await reqOn(kring.payload, march), { instruction: row?.id ?? 0, reason: 'AC04', today: march })
}

/** Somebody who gives every month from March on, collected from in March, and settled then. */
async function collectedInMarch(creditorRest: Row = {}, mandateRest: Row = {}): Promise<Months> {
  const story = await months.begin(creditorRest, { iban: first, ...mandateRest })
  await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: march })
  await months.collect(story, march)
  return story
}

describe('sepa §7.1 another account', () => {
  it('goes along as SMNDA until a collection that told it settled', async () => {
    const story = await collectedInMarch()
    await change(story, { iban: second })
    await months.deliver(story, april)
    await months.deliver(story, may)
    await months.read(story, april)
    await months.deliver(story, june)
    expect(await toldBy(story)).toEqual([[first, undefined], [second, 'SMNDA'], [second, 'SMNDA'], [second, undefined]])
  })

  it('returned AM04 after it settled: was reported once, and is not again', async () => {
    const story = await collectedInMarch()
    await change(story, { iban: second })
    await months.collect(story, april, 'AM04')
    await months.deliver(story, may)
    expect(await toldBy(story)).toEqual([[first, undefined], [second, 'SMNDA'], [second, undefined]])
  })

  it('refused before settlement: again', async () => {
    const story = await collectedInMarch()
    await change(story, { iban: second })
    const [told] = await months.deliver(story, april)
    await refuse(told)
    await months.deliver(story, may)
    expect(await toldBy(story)).toEqual([[first, undefined], [second, 'SMNDA'], [second, 'SMNDA']])
  })

  it('after AC04 and a new account, the next one tells of it', async () => {
    const story = await months.begin({}, { iban: first })
    await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: march })
    await months.collect(story, march, 'AC04')
    await change(story, { iban: second })
    await rows("update mandates set status = 'active', block_reason = null where id = $1", [story.mandate])
    await months.deliver(story, april)
    expect(await toldBy(story)).toEqual([[first, undefined], [second, 'SMNDA']])
  })

  it('after a return and a new account, the retry tells of it, under an end-to-end id of its own', async () => {
    const story = await months.begin({}, { iban: first })
    await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: march })
    await months.collect(story, march, 'AM04')
    await change(story, { iban: second })
    const [failed] = await rows<{ id: number }>("select id from debit_instructions where creditor_id = $1 and status = 'returned'", [story.creditor])
    await retryInstruction(await reqOn(kring.payload, day('2026-03-20')), { instruction: failed?.id ?? 0, today: day('2026-03-20'), now: new Date('2026-03-20T08:00:00Z') })
    await stories.batch(story.creditor, '2026-03-20', { until: day('2026-03-26') })
    expect(await toldBy(story)).toEqual([[first, undefined], [second, 'SMNDA']])
    expect(new Set((await debitsAt(story.creditor)).map(({ endToEndId }) => endToEndId)).size).toBe(2)
    expect(new Set((await debitsAt(story.creditor)).map(({ reference }) => reference)).size).toBe(1)
  })

  it('twice before the next collection: once', async () => {
    const story = await collectedInMarch()
    await change(story, { iban: second })
    await change(story, { iban: third })
    await months.deliver(story, april)
    expect((await toldBy(story)).slice(1)).toEqual([[third, 'SMNDA']])
    expect((await filesAt(story.creditor))[1]?.xml.match(/<AmdmntInd>true/g)).toHaveLength(1)
  })

  it('and back again before the next collection: none', async () => {
    const story = await collectedInMarch()
    await change(story, { iban: second })
    await change(story, { iban: first })
    await months.deliver(story, april)
    expect((await toldBy(story)).slice(1)).toEqual([[first, undefined]])
  })

  it('of a mandate that was never used: none, it is just overwritten', async () => {
    const story = await months.begin({}, { iban: first })
    await change(story, { iban: second })
    await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: march })
    await months.deliver(story, march)
    expect(await toldBy(story)).toEqual([[second, undefined]])
  })

  it('of a mandate that was only in a batch that was taken back: none', async () => {
    const story = await months.begin({}, { iban: first })
    await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: march })
    await months.deliver(story, march)
    const [batch] = await rows<{ id: number }>('select id from debit_batches where creditor_id = $1', [story.creditor])
    await cancelBatch(await reqOn(kring.payload, addDays(march, -14)), batch?.id ?? 0, { isNotSent: true })
    expect(await change(story, { iban: second })).toEqual({ isAmendment: false })
    await months.deliver(story, march)
    expect((await toldBy(story)).slice(1)).toEqual([[second, undefined]])
  })

  it('told in a batch that was taken back: again in the next, of what it is by then', async () => {
    const story = await collectedInMarch()
    await change(story, { iban: second })
    await months.deliver(story, april)
    const [, batch] = await rows<{ id: number }>('select id from debit_batches where creditor_id = $1 order by id', [story.creditor])
    await cancelBatch(await reqOn(kring.payload, march), batch?.id ?? 0, { isNotSent: true })
    await change(story, { iban: third })
    await months.deliver(story, april)
    expect((await toldBy(story)).slice(1)).toEqual([[second, 'SMNDA'], [third, 'SMNDA']])
  })

  it('is told with the account itself where the bank wants that, also when it changed twice', async () => {
    const story = await collectedInMarch({ originalAccount: 'told' })
    await change(story, { iban: second })
    await change(story, { iban: third })
    await months.deliver(story, april)
    expect((await toldBy(story)).slice(1)).toEqual([[third, first]])
  })

  it('is told in version .02 as well', async () => {
    const story = await collectedInMarch({ messageVersion: 'v02' })
    await change(story, { iban: second })
    await months.deliver(story, april)
    expect((await filesAt(story.creditor)).map(({ version }) => version)).toEqual(['pain.008.001.02', 'pain.008.001.02'])
    expect((await toldBy(story)).slice(1)).toEqual([[second, 'SMNDA']])
  })

  it('changed while a batch is on its way: that one keeps the account that it went with', async () => {
    const story = await collectedInMarch()
    await months.deliver(story, april)
    const before = await filesAt(story.creditor)
    await change(story, { iban: second })
    expect(await filesAt(story.creditor)).toEqual(before)
    expect(await rows("select debtor_iban as iban from debit_instructions where creditor_id = $1 and status = 'submitted'", [story.creditor])).toEqual([{ iban: first }])
    await months.deliver(story, may)
    expect((await toldBy(story)).slice(1)).toEqual([[first, undefined], [second, 'SMNDA']])
  })
})

describe('sepa §7.1 another reference', () => {
  it('goes along with the former one, until that settled', async () => {
    const story = await collectedInMarch({}, { reference: 'OUD-7' })
    await change(story, { reference: 'NIEUW-7' })
    await months.collect(story, april)
    await months.deliver(story, may)
    expect((await debitsAt(story.creditor)).map(({ reference, formerReference, former }) => [reference, formerReference, former])).toEqual([
      ['OUD-7', undefined, undefined], ['NIEUW-7', 'OUD-7', undefined], ['NIEUW-7', undefined, undefined],
    ])
  })

  it('together with another account: both', async () => {
    const story = await collectedInMarch({}, { reference: 'OUD-8' })
    await change(story, { reference: 'NIEUW-8', iban: second })
    await months.deliver(story, april)
    expect((await debitsAt(story.creditor)).slice(1)).toMatchObject([{ reference: 'NIEUW-8', formerReference: 'OUD-8', iban: second, former: 'SMNDA' }])
  })

  it('another holder alone is no amendment', async () => {
    const story = await collectedInMarch()
    await change(story, { accountHolder: 'Na het huwelijk' })
    await months.deliver(story, april)
    expect((await filesAt(story.creditor))[1]?.xml).toContain('<Nm>Na het huwelijk</Nm>')
    expect((await filesAt(story.creditor))[1]?.xml).not.toContain('AmdmntInd')
  })
})

describe('sepa §7 a mandate that slept for 36 months', () => {
  const onceOn = ({ donor, fund, mandate }: Months, startDate: string) => months.build.pledge(donor, fund, { mandate, startDate, frequency: 'once' })
  /** What becomes of a debit on that day, two weeks before, moved to another day where that is asked. */
  async function batchFor(story: Months, date: LocalDate, { today = addDays(date, -14), shiftTo }: { today?: LocalDate; shiftTo?: LocalDate } = {}) {
    await onceOn(story, date)
    await stories.generate(today, date)
    const made = await stories.batch(story.creditor, today, shiftTo ? { shiftTo } : {})
    return { count: made.batches.length, left: made.left.map(({ reason }) => reason) }
  }
  const dormant = { count: 0, left: ['MANDATE_DORMANT'] }
  const fine = { count: 1, left: [] }

  it.each([['2026-11-30', fine], ['2026-12-01', dormant]] as const)('last due on 30 November 2023, even if it was returned: due on %s', async (date, expected) => {
    const story = await months.begin({}, { signedOn: '2022-01-01' })
    await onceOn(story, '2023-11-30')
    await months.collect(story, day('2023-11-30'), 'AM04')
    expect(await batchFor(story, day(date))).toEqual(expected)
  })

  it.each([['2026-01-09', fine], ['2026-01-12', dormant]] as const)('never used and signed on 9 January 2023: due on %s', async (date, expected) => {
    expect(await batchFor(await months.begin({}, { signedOn: '2023-01-09' }), day(date))).toEqual(expected)
  })

  it('the day on which it is really collected decides', async () => {
    const story = await months.begin({}, { signedOn: '2023-03-02' })
    expect(await batchFor(story, day('2026-03-02'), { today: day('2026-02-27'), shiftTo: day('2026-03-03') })).toEqual(dormant)
  })

  it('what was refused before it was presented does not count', async () => {
    const story = await months.begin({}, { signedOn: '2022-12-01' })
    await onceOn(story, '2023-11-30')
    const [id] = await months.deliver(story, day('2023-11-30'))
    await refuse(id)
    expect(await batchFor(story, day('2026-11-30'))).toEqual(dormant)
  })

  it('is not signed in the future of its collection', async () => {
    const story = await months.begin()
    await rows("update mandates set signed_on = '2026-12-02' where id = $1", [story.mandate])
    expect(await batchFor(story, day('2026-12-01'))).toEqual({ count: 0, left: ['MANDATE_NOT_SIGNED_YET'] })
  })
})

describe('sepa §5 the sequence', () => {
  const oneOff = async (creditor: number, fund: number) => {
    const donor = await stories.build.person('Eenmalig')
    const mandate = await stories.build.mandate(creditor, donor, { type: 'oneOff' })
    return { mandate, pledge: await stories.build.pledge(donor, fund, { mandate, startDate: '2026-03-02', frequency: 'once' }) }
  }

  it('3 recurring and 1 one-off on the same day are two groups', async () => {
    const creditor = await stories.planned([['2026-03-02', 1_000], ['2026-03-02', 2_000], ['2026-03-02', 3_000]])
    await oneOff(creditor, (await stories.donorAtOwnCreditor()).fund)
    await stories.generate('2026-02-16', '2026-03-31')
    const { batches: [made] } = await stories.batch(creditor, '2026-02-16')
    const { groups } = await fileOfBatch(kring.payload, made?.id ?? 0)
    expect(groups.map(({ sequenceType, count, date }) => [sequenceType, count, date])).toEqual([['RCUR', 3, '2026-03-02'], ['OOFF', 1, '2026-03-02']])
  })

  it('the first of a recurring mandate is RCUR too', async () => {
    const story = await collectedInMarch()
    expect((await filesAt(story.creditor)).flatMap(({ groups }) => groups.map(({ sequenceType }) => sequenceType))).toEqual(['RCUR'])
  })

  it('a one-off that the bank refused before it was presented may be tried again', async () => {
    const { creditor, fund } = await stories.donorAtOwnCreditor()
    const { mandate } = await oneOff(creditor, fund)
    await stories.generate('2026-02-16', '2026-03-31')
    const { batches: [made] } = await stories.batch(creditor, '2026-02-16')
    await handOutBatchFile(await reqOn(kring.payload, day('2026-02-16')), made?.id ?? 0)
    const [row] = await rows<{ id: number }>('select id from debit_instructions where mandate_id = $1', [mandate])
    await refuseInstruction(await reqOn(kring.payload, day('2026-02-17')), { instruction: row?.id ?? 0, reason: 'FF01', today: day('2026-02-17') })
    await retryInstruction(await reqOn(kring.payload, day('2026-02-17')), { instruction: row?.id ?? 0, today: day('2026-02-17'), now: new Date('2026-02-17T08:00:00Z') })
    const { batches: [again] } = await stories.batch(creditor, '2026-02-17')
    expect((await fileOfBatch(kring.payload, again?.id ?? 0)).groups).toMatchObject([{ sequenceType: 'OOFF', count: 1 }])
  })
})

describe('sepa §7.1: what the database tells of a mandate', () => {
  const accounts = [first, second, third]
  type Gone = { id: string; iban: string; reference: string; status: InstructionStatus; isAmendment: boolean; former: string | null; formerReference: string | null }
  const gone = async (mandate: number) => rows<Gone>(`
    select end_to_end_id as id, debtor_iban as iban, mandate_reference as reference, status, num_nonnulls(former_iban, former_reference) > 0 as "isAmendment", former_iban as former, former_reference as "formerReference"
      from debit_instructions where mandate_id = $1 and batch_id is not null order by collection_date, id`, [mandate])

  it.each([1, 2, 3, 4, 5])('is what the domain says of what went before, whatever changed and became of it (story %i)', async (seed) => {
    const random = seededRandom(seed)
    const story = await months.begin({}, { iban: first })
    await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: march })
    let iban = first
    for (let month = 0; month < 6; month += 1) {
      const [date, wanted] = [addMonths(march, month), accounts[random(accounts.length)] ?? first]
      if (wanted !== iban) await change(story, { iban: wanted })
      iban = wanted
      if (random(4) === 0) await change(story, { reference: `S${seed}-${month}` })
      const before = await gone(story.mandate)
      const [current] = await rows<{ iban: string; reference: string }>('select iban, reference from mandates where id = $1', [story.mandate])
      const [id] = await months.deliver(story, date)
      const told = (await gone(story.mandate)).at(-1)
      const expected = formerAccount(before.map((one, order) => ({ ...one, order })), current ?? { iban: '', reference: '' })
      expect([told?.former ?? undefined, told?.formerReference ?? undefined]).toEqual([expected.iban, expected.reference])
      const became = random(4)
      if (became === 0) await refuse(id)
      else if (became < 3) await months.read(story, nextBankingDay(date))
      if (became !== 2) continue
      story.bank.sendBack(id ?? '', 'AM04', nextBankingDay(addDays(nextBankingDay(date), 2)))
      await months.read(story, nextBankingDay(addDays(nextBankingDay(date), 2)))
    }
  })
})
