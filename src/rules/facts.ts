import type { LocalDate } from '../domain/localDate'

/** What rules may ask about one relation: the same facts that the compiled SQL reads from the tables. */
export type RelationFacts = {
  readonly type: string
  readonly status: string
  readonly birthDate: LocalDate | null
  readonly address: AddressFacts
  readonly subscriptions: readonly SubscriptionFacts[]
}

/** The main address. A postcode is kept without spaces, in capitals; the other texts without spaces around them. */
export type AddressFacts = {
  readonly postcode: string | null
  readonly town: string | null
  readonly municipality: string | null
  readonly province: string | null
  readonly country: string | null
}

/** Runs on the days of `[startDate, endDate)`; without an end it still runs. */
export type SubscriptionFacts = {
  readonly typeId: number
  readonly startDate: LocalDate
  readonly endDate: LocalDate | null
}
