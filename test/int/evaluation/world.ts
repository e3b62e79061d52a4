import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../../src/domain/localDate'
import type { RelationFacts } from '../../../src/rules/facts'
import type { Rule } from '../../../src/rules/rule'
import type { OrganRow } from '../../../src/store/evaluation/organTree'
import type { Transaction } from '../../../src/store/transaction'

/** Everything that decides about memberships, as plain data; tests change it and store it again. */
export type World = {
  organisation: number
  types: number[]
  organs: Organ[]
  relations: Relation[]
  versions: Version[]
}
export type Organ = { -readonly [key in keyof OrganRow]: OrganRow[key] }
export type Relation = { id: number; facts: RelationFacts; deceasedOn: LocalDate | null }
export type Version = { organ: number | null; type: number | null; rule: Rule; validFrom: LocalDate; validTo: LocalDate | null }

/** Makes the tables say what the world says. Memberships stay as they are. */
export async function store(tx: Transaction, world: World): Promise<void> {
  await tx.execute(sql`
    insert into organisations (id, title) values (${world.organisation}, ${`Organisatie ${world.organisation}`}) on conflict do nothing`)
  await tx.execute(sql`
    insert into membership_types (id, organisation_id, title)
    select id, ${world.organisation}, 'Type ' || id from ${rows(world.types.map((id) => ({ id })), sql`id int`)} on conflict do nothing`)
  await tx.execute(sql`
    insert into subscription_types (id, title, price_cents)
    select id, 'Abonnement ' || id, 1000 from generate_series(1, 4) id on conflict do nothing`)
  await storeOrgans(tx, world)
  await storeRelations(tx, world)
  await storeVersions(tx, world)
}

