import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** The ids of the relations with these numbers. */
export async function relationsByNumber(tx: Transaction, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.execute<{ id: number; number: string }>(sql`
    select id, number from relations where number in (select value::int from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`)
  return new Map(rows.map(({ id, number }) => [Number(number), id]))
}

export type NamedType = { readonly id: number; readonly title: string; readonly organisation: number }
export type NamedOrgan = NamedType & { readonly code: string | null }

/** Every membership type by name. */
export async function namedTypes(tx: Transaction): Promise<readonly NamedType[]> {
  const { rows } = await tx.execute<NamedType>(sql`select id, title, organisation_id as organisation from membership_types order by id`)
  return rows
}

/** Every organ by name and code. */
export async function namedOrgans(tx: Transaction): Promise<readonly NamedOrgan[]> {
  const { rows } = await tx.execute<NamedOrgan>(sql`select id, title, code, organisation_id as organisation from organs order by id`)
  return rows
}

export type PlaceOfType = { readonly organisation: number; readonly membershipType: number; readonly type: string; readonly organ: number | null; readonly title: string }

/** Everything that one can be a member of: each type at its organisation and at every organ there. */
export async function placesOfTypes(tx: Transaction): Promise<readonly PlaceOfType[]> {
  const { rows } = await tx.execute<PlaceOfType>(sql`
    select t.organisation_id as organisation, t.id as "membershipType", t.title as type, place.organ, place.title
      from membership_types t
      join (select id as organisation, null::int as organ, title from organisations union all select organisation_id, id, title from organs) place on place.organisation = t.organisation_id
     order by t.title, t.id, place.organ is not null, place.title`)
  return rows
}
