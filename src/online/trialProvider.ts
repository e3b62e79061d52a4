import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { DomainError } from '../domain/domainError'
import { amsterdamDate, type LocalDate } from '../domain/localDate'
import { cents } from '../domain/money'
import type { OnlineNews } from '../domain/onlinePayment'
import { jsonIn } from './jsonIn'
import { onlineMethods, type Callback, type OnlineProvider, type ProviderEvent } from './provider'

/** How far the clock of a message may be from ours: what is older may be somebody sending it again. */
const freshSeconds = 300

export const timestampHeader = 'kring-timestamp'
export const signatureHeader = 'kring-signature'

/** The signature of a body sent at a moment, in seconds since 1970. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')

/** The provider of tests and demonstrations: JSON, signed by a secret that both sides know. Moves no money. */
export const trialProvider = (secret: string): OnlineProvider => ({
  name: 'trial',
  readCallback: (call) => {
    requireAuthentic(secret, call)
    return eventIn(call)
  },
})

function requireAuthentic(secret: string, { headers, body, now }: Callback): void {
  const [timestamp, signature] = [headers.get(timestampHeader) ?? '', headers.get(signatureHeader) ?? '']
  const isFresh = /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= freshSeconds
  if (!isSame(signature, signatureOf(secret, timestamp, body)) || !isFresh) throw new DomainError('CALLBACK_NOT_AUTHENTIC')
}

/** Takes as long for a signature that is nearly right as for one that is all wrong. */
const isSame = (given: string, right: string): boolean => given.length === right.length && timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(right, 'latin1'))

const reference = z.string().regex(/^[\x21-\x7e]{1,100}$/)
const moment = z.iso.datetime({ offset: true })
const amount = z.int().positive().max(99_999_999_999).transform(cents)
const currency = z.string().regex(/^[A-Z]{3}$/)
const about = { kind: z.literal('payment'), reference, amountCents: amount, currency, method: z.enum(onlineMethods).default('other'), description: z.string().max(200).regex(/^\P{Cc}*$/u).default('') }

const shape = z.union([
  z.object({ ...about, status: z.enum(['failed', 'expired', 'cancelled']) }),
  z.object({ ...about, status: z.literal('paid'), paidAt: moment }),
  z.object({ ...about, status: z.literal('refunded'), paidAt: moment, refundedAt: moment }),
  z.object({
    kind: z.literal('payout'), reference, currency, amountCents: z.int().transform(cents), costCents: z.int().nonnegative().transform(cents),
    payments: z.array(z.object({ reference, amountCents: amount })).max(10_000),
  }),
])

function eventIn({ body, now }: Callback): ProviderEvent {
  const message = shape.safeParse(jsonIn(body)).data
  if (!message) throw new DomainError('CALLBACK_UNREADABLE')
  if (message.kind === 'payout') return message
  const { kind, reference: ofPayment, method, description } = message
  return { kind, reference: ofPayment, method, description, news: newsIn(message, now) }
}

function newsIn(message: Exclude<z.infer<typeof shape>, { kind: 'payout' }>, now: Date): OnlineNews {
  const asked = { amountCents: message.amountCents, currency: message.currency }
  if (!('paidAt' in message)) return { status: message.status, ...asked }
  const paid = { ...asked, paidOn: dayOf(message.paidAt, now) }
  return message.status === 'paid' ? { status: 'paid', ...paid } : { status: 'refunded', ...paid, refundedOn: dayOf(message.refundedAt, now) }
}

/** The day of a moment in Amsterdam; nothing was paid in the time to come. */
function dayOf(text: string, now: Date): LocalDate {
  const at = new Date(text)
  if (at.getTime() > now.getTime() + freshSeconds * 1000) throw new DomainError('CALLBACK_UNREADABLE')
  return amsterdamDate(at)
}
