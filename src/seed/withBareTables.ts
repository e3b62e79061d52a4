import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../store/transaction'

/** Which tables are filled, and the indexes that the filling itself looks things up by. */
export type BareTables = { readonly tables: readonly string[]; readonly keep?: readonly string[] }

/**
 * Runs the work while these tables stand without their indexes and foreign keys, and then makes these again: over all
 * rows at once that takes a fraction of the time of keeping them up row by row, and a row that breaks one still makes
 * everything fail. Primary keys that others refer to and exclusions stay. A table that holds many rows already keeps
 * everything. Others wait for these tables until the transaction ends, and never see them bare.
 */
export async function withBareTables<T>(tx: Transaction, bare: BareTables, work: () => Promise<T>): Promise<T> {
  const parts = await partsOf(tx, bare)
  for (const { removal } of parts) await tx.execute(sql.raw(removal))
  const result = await work()
  for (const { making } of parts.toReversed()) await tx.execute(sql.raw(making))
  return result
}

type Part = { readonly removal: string; readonly making: string }

/** More rows than this make building anew cost more than it saves. */
const manyRows = 10_000

/** Foreign keys first, so that they are checked last, when what they look in is there again. */
async function partsOf(tx: Transaction, { tables, keep = [] }: BareTables): Promise<readonly Part[]> {
  const fillable = await withFewRows(tx, tables)
  const { rows } = await tx.execute<Part>(sql`
    with filled as (
      select to_regclass(name) as oid from unnest(${sql.param(fillable)}::text[]) as t (name)
    ), parts as (
      select c.contype <> 'f' as is_index, c.conname as name, c.conrelid as of_table,
             format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as removal,
             format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as making
        from pg_constraint c join filled on filled.oid = c.conrelid
       where c.contype = 'f'
          or c.contype in ('p', 'u') and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)
      union all
      select true, i.indexrelid::regclass::text, i.indrelid, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
        from pg_index i join filled on filled.oid = i.indrelid
       where not exists (select from pg_constraint c where c.conindid = i.indexrelid)
    )
    select removal, making from parts where name <> all(${sql.param(keep)}::text[]) order by is_index, of_table, name`)
  return rows
}

async function withFewRows(tx: Transaction, tables: readonly string[]): Promise<string[]> {
  const few: string[] = []
  for (const table of tables) {
    const { rows } = await tx.execute(sql`select from ${sql.identifier(table)} offset ${manyRows} limit 1`)
    if (rows.length === 0) few.push(table)
  }
  return few
}
