import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../../src/domain/localDate'
import type { RelationFacts } from '../../../src/rules/facts'
import type { Rule } from '../../../src/rules/rule'
import type { OrganRow } from '../../../src/store/evaluation/organTree'
import type { Transaction } from '../../../src/store/transaction'
import { factTablesOf, writeRows, type Written } from './factTables'

/** Everything that decides about memberships, as plain data; tests change it and store it again. */
export type World = {
  organisation: number
  types: number[]
  organs: Organ[]
  relations: Relation[]
  versions: Version[]
  transfers?: Transfer[]
  exceptions?: Exception[]
  exceptionMode?: 'override' | 'additive'
  lists?: RelationList[]
}
export type Organ = { -readonly [key in keyof OrganRow]: OrganRow[key] }
export type Relation = { id: number; facts: RelationFacts; deceasedOn: LocalDate | null }
export type Version = { organ: number | null; type: number | null; rule: Rule; validFrom: LocalDate; validTo: LocalDate | null }
/** From that day on the organ stands under this parent; before the first one, under the parent that the organ itself names. */
export type Transfer = { organ: number; parent: number | null; from: LocalDate }
export type Exception = { id: number; relation: number; organ: number; type: number; startDate: LocalDate; endDate: LocalDate | null }
export type RelationList = { id: number; rule: Rule }

/** Makes the tables say what the world says. Memberships stay as they are. */
export const store = (tx: Transaction, world: World): Promise<void> => writerOf(world)(tx)

/**
 * Makes the tables say what the world says, time after time: only what differs from the time before is written, so that
 * no fact is noted as changed that did not change.
 */
export function writerOf(world: World): (tx: Transaction) => Promise<void> {
  const written: Written = new Map()
  const structure = new Map<string, string>()
  async function writeChanged<T>(name: string, value: T, write: (value: T) => Promise<void>): Promise<void> {
    const text = JSON.stringify(value)
    if (structure.get(name) !== text) await write(value)
    structure.set(name, text)
  }
  return async (tx) => {
    await writeChanged('frame', [world.organisation, world.types, world.exceptionMode], () => storeFrame(tx, world))
    await writeChanged('organs', world.organs, () => storeOrgans(tx, world))
    if (world.transfers) await writeChanged('transfers', world.transfers, (transfers) => storeTransfers(tx, world, transfers))
    if (world.lists) await writeChanged('lists', world.lists, (lists) => storeLists(tx, lists))
    await writeChanged('versions', world.versions, () => storeVersions(tx, world))
    for (const table of factTablesOf(world)) await writeRows(tx, table, written)
  }
}

const rows = (list: readonly object[], columns: ReturnType<typeof sql>) =>
  sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r (${columns})`

async function storeFrame(tx: Transaction, { organisation, types, exceptionMode }: World): Promise<void> {
  await tx.execute(sql`
    insert into organisations (id, title, exception_mode) values (${organisation}, ${`Organisatie ${organisation}`}, ${exceptionMode ?? 'override'})
    on conflict (id) do update set exception_mode = excluded.exception_mode`)
  await tx.execute(sql`
    insert into membership_types (id, organisation_id, title)
    select id, ${organisation}, 'Type ' || id from ${rows(types.map((id) => ({ id })), sql`id int`)} on conflict do nothing`)
  await tx.execute(sql`
    insert into subscription_types (id, title, price_cents)
    select id, 'Abonnement ' || id, 1000 from generate_series(1, 4) id on conflict do nothing`)
  await tx.execute(sql`insert into function_types (id, title) select id, 'Functie ' || id from generate_series(1, 4) id on conflict do nothing`)
  await tx.execute(sql`insert into relation_lists (id, title, criteria) values (1, 'Lijst 1', '{}') on conflict do nothing`)
  await tx.execute(sql`insert into selections (id, title, list_id) select id, 'Selectie ' || id, 1 from generate_series(1, 3) id on conflict do nothing`)
  await tx.execute(sql`insert into funds (id, title, code) values (1, 'Fonds', 'FONDS') on conflict do nothing`)
}

async function storeOrgans(tx: Transaction, { organisation, organs }: World): Promise<void> {
  await tx.execute(sql`
    insert into organs (id, organisation_id, parent_id, title, start_date, end_date, rule_mode)
    select id, ${organisation}, parent, 'Orgaan ' || id, "startDate", "endDate", mode
      from ${rows(organs, sql`id int, parent int, mode text, "startDate" date, "endDate" date`)}
     order by id
    on conflict (id) do update set end_date = excluded.end_date, rule_mode = excluded.rule_mode`)
}

/** The first place of an organ is written by the table itself, along with the organ. */
async function storeTransfers(tx: Transaction, { organs }: World, transfers: readonly Transfer[]): Promise<void> {
  const places = organs.flatMap((organ) => {
    const own = transfers.filter((one) => one.organ === organ.id).toSorted((left, right) => (left.from < right.from ? -1 : 1))
    return [{ organ: organ.id, parent: organ.parent, from: organ.startDate }, ...own].map((place, index) => ({ ...place, to: own[index]?.from ?? null }))
  })
  const wanted = rows(places, sql`organ int, parent int, "from" date, "to" date`)
  const ids = sql`${sql.param(organs.map(({ id }) => id))}::int[]`
  await tx.execute(sql`
    delete from organ_placements where organ_id = any(${ids}) and (organ_id, valid_from) not in (select organ, "from" from ${wanted})`)
  await tx.execute(sql`
    update organ_placements p set valid_to = r."to", parent_id = r.parent
      from ${wanted} where p.organ_id = r.organ and p.valid_from = r."from" and (p.valid_to, p.parent_id) is distinct from (r."to", r.parent)`)
  await tx.execute(sql`
    insert into organ_placements (organ_id, parent_id, valid_from, valid_to)
    select organ, parent, "from", "to" from ${wanted}
     where not exists (select from organ_placements p where p.organ_id = r.organ and p.valid_from = r."from")`)
}

async function storeLists(tx: Transaction, lists: readonly RelationList[]): Promise<void> {
  await tx.execute(sql`
    insert into relation_lists (id, title, criteria) select id, 'Lijst ' || id, rule from ${rows(lists, sql`id int, rule jsonb`)}
    on conflict (id) do update set criteria = excluded.criteria`)
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

/** All mutations of the organisation, or those of one day, as readable lines in a fixed order. */
export async function mutations(tx: Transaction, organisation: number, date: LocalDate | null = null): Promise<string[]> {
  const { rows: found } = await tx.execute<{ line: string }>(sql`
    select format('%s %s %s in %s as %s', date, kind, relation_id, coalesce(organ_id, 0), membership_type_id) as line
      from membership_mutations where organisation_id = ${organisation} and (${date}::date is null or date = ${date}::date)
     order by date, kind, relation_id, coalesce(organ_id, 0), membership_type_id`)
  return found.map(({ line }) => line)
}
