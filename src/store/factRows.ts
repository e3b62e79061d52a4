import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** A table whose rows belong to relations: by which column, and which of its columns are facts. */
export type FactTable = { readonly table: string; readonly relation: string; readonly columns: readonly string[] }

/** Rows by relation, in the order of their ids; days are texts, as JSON has them. */
export type FactRows<Row> = ReadonlyMap<number, readonly (Row & { readonly id: number })[]>

/**
 * The rows of these relations, now or as they were at an instant. A row that changed since then is what the first change
 * after it says that it was before; one that was not there yet is left out.
 */
export async function factRows<Row extends object>(tx: Transaction, table: FactTable, relations: readonly number[], at: string | undefined): Promise<FactRows<Row>> {
  const { rows } = await tx.execute<{ id: number; relation: number; row: Row }>(sql`
    select id, relation, row from (${at === undefined ? currentRows(table, relations) : rowsAt(table, relations, at)}) found order by relation, id`)
  const found = rows.map(({ id, relation, row }) => ({ relation, row: { ...row, id } }))
  return new Map([...Map.groupBy(found, ({ relation }) => relation)].map(([relation, list]) => [relation, list.map(({ row }) => row)]))
}

const list = (relations: readonly number[]): SQL => sql`${sql.param(relations)}::int[]`

/** All names come from the code. */
function currentRows({ table, relation, columns }: FactTable, relations: readonly number[]): SQL {
  const pairs = sql.join(columns.map((name) => sql`${sql.raw(`'${name}'`)}, t.${sql.identifier(name)}`), sql`, `)
  return sql`
    select t.id, t.${sql.identifier(relation)} as relation, jsonb_build_object(${pairs}) as row
      from ${sql.identifier(table)} t where t.${sql.identifier(relation)} = any(${list(relations)})`
}

const rowsAt = (table: FactTable, relations: readonly number[], at: string): SQL => sql`
  with changed as (
    select distinct on (relation_id, row_id) relation_id, row_id, before
      from fact_changes where relation_id = any(${list(relations)}) and source = ${table.table} and at > ${at}::timestamptz
     order by relation_id, row_id, id)
  select current.* from (${currentRows(table, relations)}) current
   where not exists (select from changed c where c.relation_id = current.relation and c.row_id = current.id)
  union all
  select row_id, relation_id, before from changed where before is not null`
