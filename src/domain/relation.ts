import { displayName, sortName } from './relationName'
import { searchTextOf } from './searchText'

/** What a relation's derived fields are made from. */
export type RelationData = {
  readonly type: 'person' | 'organisation'
  readonly number: number
  readonly initials?: string | null
  readonly firstName?: string | null
  readonly namePrefix?: string | null
  readonly lastName?: string | null
  readonly organisationName?: string | null
  readonly address?: { readonly town?: string | null; readonly postcode?: string | null } | null
  readonly emails?: readonly { readonly email: string }[] | null
  readonly phones?: readonly { readonly phone: string }[] | null
}

/** A person needs a last name, an organisation its name. */
export const hasName = (relation: RelationData): boolean =>
  Boolean((relation.type === 'organisation' ? relation.organisationName : relation.lastName)?.trim())

/** The name to show, the name to sort by, and everything one may search for. */
export const derivedNames = (relation: RelationData): { displayName: string; sortName: string; searchText: string } => ({
  displayName: displayName(relation),
  sortName: sortName(relation),
  searchText: searchTextOf({
    number: relation.number,
    names: [displayName(relation), relation.firstName ?? '', relation.lastName ?? ''],
    emails: (relation.emails ?? []).map(({ email }) => email),
    phones: (relation.phones ?? []).map(({ phone }) => phone),
    town: relation.address?.town ?? undefined,
  }),
})
