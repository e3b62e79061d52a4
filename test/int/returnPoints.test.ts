import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextBankingDay } from '../../src/domain/bankingDays'
import { addDays, addMonths, day } from '../../src/domain/localDate'
import { returnPoints, stopsAt, type PointEvent } from '../../src/domain/returnPoints'
import { changeMandate } from '../../src/operations/changeMandate'
import { createBatches } from '../../src/operations/createBatches'
import { generateInstructions } from '../../src/operations/generateInstructions'
import { seededRandom } from '../bank/random'
import { reqOn, rowsOf } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { debitMonths } from '../setup/debitMonths'

let kring: BootedPayload
let months: ReturnType<typeof debitMonths>

beforeAll(async () => {
  kring = await bootPayload()
  months = debitMonths(kring.payload)
  for (const [code, points] of [['AM04', 1], ['AC04', 4], ['MS02', 2]]) await rowsOf(kring.payload, "update return_reasons set points = $2, mandate_effect = 'keep' where code = $1", [code, points])
})
afterAll(() => kring.destroy())

const first = day('2026-03-16')

/** A monthly donor at a creditor that stops at four points; each month settles (undefined) or comes back for a reason. */
async function after(results: readonly (string | undefined)[], creditor: Readonly<Record<string, unknown>> = { autoStopPoints: 4, autoStopsPledges: true }) {
  const story = await months.begin(creditor)
  const pledge = await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: first })
  for (const [index, reason] of results.entries()) await months.collect(story, addMonths(first, index), reason)
  const [mandate] = await rowsOf(kring.payload, 'select status, return_points as points, ended_on::text as ended, end_reason as why, signed_on::text as signed from mandates where id = $1', [story.mandate])
  const [end] = await rowsOf(kring.payload, 'select end_date::text as date, end_reason as why from pledges where id = $1', [pledge])
  return { ...story, pledge, result: { mandate, end } }
}

