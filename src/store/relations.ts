import { sql } from '@payloadcms/db-postgres/drizzle'
import type { RelationRow } from '../formats/relationRow'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

/** The next relation number. Numbers may have gaps: a sequence never waits for anybody. */
export async function nextRelationNumber(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ number: string }>(sql`select nextval('relation_numbers') as number`)
  return Number(rows[0]?.number)
}

/** Takes `count` relation numbers, ascending. */
export async function takeRelationNumbers(tx: Transaction, count: number): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ number: string }>(sql`select nextval('relation_numbers') as number from generate_series(1, ${count}::int)`)
  return rows.map((row) => Number(row.number))
}

/** A relation with its derived names, ready to be stored. */
export type NewRelation = RelationRow & { readonly number: number; readonly displayName: string; readonly sortName: string; readonly searchText: string }

/** Adds relations with their lists, and an audit entry for each, however many, in one statement. */
export const insertRelations = (tx: Transaction, relations: readonly NewRelation[], actor: number | null): Promise<unknown> => tx.execute(sql`
  with given as (
    select * from ${asRows(relations, {
      number: 'int', type: 'text', initials: 'text', firstName: 'text', namePrefix: 'text', lastName: 'text', organisationName: 'text',
      birthDate: 'date', cocNumber: 'text', vatNumber: 'text', vatLiable: 'boolean', displayName: 'text', sortName: 'text', searchText: 'text',
      address: 'jsonb', emails: 'jsonb', phones: 'jsonb', ibans: 'jsonb' })}
  ), added as (
    insert into relations (number, type, status, initials, first_name, name_prefix, last_name, organisation_name, birth_date, coc_number,
      vat_number, vat_liable, display_name, sort_name, search_text, address_street, address_house_number, address_house_number_addition,
      address_postcode, address_town, address_municipality, address_province, address_country, created_at, updated_at)
    select number, type, 'active', initials, "firstName", "namePrefix", "lastName", "organisationName", "birthDate", "cocNumber",
      "vatNumber", "vatLiable", "displayName", "sortName", "searchText", address->>'street', address->>'houseNumber', address->>'houseNumberAddition',
      address->>'postcode', address->>'town', address->>'municipality', address->>'province', address->>'country', now(), now()
      from given order by number
    returning id, number, display_name
  ), emails as (
    insert into relations_emails (_order, _parent_id, id, email)
    select item.place, a.id, gen_random_uuid()::text, item.value->>'email'
      from added a join given g using (number) cross join lateral jsonb_array_elements(g.emails) with ordinality as item(value, place)
  ), phones as (
    insert into relations_phones (_order, _parent_id, id, phone)
    select item.place, a.id, gen_random_uuid()::text, item.value->>'phone'
      from added a join given g using (number) cross join lateral jsonb_array_elements(g.phones) with ordinality as item(value, place)
  ), accounts as (
    insert into relations_bank_accounts (_order, _parent_id, id, iban, holder)
    select item.place, a.id, gen_random_uuid()::text, item.value, a.display_name
      from added a join given g using (number) cross join lateral jsonb_array_elements_text(g.ibans) with ordinality as item(value, place)
  )
  insert into audit_log (at, actor_id, subject, subject_id, action, changes)
  select clock_timestamp(), ${actor}, 'relations', id, 'create', '{}'::jsonb from added`)
