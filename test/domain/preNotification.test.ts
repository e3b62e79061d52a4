import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { noticeState, type Notice, type PlannedDebit } from '../../src/domain/preNotification'

const told = (rest: Partial<Notice> = {}): Notice =>
  ({ id: 1, announcedOn: day('2026-11-01'), mandate: 7, debtorIban: 'A', amountCents: cents(1_000), firstDate: day('2026-12-15'), everyMonths: 1, ...rest })
const debit = (date: string, rest: Partial<PlannedDebit> = {}): PlannedDebit => ({
  mandate: 7, debtorIban: 'A', amountCents: cents(1_000), originalCollectionDate: day(date), collectionDate: day(date),
  schedule: { startDate: day('2026-12-15'), everyMonths: 1 }, ...rest,
})
const stateOf = (planned: PlannedDebit, ...notices: readonly Notice[]) => noticeState(planned, notices, 14)

describe('the notice ahead of a debit (sepa §6.4)', () => {
  it('is due fourteen days ahead: for 15 December by 1 December', () => {
    expect(stateOf(debit('2026-12-15'))).toBe('missing')
    expect(stateOf(debit('2026-12-15'), told({ announcedOn: day('2026-12-01') }))).toBe('announced')
    expect(stateOf(debit('2026-12-15'), told({ announcedOn: day('2026-12-02') }))).toBe('late')
  })

  it('is given once for a debit that goes on: amount, date and mandate unchanged', () => {
    expect(stateOf(debit('2027-01-15'), told())).toBe('announced')
    expect(stateOf(debit('2028-06-15'), told())).toBe('announced')
  })

  it.each([
    ['amount', debit('2027-01-15', { amountCents: cents(1_500) })],
    ['mandate', debit('2027-01-15', { mandate: 8 })],
    ['account', debit('2027-01-15', { debtorIban: 'B' })],
    ['day, moved by hand', debit('2027-01-15', { collectionDate: day('2027-01-20') })],
    ['schedule', debit('2027-01-20', { schedule: { startDate: day('2027-01-20'), everyMonths: 1 } })],
    ['frequency', debit('2027-03-15', { schedule: { startDate: day('2026-12-15'), everyMonths: 3 } })],
  ])('PRENOTIFICATION_STALE: says something else after another %s', (_what, changed) => {
    expect(stateOf(changed, told())).toBe('stale')
  })

  it('leaves the shift of a weekend to the bank', () => {
    const saturday = { startDate: day('2026-12-12'), everyMonths: 1 }
    expect(stateOf(debit('2026-12-12', { collectionDate: day('2026-12-14'), schedule: saturday }), told({ firstDate: day('2026-12-12') }))).toBe('announced')
  })

  it('keeps the 31st after a February', () => {
    const schedule = { startDate: day('2027-01-31'), everyMonths: 1 }
    const february = told({ firstDate: day('2027-02-28') })
    expect(stateOf(debit('2027-03-31', { schedule }), february)).toBe('announced')
  })

  it('goes by what was said last about the day', () => {
    const raised = told({ id: 2, amountCents: cents(1_500), firstDate: day('2027-02-15') })
    expect(stateOf(debit('2027-01-15'), told(), raised)).toBe('announced')
    expect(stateOf(debit('2027-02-15', { amountCents: cents(1_500) }), told(), raised)).toBe('announced')
    expect(stateOf(debit('2027-02-15'), told(), raised)).toBe('stale')
  })

  it('speaks of a single day where it names one', () => {
    const moved = debit('2027-01-15', { collectionDate: day('2027-01-20') })
    expect(stateOf(moved, told(), told({ id: 2, firstDate: day('2027-01-20'), everyMonths: 0 }))).toBe('announced')
    expect(stateOf(debit('2027-02-15'), told({ everyMonths: 0 }))).toBe('stale')
  })
})
