import type { LocalDate } from '../domain/localDate'

/** What rules may ask about one relation: the same facts that the compiled SQL reads from the tables. */
export type RelationFacts = {
  readonly type: string
  readonly status: string
  readonly birthDate: LocalDate | null
  readonly address: AddressFacts
  readonly preferences: Readonly<Record<Preference, boolean>>
  /** Custom fields by key, as they are stored; what is of another kind than its field counts as empty. */
  readonly custom: Readonly<Record<string, unknown>>
  readonly functions: readonly FunctionFacts[]
  readonly subscriptions: readonly SubscriptionFacts[]
  readonly memberships: readonly MembershipFacts[]
  readonly selections: readonly number[]
  readonly donations: readonly DonationFacts[]
}

/** The main address. A postcode is kept without spaces, in capitals; the other texts without spaces around them. */
export type AddressFacts = {
  readonly postcode: string | null
  readonly town: string | null
  readonly municipality: string | null
  readonly province: string | null
  readonly country: string | null
}

export type Preference = 'newsletter' | 'email' | 'phone' | 'post'

/** The days of `[startDate, endDate)`; without an end it still runs. */
type Period = { readonly startDate: LocalDate; readonly endDate: LocalDate | null }

/** `organId` is null for a function at another relation. */
export type FunctionFacts = Period & { readonly typeId: number; readonly organId: number | null }
export type SubscriptionFacts = Period & { readonly typeId: number }
/** `organId` is null for the membership of the organisation itself. */
export type MembershipFacts = Period & { readonly organisationId: number; readonly organId: number | null; readonly typeId: number }
/** A reversal names the donation that it takes back. */
export type DonationFacts = { readonly id: number; readonly receivedOn: LocalDate; readonly amountCents: number; readonly reversalOfId: number | null }

/** A relation of which next to nothing is known. */
export const bareFacts: RelationFacts = {
  type: 'person',
  status: 'active',
  birthDate: null,
  address: { postcode: null, town: null, municipality: null, province: null, country: null },
  preferences: { newsletter: false, email: false, phone: false, post: false },
  custom: {},
  functions: [],
  subscriptions: [],
  memberships: [],
  selections: [],
  donations: [],
}

/** Whether the day lies in the period: from its start, up to but not including its end. */
export const isRunning = ({ startDate, endDate }: Period, date: LocalDate): boolean => startDate <= date && (endDate === null || date < endDate)
