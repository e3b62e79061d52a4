import type { CustomField } from '../domain/customField'

/** What a rule points to by number, by the collection it is kept in. */
export type ReferenceKind =
  | 'subscription-types' | 'function-types' | 'organs' | 'organisations' | 'membership-types' | 'relation-lists' | 'selections'

/** One thing that a rule points to. */
export type Reference = { readonly kind: ReferenceKind; readonly id: number }

type Titles = ReadonlyMap<number, string>

/** Names of what rules point to, for their description in words. */
export type Names = {
  readonly subscriptionTypes?: Titles
  readonly functionTypes?: Titles
  readonly organs?: Titles
  readonly organisations?: Titles
  readonly membershipTypes?: Titles
  readonly relationLists?: Titles
  readonly selections?: Titles
  readonly customFields?: ReadonlyMap<string, CustomField>
}

/** Under which name the titles of a kind are kept. */
export const titlesOf = {
  'subscription-types': 'subscriptionTypes',
  'function-types': 'functionTypes',
  organs: 'organs',
  organisations: 'organisations',
  'membership-types': 'membershipTypes',
  'relation-lists': 'relationLists',
  selections: 'selections',
} as const satisfies Record<ReferenceKind, keyof Names>

/** The name of what is pointed to; without one, its number as `#12`. */
export const nameOf = ({ kind, id }: Reference, names: Names): string => names[titlesOf[kind]]?.get(id) ?? `#${id}`
