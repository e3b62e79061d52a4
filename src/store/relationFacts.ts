import { day, type LocalDate } from '../domain/localDate'
import type { DonationFacts, FunctionFacts, MembershipFacts, RelationFacts, SubscriptionFacts } from '../rules/facts'
import { factRows, type FactTable } from './factRows'
import type { Transaction } from './transaction'

/** One relation with everything that decides about its memberships, beside the rules and the tree. */
export type KnownRelation = {
  readonly facts: RelationFacts
  readonly deceasedOn: LocalDate | null
  readonly exceptions: readonly KnownException[]
}
export type KnownException = { readonly organ: number; readonly membershipType: number; readonly startDate: LocalDate; readonly endDate: LocalDate | null }

const relationColumns = ['type', 'status', 'birth_date', 'deceased_on', 'address_postcode', 'address_town', 'address_municipality', 'address_province',
  'address_country', 'preferences_newsletter', 'preferences_email', 'preferences_phone', 'preferences_post', 'custom_fields'] as const

const tables = {
  relations: { table: 'relations', relation: 'id', columns: relationColumns },
  subscriptions: { table: 'subscriptions', relation: 'relation_id', columns: ['type_id', 'start_date', 'end_date'] },
  functions: { table: 'functions', relation: 'holder_id', columns: ['type_id', 'organ_id', 'start_date', 'end_date'] },
  donations: { table: 'donations', relation: 'donor_id', columns: ['received_on', 'amount_cents', 'reversal_of_id'] },
  selections: { table: 'selection_members', relation: 'relation_id', columns: ['selection_id'] },
  exceptions: { table: 'exception_memberships', relation: 'relation_id', columns: ['organ_id', 'membership_type_id', 'start_date', 'end_date'] },
  memberships: { table: 'memberships', relation: 'relation_id', columns: ['organisation_id', 'organ_id', 'membership_type_id', 'start_date', 'end_date'] },
} as const satisfies Record<string, FactTable>

type PeriodRow = { readonly start_date: string; readonly end_date: string | null }
type RelationRow = Readonly<Record<Exclude<(typeof relationColumns)[number], 'type' | 'status' | 'custom_fields' | `preferences_${string}`>, string | null>>
  & Readonly<Record<'type' | 'status', string>> & Readonly<Record<Extract<(typeof relationColumns)[number], `preferences_${string}`>, boolean | null>>
  & { readonly custom_fields: Readonly<Record<string, unknown>> | null }

/**
 * What is known of these relations, by id: now, or as it was at an instant (ISO, with its zone). Memberships are always
 * those that stand now: their periods tell of themselves when they ran. Who does not exist, then, is left out.
 */
export async function loadFacts(tx: Transaction, relationIds: readonly number[], at?: string): Promise<ReadonlyMap<number, KnownRelation>> {
  const relations = await factRows<RelationRow>(tx, tables.relations, relationIds, at)
  const subscriptions = await factRows<PeriodRow & { readonly type_id: number }>(tx, tables.subscriptions, relationIds, at)
  const functions = await factRows<PeriodRow & { readonly type_id: number; readonly organ_id: number | null }>(tx, tables.functions, relationIds, at)
  const donations = await factRows<{ readonly received_on: string; readonly amount_cents: number; readonly reversal_of_id: number | null }>(tx, tables.donations, relationIds, at)
  const selections = await factRows<{ readonly selection_id: number }>(tx, tables.selections, relationIds, at)
  const exceptions = await factRows<PeriodRow & { readonly organ_id: number; readonly membership_type_id: number }>(tx, tables.exceptions, relationIds, at)
  const memberships = await factRows<MembershipRow>(tx, tables.memberships, relationIds, undefined)
  return new Map([...relations].flatMap(([id, [row]]) => (row ? [[id, {
    facts: {
      ...ownFacts(row),
      subscriptions: (subscriptions.get(id) ?? []).map((one): SubscriptionFacts => ({ typeId: one.type_id, ...periodOf(one) })),
      functions: (functions.get(id) ?? []).map((one): FunctionFacts => ({ typeId: one.type_id, organId: one.organ_id, ...periodOf(one) })),
      donations: (donations.get(id) ?? []).map((one): DonationFacts =>
        ({ id: one.id, receivedOn: day(one.received_on), amountCents: one.amount_cents, reversalOfId: one.reversal_of_id })),
      selections: (selections.get(id) ?? []).map((one) => one.selection_id),
      memberships: (memberships.get(id) ?? []).map(toMembership),
    },
    deceasedOn: dayOrNull(row.deceased_on),
    exceptions: (exceptions.get(id) ?? []).map((one) => ({ organ: one.organ_id, membershipType: one.membership_type_id, ...periodOf(one) })),
  }] as const] : [])))
}

type MembershipRow = PeriodRow & { readonly organisation_id: number; readonly organ_id: number | null; readonly membership_type_id: number }

const dayOrNull = (text: string | null): LocalDate | null => (text === null ? null : day(text))
const periodOf = (row: PeriodRow) => ({ startDate: day(row.start_date), endDate: dayOrNull(row.end_date) })

const toMembership = (row: MembershipRow): MembershipFacts =>
  ({ organisationId: row.organisation_id, organId: row.organ_id, typeId: row.membership_type_id, ...periodOf(row) })

const ownFacts = (row: RelationRow) => ({
  type: row.type,
  status: row.status,
  birthDate: dayOrNull(row.birth_date),
  address: {
    postcode: row.address_postcode, town: row.address_town, municipality: row.address_municipality, province: row.address_province, country: row.address_country,
  },
  preferences: {
    newsletter: row.preferences_newsletter === true, email: row.preferences_email === true, phone: row.preferences_phone === true, post: row.preferences_post === true,
  },
  custom: row.custom_fields ?? {},
})
