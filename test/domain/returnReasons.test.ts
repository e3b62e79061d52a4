import { describe, expect, it } from 'vitest'
import { returnReason, returnReasons } from '../../src/domain/returnReasons'

describe('return reasons (sepa §12.1)', () => {
  it('know every code of the list, each with a text in both languages', () => {
    const codes = 'AC01 AC04 AC06 AC13 AG01 AG02 AM04 AM05 AM10 BE01 BE04 BE05 CNOR DNOR ED05 FF01 FF05 MD01 MD02 MD06 MD07 MS02 MS03 RC01 RR01 RR02 RR03 RR04 SL01 TM01'
    expect([...returnReasons.keys()].join(' ')).toBe(codes)
    expect([...returnReasons.values()].every(({ nl, en }) => nl !== '' && en !== '')).toBe(true)
  })
  it.each([['AM04', true], ['MS02', true], ['MS03', true], ['MD01', false], ['MD07', false], ['AC04', false], ['AC07', false]])(
    '%s may be tried again: %s', (code, expected) => expect(returnReason(code).retry).toBe(expected))
  it('keep a code that they do not know', () => expect(returnReason('AC07')).toMatchObject({ code: 'AC07', nl: 'Onbekende reden (AC07)' }))
})
