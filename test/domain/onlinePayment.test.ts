import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { judgeNews, onlineStatuses, type OnlineNews, type OnlineState, type OnlineStatus } from '../../src/domain/onlinePayment'
import { newsOf } from '../setup/onlineWorld'

const amountCents = cents(2_500)
const paidOn = day('2026-11-03')
const news = newsOf(amountCents, paidOn)
const state = (status: OnlineStatus): OnlineState => ({ status, amountCents, paidOn: status === 'paid' || status === 'refunded' ? paidOn : undefined })

describe('judgeNews', () => {
  it.each<[OnlineStatus, keyof typeof news, OnlineStatus | 'known']>([
    ['open', 'paid', 'paid'], ['open', 'failed', 'failed'], ['open', 'expired', 'expired'], ['open', 'cancelled', 'cancelled'], ['open', 'refunded', 'refunded'],
    ['failed', 'paid', 'paid'], ['expired', 'paid', 'paid'], ['cancelled', 'paid', 'paid'], ['cancelled', 'refunded', 'refunded'],
    ['paid', 'refunded', 'refunded'], ['paid', 'paid', 'known'], ['paid', 'failed', 'known'], ['paid', 'expired', 'known'], ['refunded', 'paid', 'known'], ['refunded', 'refunded', 'known'], ['refunded', 'cancelled', 'known'],
  ])('of one that is %s and %s is told, makes it %s', (from, told, expected) => {
    const verdict = judgeNews(state(from), news[told])
    expect(verdict.kind === 'becomes' ? verdict.status : verdict.kind).toBe(expected)
  })

  it('says when it was paid, also when the refund is told first', () => {
    expect(judgeNews(state('open'), news.refunded)).toEqual({ kind: 'becomes', status: 'refunded', paidOn, refundedOn: '2026-11-10' })
  })

  it.each<[string, OnlineNews, string]>([
    ['more', { ...news.paid, amountCents: cents(2_501) }, 'ONLINE_AMOUNT_DIFFERS'],
    ['less', { ...news.paid, amountCents: cents(2_499) }, 'ONLINE_AMOUNT_DIFFERS'],
    ['a part that goes back', { ...news.refunded, amountCents: cents(1_000) }, 'ONLINE_AMOUNT_DIFFERS'],
    ['dollars', { ...news.paid, currency: 'USD' }, 'ONLINE_CURRENCY_DIFFERS'],
  ])('takes %s for a conflict, whatever the payment is', (_what, told, code) => {
    for (const status of onlineStatuses) expect(judgeNews(state(status), told)).toEqual({ kind: 'conflict', code })
  })

  it('ends the same in whatever order, and however often, the same is told', () => {
    const after = (told: readonly (keyof typeof news)[]): OnlineState => told.reduce<OnlineState>((known, one) => {
      const verdict = judgeNews(known, news[one])
      return verdict.kind === 'becomes' ? { ...known, status: verdict.status, paidOn: verdict.paidOn } : known
    }, state('open'))
    const messages = fc.array(fc.constantFrom(...(Object.keys(news) as (keyof typeof news)[])), { maxLength: 8 })
    fc.assert(fc.property(messages, messages, (some, others) => {
      expect(after([...some, ...others])).toEqual(after([...new Set([...others, ...some])].sort()))
    }))
  })
})
