import { z } from 'zod'
import { DomainError } from '../domain/domainError'
import { cents } from '../domain/money'
import { onlineMethods } from '../online/provider'
import { providersOf } from '../online/providers'
import { linkOnlinePayment } from '../operations/linkOnlinePayment'
import { startOnlinePayment } from '../operations/startOnlinePayment'
import { endpoint } from './endpoint'
import { idInput } from './idInput'
import { refuseHiddenTarget, withLinkTarget } from './linkTargetInput'

/**
 * POST /api/online-payments/start `{ provider, reference, method, amountCents, target: { invoice | pledge | fund }, payer?, description? }`
 * → `{ id, status }`: somebody is about to pay. The reference is the provider's; sent again it is the same payment.
 */
export const startOnlinePaymentEndpoint = endpoint({
  name: 'onlinePayments.start',
  method: 'post',
  path: '/start',
  input: withLinkTarget({
    provider: z.string().max(30), reference: z.string().regex(/^[\x21-\x7e]{1,100}$/), method: z.enum(onlineMethods),
    amountCents: z.int().positive().max(99_999_999_999).transform(cents), payer: idInput.optional(), description: z.string().max(200).default(''),
  }),
  handle: async (req, input) => {
    if (!providersOf(process.env['KRING_ONLINE_SECRETS']).has(input.provider)) throw new DomainError('ONLINE_PROVIDER_UNKNOWN', { provider: input.provider })
    return (await refuseHiddenTarget(req, input.target)) ?? startOnlinePayment(req, input)
  },
})

/** POST /api/online-payments/:id/link `{ target: { invoice | pledge | fund } }` → what was booked: says what a payment was for that came in without it. */
export const linkOnlinePaymentEndpoint = endpoint({
  name: 'onlinePayments.link',
  method: 'post',
  path: '/:id/link',
  input: withLinkTarget({ id: idInput }),
  handle: async (req, { id, target }) => (await refuseHiddenTarget(req, target)) ?? linkOnlinePayment(req, id, target),
})
