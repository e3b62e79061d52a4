import { describe, expect, it } from 'vitest'
import { mayRetry } from '../../src/domain/mayRetry'

const [may, never, askIban] = [{ mayRetry: true, asksIban: false }, { mayRetry: false, asksIban: false }, { mayRetry: false, asksIban: true }]

describe('what failed may be tried again (sepa §12.1)', () => {
  it.each([
    ['returned', 'AM04', may, false, 'yes'], ['returned', 'MD01', never, true, 'forbidden'], ['returned', 'AC04', askIban, false, 'forbidden'], ['returned', 'AC04', askIban, true, 'yes'],
    ['returned', 'AC07', undefined, true, 'unknown'], ['returned', null, undefined, false, 'yes'], ['returned', 'account gone', undefined, false, 'unknown'],
    ['rejected', null, undefined, false, 'yes'], ['rejected', 'brief van 3 maart', undefined, false, 'yes'], ['rejected', 'AC07', undefined, false, 'unknown'], ['rejected', 'AC01', askIban, false, 'forbidden'],
  ] as const)('%s with %s under %j, another account: %s -> %s', (status, reason, policy, hasOtherIban, verdict) => expect(mayRetry({ status, reason, policy, hasOtherIban })).toBe(verdict))
})
