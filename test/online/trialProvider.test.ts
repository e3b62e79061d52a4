import { describe, expect, it } from 'vitest'
import { providersOf } from '../../src/online/providers'
import { signatureHeader, signatureOf, timestampHeader, trialProvider } from '../../src/online/trialProvider'
import { signedHeaders } from '../setup/onlineWorld'

const secret = 'geheim-van-zestien-tekens'
const now = new Date('2026-11-22T12:00:00Z')
const paid = { kind: 'payment', reference: 'tr_1', status: 'paid', method: 'ideal', amountCents: 2_500, currency: 'EUR', paidAt: '2026-11-21T23:30:00Z' }
const payout = { kind: 'payout', reference: 'po_1', currency: 'EUR', amountCents: 2_450, costCents: 50, payments: [{ reference: 'tr_1', amountCents: 2_500 }] }

type Sent = { readonly message?: unknown; readonly body?: string; readonly at?: Date; readonly signedWith?: string; readonly headers?: Record<string, string> }

const read = ({ message = paid, body = JSON.stringify(message), at = now, signedWith = secret, headers }: Sent) =>
  trialProvider(secret).readCallback({ headers: new Headers(headers ?? signedHeaders(signedWith, body, at)), body, now })

describe('a message of the trial provider', () => {
  it('tells what was paid, on the day in Amsterdam', () => {
    expect(read({})).toEqual({ kind: 'payment', reference: 'tr_1', method: 'ideal', description: '', news: { status: 'paid', amountCents: 2_500, currency: 'EUR', paidOn: '2026-11-22' } })
  })

  it('tells of a refund, of what came to nothing and of a payout', () => {
    expect(read({ message: { ...paid, status: 'refunded', refundedAt: '2026-11-22T10:00:00+01:00' } })).toMatchObject({ news: { status: 'refunded', paidOn: '2026-11-22', refundedOn: '2026-11-22' } })
    expect(read({ message: { kind: 'payment', reference: 'tr_1', status: 'expired', amountCents: 2_500, currency: 'EUR' } })).toMatchObject({ method: 'other', news: { status: 'expired', amountCents: 2_500, currency: 'EUR' } })
    expect(read({ message: payout })).toEqual(payout)
  })

  it.each<[string, Sent]>([
    ['another secret', { signedWith: 'een-ander-geheim-van-iemand' }],
    ['a changed body', { body: JSON.stringify({ ...paid, amountCents: 9_900 }), headers: signedHeaders(secret, JSON.stringify(paid), now) }],
    ['a changed moment', { headers: { ...signedHeaders(secret, JSON.stringify(paid), now), [timestampHeader]: String(now.getTime() / 1000 + 1) } }],
    ['a moment of six minutes ago', { at: new Date(now.getTime() - 360_000) }],
    ['a moment six minutes ahead', { at: new Date(now.getTime() + 360_000) }],
    ['no headers', { headers: {} }],
    ['no signature', { headers: { [timestampHeader]: String(now.getTime() / 1000) } }],
    ['a signature that is cut off', { headers: { [timestampHeader]: String(now.getTime() / 1000), [signatureHeader]: signatureOf(secret, String(now.getTime() / 1000), JSON.stringify(paid)).slice(0, 32) } }],
    ['a moment that is no number', { headers: { [timestampHeader]: 'NaN', [signatureHeader]: signatureOf(secret, 'NaN', JSON.stringify(paid)) } }],
  ])('with %s is not authentic', (_what, sent) => {
    expect(() => read(sent)).toThrow(expect.objectContaining({ code: 'CALLBACK_NOT_AUTHENTIC' }) as Error)
  })

  it('of four minutes ago is taken', () => {
    expect(read({ at: new Date(now.getTime() - 240_000) })).toMatchObject({ kind: 'payment' })
  })

  it.each<[string, unknown]>([
    ['no JSON', undefined], ['nothing', null], ['another kind', { ...paid, kind: 'gift' }], ['no reference', { ...paid, reference: '' }], ['a reference with a space', { ...paid, reference: 'tr 1' }],
    ['an amount with a fraction', { ...paid, amountCents: 25.5 }], ['an amount below zero', { ...paid, amountCents: -1 }], ['an amount as text', { ...paid, amountCents: '2500' }], ['no amount', { ...paid, amountCents: undefined }],
    ['an unknown status', { ...paid, status: 'authorised' }], ['a refund without its moment', { ...paid, status: 'refunded' }], ['a moment to come', { ...paid, paidAt: '2026-11-23T12:00:00Z' }],
    ['a day that does not exist', { ...paid, paidAt: '2026-02-30T12:00:00Z' }], ['a control character', { ...paid, description: 'a\u0000b' }], ['a currency of four letters', { ...paid, currency: 'EURO' }],
    ['costs below zero', { ...payout, costCents: -1 }], ['a payment of nothing in a payout', { ...payout, payments: [{ reference: 'tr_1', amountCents: 0 }] }],
  ])('with %s is unreadable', (_what, message) => {
    expect(() => read(message === undefined ? { body: '{"kind":' } : { message })).toThrow(expect.objectContaining({ code: 'CALLBACK_UNREADABLE' }) as Error)
  })
})

describe('the providers', () => {
  it('are those with a secret', () => {
    expect([...providersOf(undefined).keys(), ...providersOf('').keys(), ...providersOf('{}').keys()]).toEqual([])
    expect([...providersOf(JSON.stringify({ trial: secret })).keys()]).toEqual(['trial'])
  })

  it.each(['{"trial": "geheim-van-zestien', '{"trial": "te kort"}', '["geheim-van-zestien-tekens"]', '{"paypal": "geheim-van-zestien-tekens"}', '{"constructor": "geheim-van-zestien-tekens"}'])('refuse %s without repeating the secret', (text) => {
    expect(() => providersOf(text)).toThrow(/^KRING_ONLINE_SECRETS/)
    expect(() => providersOf(text)).not.toThrow(/geheim-van/)
  })
})
