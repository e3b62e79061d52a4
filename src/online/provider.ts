import type { OnlineNews } from '../domain/onlinePayment'
import type { Cents } from '../domain/money'

/** A message as it came in; the body is what was sent, to the letter, since that is what was signed. */
export type Callback = { readonly headers: Headers; readonly body: string; readonly now: Date }

export const onlineMethods = ['ideal', 'card', 'bancontact', 'other'] as const
export type OnlineMethod = (typeof onlineMethods)[number]

/** What happened to one payment, named by the provider's own reference. */
export type PaymentEvent = {
  readonly kind: 'payment'
  readonly reference: string
  readonly method: OnlineMethod
  readonly description: string
  readonly news: OnlineNews
}

/** What is paid out in one amount: the payments in it, less the provider's costs. `reference` stands on the bank statement. */
export type PayoutEvent = {
  readonly kind: 'payout'
  readonly reference: string
  readonly amountCents: Cents
  readonly costCents: Cents
  readonly currency: string
  readonly payments: readonly { readonly reference: string; readonly amountCents: Cents }[]
}

export type ProviderEvent = PaymentEvent | PayoutEvent

/** A payment service: how its messages are known to be its own, and what they mean. Knows nothing of what is kept here. */
export type OnlineProvider = {
  readonly name: string
  /**
   * What a message tells.
   * @throws DomainError CALLBACK_NOT_AUTHENTIC when it is not signed by the provider, or too old; CALLBACK_UNREADABLE when it is, but makes no sense
   */
  readonly readCallback: (call: Callback) => ProviderEvent
}
