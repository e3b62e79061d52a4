type NamePart = string | null | undefined

/** The name fields of a relation; which of them count depends on its type. */
export type RelationName = {
  readonly type: 'person' | 'organisation'
  readonly initials?: NamePart
  readonly firstName?: NamePart
  readonly namePrefix?: NamePart
  readonly lastName?: NamePart
  readonly organisationName?: NamePart
}

/** How people read it: `Jan de Vries`, `J. de Vries` where no first name is known, or the organisation's name. */
export const displayName = (name: RelationName): string =>
  name.type === 'organisation' ? joined(' ', name.organisationName) : joined(' ', givenName(name), name.namePrefix, name.lastName)

/** How a list sorts it: `Vries, Jan de`. The prefix does not take part in the order, as in Dutch registers. */
export function sortName(name: RelationName): string {
  if (name.type === 'organisation') return displayName(name)
  return joined(', ', name.lastName, joined(' ', givenName(name), name.namePrefix))
}

const givenName = ({ firstName, initials }: RelationName): NamePart => (firstName?.trim() ? firstName : initials)

const joined = (separator: string, ...parts: readonly NamePart[]): string =>
  parts.map((part) => part?.trim().replace(/\s+/g, ' ') ?? '').filter((part) => part !== '').join(separator)