describe('A29 return points (MAN-AUTO: AM04 1, AC04 4, MS02 2, threshold 4)', () => {
  it('AM04, AM04 -> 2, active', async () => {
    const { result } = await after(['AM04', 'AM04'])
    expect(result).toEqual({ mandate: { status: 'active', points: 2, ended: null, why: null, signed: '2025-01-01' }, end: { date: null, why: null } })
  })

  it('AM04, AM04, MS02 -> 4: ended on the day of the bank line, and the pledge with it', async () => {
    const { result, mandate } = await after(['AM04', 'AM04', 'MS02'])
    expect(result).toEqual({
      mandate: { status: 'terminated', points: 4, ended: '2026-05-20', why: 'Stornopunten', signed: '2025-01-01' }, end: { date: '2026-05-20', why: 'Storno' },
    })
    expect(await rowsOf(kring.payload, "select changes->'status' as status from audit_log where subject = 'mandates' and subject_id = $1 and action = 'update'", [mandate])).toEqual([{ status: { from: 'active', to: 'terminated' } }])
  })

  it('one AC04 -> ended at once, with what was planned', async () => {
    const story = await months.begin({ autoStopPoints: 4, autoStopsPledges: true })
    await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: first })
    const ids = await months.deliver(story, first)
    await months.read(story, first)
    await rowsOf(kring.payload, `
      insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, instalment, amount_cents, collection_date, original_collection_date, sequence_type, description, status)
      select 'AC04-1', creditor_id, mandate_id, debtor_id, pledge_id, 2, amount_cents, '2026-04-16', '2026-04-16', 'RCUR', 'x', 'planned' from debit_instructions where end_to_end_id = $1`, [ids[0]])
    story.bank.sendBack(ids[0] ?? '', 'AC04', day('2026-03-18'))
    await months.read(story, day('2026-03-18'))
    expect(await rowsOf(kring.payload, "select status, cancel_reason as why from debit_instructions where end_to_end_id = 'AC04-1'")).toEqual([{ status: 'cancelled', why: 'mandateEnded' }])
    expect(await rowsOf(kring.payload, 'select status, return_points as points from mandates where id = $1', [story.mandate])).toEqual([{ status: 'terminated', points: 4 }])
  })

  it('AM04, AM04, success, AM04 -> stays: who paid begins anew', async () => {
    const { result } = await after(['AM04', 'AM04', undefined, 'AM04'])
    expect(result).toMatchObject({ mandate: { status: 'active', points: 1 }, end: { date: null } })
  })

  it('sepa §12.1: AM04, AM04, AM04 at three points -> the mandate stops and the pledge is withdrawn; AM04, AM04, success, AM04 -> it stays', async () => {
    const three = { autoStopPoints: 3, autoStopsPledges: true }
    expect((await after(['AM04', 'AM04', 'AM04'], three)).result).toMatchObject({ mandate: { status: 'terminated', points: 3, ended: '2026-05-20' }, end: { date: '2026-05-20', why: 'Storno' } })
    expect((await after(['AM04', 'AM04', undefined, 'AM04'], three)).result).toMatchObject({ mandate: { status: 'active', points: 1 }, end: { date: null } })
  })

  it('a month that settles and stays leaves no points', async () => {
    const { result } = await after(['AM04', undefined])
    expect(result).toMatchObject({ mandate: { status: 'active', points: 0 } })
  })

  it('leaves the pledge alone where the creditor does not say so, and the mandate where it sets no number', async () => {
    expect((await after(['AC04'], { autoStopPoints: 4 })).result).toMatchObject({ mandate: { status: 'terminated' }, end: { date: null } })
    expect((await after(['AC04'], {})).result).toMatchObject({ mandate: { status: 'active', points: 4 } })
  })

  const mandateAfter = async (mandate: number) => (await rowsOf(kring.payload, 'select status, ended_on::text as ended, end_reason as why, block_reason as blocked from mandates where id = $1', [mandate]))[0]
  /** Collected once, planned again for the month after, and then the first came back. */
  async function cameBack(reason: string) {
    const story = await months.begin({ autoStopsPledges: true })
    const pledge = await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: first })
    const ids = await months.deliver(story, first)
    await months.read(story, first)
    const today = day('2026-03-17')
    await generateInstructions(await reqOn(kring.payload, today), { today, until: day('2026-04-30') })
    story.bank.sendBack(ids[0] ?? '', reason, day('2026-03-18'))
    await months.read(story, day('2026-03-18'))
    return { ...story, pledge, planned: async () => (await rowsOf(kring.payload, 'select status from debit_instructions where pledge_id = $1 and instalment = 2', [pledge]))[0]?.['status'] }
  }

  it('MD07 -> ended at once for that reason, with what was planned, whatever the points (sepa §12.1)', async () => {
    const { mandate, pledge, planned } = await cameBack('MD07')
    expect(await mandateAfter(mandate)).toMatchObject({ status: 'terminated', ended: '2026-03-18', why: 'Betaler overleden' })
    expect(await planned()).toBe('cancelled')
    expect(await rowsOf(kring.payload, 'select end_date::text as date from pledges where id = $1', [pledge])).toEqual([{ date: '2026-03-18' }])
    expect(await rowsOf(kring.payload, "select changes->'status'->'to' as status from audit_log where subject = 'mandates' and subject_id = $1 and action = 'update'", [mandate])).toEqual([{ status: 'terminated' }])
  })

  it('MD06 -> blocked for that reason, and what was planned stays out of batches', async () => {
    const { creditor, mandate, planned } = await cameBack('MD06')
    expect(await mandateAfter(mandate)).toMatchObject({ status: 'blocked', blocked: 'Teruggeboekt door de betaler' })
    expect(await planned()).toBe('planned')
    const today = day('2026-04-02')
    expect(await createBatches(await reqOn(kring.payload, today), { creditor, until: day('2026-04-30'), now: new Date('2026-04-02T08:00:00Z'), today, random: () => randomBytes(5) })).toMatchObject({ batches: [], leftCounts: [{ reason: 'MANDATE_BLOCKED', count: 1 }] })
    expect(await rowsOf(kring.payload, "select changes->'status'->'to' as status from audit_log where subject = 'mandates' and subject_id = $1 and action = 'update'", [mandate])).toEqual([{ status: 'blocked' }])
  })

  it('a wrong account that was replaced meanwhile blocks nothing', async () => {
    const story = await months.begin()
    await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: first })
    const ids = await months.deliver(story, first)
    await months.read(story, first)
    await changeMandate(await reqOn(kring.payload, day('2026-03-17')), { mandate: story.mandate, iban: 'NL44RABO0123456789', today: day('2026-03-17') })
    story.bank.sendBack(ids[0] ?? '', 'AC01', day('2026-03-18'))
    await months.read(story, day('2026-03-18'))
    expect(await mandateAfter(story.mandate)).toMatchObject({ status: 'active' })
  })

  it('counts nothing for a code that nobody knows', async () => {
    expect((await after(['XX99'])).result).toMatchObject({ mandate: { status: 'active', points: 0 } })
  })
})

describe('the points in the database', () => {
  const answers = [undefined, undefined, 'AM04', 'AM04', 'MS02'] as const
  const weight = { AM04: 1, MS02: 2 } as const

  it.each([1, 2, 3, 4, 5])('are those of the domain after each month of story %i, and the mandate stops when that says so', async (seed) => {
    const random = seededRandom(seed)
    const story = await months.begin({ autoStopPoints: 4 })
    await months.build.pledge(story.donor, story.fund, { mandate: story.mandate, startDate: first })
    const events: PointEvent[] = []
    for (let month = 0; month < 5; month += 1) {
      const [date, answer] = [nextBankingDay(addMonths(first, month)), answers[random(answers.length)]]
      await months.collect(story, addMonths(first, month), answer)
      events.push(answer === undefined ? { on: date, kind: 'collected' } : { on: nextBankingDay(addDays(date, 2)), kind: 'returned', points: weight[answer] })
      const points = returnPoints(events)
      expect(await rowsOf(kring.payload, 'select return_points as points, status from mandates where id = $1', [story.mandate])).toEqual([{ points, status: stopsAt(points, 4) ? 'terminated' : 'active' }])
      if (stopsAt(points, 4)) break
    }
  })
})
