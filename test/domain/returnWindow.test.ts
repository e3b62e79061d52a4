import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { classOfReturn, returnWindow } from '../../src/domain/returnWindow'

describe('sepa §12 the windows in which a debit comes back', () => {
  it('D = 2026-11-02: return window ends 2026-11-09, storno window 2026-12-28, MOI 2027-12-02', () => {
    expect(returnWindow(day('2026-11-02'))).toEqual({ returnUntil: '2026-11-09', stornoUntil: '2026-12-28', moiUntil: '2027-12-02' })
  })

  it('D = 2026-12-22: return until 2026-12-30, past the two days of Christmas', () => {
    expect(returnWindow(day('2026-12-22')).returnUntil).toBe('2026-12-30')
  })

  it.each([
    ['two banking days between businesses', '2026-11-02', 'B2B', '2026-11-04', '2026-12-28', '2027-12-02'],
    ['counted from the Monday when it was due on a Saturday', '2026-10-31', 'CORE', '2026-11-09', '2026-12-28', '2027-12-02'],
    ['past Good Friday and Easter Monday', '2026-04-02', 'CORE', '2026-04-13', '2026-05-28', '2027-05-02'],
    ['thirteen months from the last of January to a leap day', '2027-01-29', 'CORE', '2027-02-05', '2027-03-26', '2028-02-29'],
  ] as const)('%s', (_, date, scheme, returnUntil, stornoUntil, moiUntil) => {
    expect(returnWindow(day(date), scheme)).toEqual({ returnUntil, stornoUntil, moiUntil })
  })
})

describe('sepa §12 how a debit came back', () => {
  const collectedOn = day('2026-11-02')
  const back = (reason: string | null, on: string, status: 'rejected' | 'returned' = 'returned') => {
    const { kind, isAlarm } = classOfReturn({ status, reason, collectedOn, bookedOn: day(on) })
    return isAlarm ? `${kind}!` : kind
  }

  it('MD01 booked after the 8 weeks: class moi and alarm', () => {
    expect(back('MD01', '2026-12-29')).toBe('moi!')
  })

  it.each([
    ['AC01', '2026-11-01', 'rejected', 'reject'],
    ['AM04', '2026-11-09', 'returned', 'return'],
    ['MD01', '2026-11-04', 'returned', 'return'],
    ['MD06', '2026-11-04', 'returned', 'storno'],
    ['MS03', '2026-11-10', 'returned', 'storno'],
    [null, '2026-12-28', 'returned', 'storno'],
    ['MD06', '2027-01-05', 'returned', 'storno'],
    ['MD06', '2027-01-06', 'returned', 'moi!'],
    ['MD01', '2026-12-28', 'returned', 'moi'],
    ['MD01', '2027-12-02', 'returned', 'moi!'],
    ['MD01', '2027-12-03', 'returned', 'late!'],
    ['AM04', '2028-01-03', 'returned', 'late!'],
  ] as const)('%s on %s, %s: %s', (reason, on, status, expected) => expect(back(reason, on, status)).toBe(expected))
})