const rows = (list: readonly object[], columns: ReturnType<typeof sql>) =>
  sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r (${columns})`

async function storeOrgans(tx: Transaction, { organisation, organs }: World): Promise<void> {
  await tx.execute(sql`
    insert into organs (id, organisation_id, parent_id, title, start_date, end_date, rule_mode)
    select id, ${organisation}, parent, 'Orgaan ' || id, "startDate", "endDate", mode
      from ${rows(organs, sql`id int, parent int, mode text, "startDate" date, "endDate" date`)}
     order by id
    on conflict (id) do update set end_date = excluded.end_date, rule_mode = excluded.rule_mode`)
}

async function storeRelations(tx: Transaction, { relations }: World): Promise<void> {
  await storeWhatRelationsNeed(tx)
  const flat = relations.map(({ id, facts, deceasedOn }) => ({ id, deceasedOn, ...facts, ...facts.address, preferences: facts.preferences, custom: facts.custom }))
  await tx.execute(sql`
    insert into relations (id, type, status, number, last_name, birth_date, deceased_on,
                           address_postcode, address_town, address_municipality, address_province, address_country,
                           preferences_newsletter, preferences_email, preferences_phone, preferences_post, custom_fields)
    select id, type, status, 1000 + id, 'Lid ' || id, "birthDate", "deceasedOn", postcode, town, municipality, province, country,
           (preferences->>'newsletter')::boolean, (preferences->>'email')::boolean, (preferences->>'phone')::boolean, (preferences->>'post')::boolean, custom
      from ${rows(flat, sql`id int, type text, status text, "birthDate" date, "deceasedOn" date, postcode text, town text, municipality text, province text, country text, preferences jsonb, custom jsonb`)}
    on conflict (id) do update set
      type = excluded.type, status = excluded.status, birth_date = excluded.birth_date, deceased_on = excluded.deceased_on,
      address_postcode = excluded.address_postcode, address_town = excluded.address_town,
      address_municipality = excluded.address_municipality, address_province = excluded.address_province,
      address_country = excluded.address_country, preferences_newsletter = excluded.preferences_newsletter, preferences_email = excluded.preferences_email,
      preferences_phone = excluded.preferences_phone, preferences_post = excluded.preferences_post, custom_fields = excluded.custom_fields`)
  const ids = relations.map(({ id }) => id)
  await tx.execute(sql`delete from subscriptions where relation_id = any(${sql.param(ids)}::int[])`)
  const each = <T extends object>(listOf: (facts: RelationFacts) => readonly T[]) => relations.flatMap(({ id, facts }) => listOf(facts).map((one) => ({ ...one, relation: id })))
  await tx.execute(sql`
    insert into subscriptions (relation_id, type_id, start_date, end_date)
    select relation, "typeId", "startDate", "endDate"
      from ${rows(each((facts) => facts.subscriptions), sql`relation int, "typeId" int, "startDate" date, "endDate" date`)}`)
  await tx.execute(sql`delete from functions where holder_id = any(${sql.param(ids)}::int[])`)
  await tx.execute(sql`
    insert into functions (holder_id, type_id, organ_id, target_id, start_date, end_date)
    select relation, "typeId", "organId", case when "organId" is null then relation end, "startDate", "endDate"
      from ${rows(each((facts) => facts.functions), sql`relation int, "typeId" int, "organId" int, "startDate" date, "endDate" date`)}`)
  await tx.execute(sql`delete from selection_members where relation_id = any(${sql.param(ids)}::int[])`)
  await tx.execute(sql`
    insert into selection_members (relation_id, selection_id)
    select relation, selection from ${rows(each((facts) => facts.selections.map((selection) => ({ selection }))), sql`relation int, selection int`)}`)
  // What was given is never deleted, and here never changes.
  await tx.execute(sql`
    insert into donations (id, donor_id, fund_id, received_on, amount_cents, source, reversal_of_id)
    select relation * 100 + id, relation, 1, "receivedOn", "amountCents", 'bank', relation * 100 + "reversalOfId"
      from ${rows(each((facts) => facts.donations), sql`relation int, id int, "receivedOn" date, "amountCents" int, "reversalOfId" int`)}
    on conflict (id) do nothing`)
}

async function storeWhatRelationsNeed(tx: Transaction): Promise<void> {
  await tx.execute(sql`insert into function_types (id, title) select id, 'Functie ' || id from generate_series(1, 4) id on conflict do nothing`)
  await tx.execute(sql`insert into relation_lists (id, title, criteria) values (1, 'Lijst', '{}') on conflict do nothing`)
  await tx.execute(sql`insert into selections (id, title, list_id) select id, 'Selectie ' || id, 1 from generate_series(1, 3) id on conflict do nothing`)
  await tx.execute(sql`insert into funds (id, title, code) values (1, 'Fonds', 'FONDS') on conflict do nothing`)
}

async function storeVersions(tx: Transaction, { organisation, versions }: World): Promise<void> {
  await tx.execute(sql`
    delete from rule_versions v
     using rule_versions w
      left join organs o on o.id = w.organ_id left join membership_types t on t.id = w.membership_type_id
     where v.id = w.id and coalesce(o.organisation_id, t.organisation_id) = ${organisation}`)
  await tx.execute(sql`
    insert into rule_versions (organ_id, membership_type_id, criteria, valid_from, valid_to)
    select organ, type, rule, "validFrom", "validTo"
      from ${rows(versions, sql`organ int, type int, rule jsonb, "validFrom" date, "validTo" date`)}`)
}

/** All periods of the organisation as readable lines, in a fixed order; an open one ends in `…`. */
export async function periods(tx: Transaction, organisation: number): Promise<string[]> {
  const { rows: found } = await tx.execute<{ line: string }>(sql`
    select format('%s in %s as %s: %s to %s', relation_id, coalesce(organ_id, 0), membership_type_id, start_date, coalesce(end_date::text, '…')) as line
      from memberships where organisation_id = ${organisation}
     order by relation_id, coalesce(organ_id, 0), membership_type_id, start_date`)
  return found.map(({ line }) => line)
}

/** All mutations of the organisation as readable lines, in a fixed order. */
export async function mutations(tx: Transaction, organisation: number): Promise<string[]> {
  const { rows: found } = await tx.execute<{ line: string }>(sql`
    select format('%s %s %s in %s as %s', date, kind, relation_id, coalesce(organ_id, 0), membership_type_id) as line
      from membership_mutations where organisation_id = ${organisation}
     order by date, kind, relation_id, coalesce(organ_id, 0), membership_type_id`)
  return found.map(({ line }) => line)
}
