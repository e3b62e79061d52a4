import { describe, expect, it } from 'vitest'
import { returnReasonDefaults } from '../../src/store/returnReasonDefaults'

const mayRetry = new Map(returnReasonDefaults.map(([code, , , may]) => [code, may]))

describe('return reasons as they are at first (sepa §12.1)', () => {
  it('know every code of the list, each once and with words', () => {
    const codes = 'AC01 AC04 AC06 AC13 AG01 AG02 AM04 AM05 AM10 BE01 BE04 BE05 CNOR DNOR ED05 FF01 FF05 MD01 MD02 MD06 MD07 MS02 MS03 RC01 RR01 RR02 RR03 RR04 SL01 TM01'
    expect(returnReasonDefaults.map(([code]) => code).toSorted().join(' ')).toBe(codes)
    expect(returnReasonDefaults.every(([, title]) => title !== '')).toBe(true)
  })
  it.each([['AM04', true], ['MS02', true], ['MS03', true], ['MD01', false], ['MD07', false], ['AC04', false], ['AC07', undefined]])(
    '%s may be tried again: %s', (code, expected) => expect(mayRetry.get(code)).toBe(expected))
})
