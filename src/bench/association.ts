import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Rule } from '../rules/rule'
import type { Transaction } from '../store/transaction'

/** The tree: provinces, municipalities in them, branches in those, and towns that belong to one branch each. */
export type Shape = { readonly relations: number; readonly provinces: number; readonly municipalities: number; readonly branches: number; readonly townsPerBranch: number }

/** One organ for every 1,000 relations and at least forty, divided as a national association is: some provinces, one branch for every one or two municipalities. */
export function shapeOf(relations: number): Shape {
  const organs = Math.max(40, Math.round(relations / 1000))
  const provinces = Math.min(12, Math.max(1, Math.floor(organs / 10)))
  const municipalities = Math.max(provinces, Math.floor((organs - provinces) * 0.35))
  return { relations, provinces, municipalities, branches: Math.max(municipalities, organs - provinces - municipalities), townsPerBranch: 5 }
}

export const organisation = 1

/** Fills an empty, migrated database. Organ ids run on: provinces, then municipalities, then branches. */
export async function loadAssociation(tx: Transaction, shape: Shape): Promise<void> {
  await tx.execute(sql`insert into organisations (id, title) values (${organisation}, 'Vereniging')`)
  await tx.execute(sql`insert into membership_types (id, organisation_id, title) values (1, ${organisation}, 'Lid')`)
  await tx.execute(sql`insert into subscription_types (id, title, price_cents) values (1, 'Lid', 3000)`)
  await loadTowns(tx, shape)
  await loadOrgans(tx, shape)
  await loadRules(tx)
  await loadRelations(tx, shape)
  await tx.execute(sql`analyze`)
}

/** A plain table of towns with what they lie in: for filling, for moving people, and for the bare comparison. */
const loadTowns = (tx: Transaction, { provinces, municipalities, branches, townsPerBranch }: Shape): Promise<unknown> => tx.execute(sql`
  create table bench_towns as
  select n as id, 'Plaats ' || n as town, 'Gemeente ' || municipality as municipality, 'Provincie ' || province as province,
         ${provinces + municipalities}::int + branch + 1 as branch_organ, ${provinces}::int + municipality + 1 as municipality_organ,
         province + 1 as province_organ
    from generate_series(0, ${branches * townsPerBranch - 1}::int) n,
         lateral (select n / ${townsPerBranch}::int as branch) b,
         lateral (select branch % ${municipalities}::int as municipality) m,
         lateral (select municipality % ${provinces}::int as province) p`)

const loadOrgans = (tx: Transaction, { provinces }: Shape): Promise<unknown> => tx.execute(sql`
  insert into organs (id, organisation_id, parent_id, title, start_date, rule_mode)
  select id, ${organisation}, parent, title, '2020-01-01', 'rules' from (
    select province_organ as id, null::int as parent, min(province) as title from bench_towns group by 1
    union all select municipality_organ, min(province_organ), min(municipality) from bench_towns group by 1
    union all select branch_organ, min(municipality_organ), 'Afdeling ' || branch_organ - ${provinces}::int from bench_towns group by 1
  ) organ order by id`)

const typeRule: Rule = { field: 'subscription.active', operator: 'oneOf', value: [1] }

const loadRules = (tx: Transaction): Promise<unknown> => tx.execute(sql`
  insert into rule_versions (organ_id, membership_type_id, criteria, valid_from)
  select null::int, 1, ${JSON.stringify(typeRule)}::jsonb, '2020-01-01'::date
  union all select province_organ, null, jsonb_build_object('field', 'address.province', 'operator', 'equals', 'value', min(province)), '2020-01-01'
              from bench_towns group by 1
  union all select municipality_organ, null, jsonb_build_object('field', 'address.municipality', 'operator', 'equals', 'value', min(municipality)), '2020-01-01'
              from bench_towns group by 1
  union all select branch_organ, null, jsonb_build_object('field', 'address.town', 'operator', 'oneOf', 'value', jsonb_agg(town)), '2020-01-01'
              from bench_towns group by 1`)

async function loadRelations(tx: Transaction, { relations, branches, townsPerBranch }: Shape): Promise<void> {
  await tx.execute(sql`
    insert into relations (id, type, status, number, last_name, display_name, sort_name, birth_date, address_postcode, address_town, address_municipality, address_province, address_country)
    select n, 'person', 'active', n, 'Lid ' || n, 'Lid ' || n, 'Lid ' || n, date '1940-01-01' + (n % 25000), 1000 + n % 9000 || 'AB', town, municipality, province, 'NL'
      from generate_series(1, ${relations}::int) n join bench_towns t on t.id = (hashint4(n)::bigint & 2147483647) % ${branches * townsPerBranch}::int`)
  await tx.execute(sql`
    insert into subscriptions (relation_id, type_id, start_date) select id, 1, '2020-01-01' from relations`)
}

/** One relation in a thousand moves to another town; a different thousandth with every seed. */
export const moveSome = (tx: Transaction, shape: Shape, seed: number): Promise<unknown> => tx.execute(sql`
  update relations r set address_town = t.town, address_municipality = t.municipality, address_province = t.province
    from bench_towns t
   where r.id % 1000 = ${seed % 1000}::int
     and t.id = (hashint4(r.id + 1 + ${seed}::int)::bigint & 2147483647) % ${shape.branches * shape.townsPerBranch}::int`)
