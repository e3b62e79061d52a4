import type { PostgresSchemaHook } from '@payloadcms/drizzle/postgres'
import { bigint, date } from '@payloadcms/db-postgres/drizzle/pg-core'

type RawColumn = { name: string; type: string; notNull?: boolean; enumName?: string; options?: readonly string[]; default?: unknown }
type RawTable = { name: string; columns: Record<string, RawColumn> }

const isOurs = (table: string) => !table.startsWith('payload_') && !table.startsWith('users')
const isDay = (column: RawColumn) => column.type === 'timestamp' && column.name !== 'at' && !column.name.endsWith('_at')
const isCents = (column: RawColumn) => column.name.endsWith('_cents')

/** Words are text, numbers are whole: done before the tables are made. The checks on words are in the migrations. */
export const wordsAndWholeNumbers: PostgresSchemaHook = ({ adapter, schema }) => {
  for (const table of Object.values(adapter.rawTables as Record<string, RawTable>)) {
    if (!isOurs(table.name)) continue
    for (const column of Object.values(table.columns)) {
      if (column.type === 'enum') Object.assign(column, { type: 'varchar', enumName: undefined, options: undefined })
      if (column.type === 'numeric') column.type = 'integer'
    }
  }
  return schema
}

/** A column's type follows from its name: `…_cents` is bigint, an instant ends in `_at`, every other moment is a day. */
export const daysAndCents: PostgresSchemaHook = ({ adapter, extendTable, schema }) => {
  for (const table of Object.values(adapter.rawTables as Record<string, RawTable>)) {
    if (!isOurs(table.name)) continue
    const target = schema.tables[table.name]
    if (!target) continue
    for (const [key, column] of Object.entries(table.columns)) {
      const builder = isDay(column) ? date(column.name, { mode: 'string' }) : isCents(column) ? bigint(column.name, { mode: 'number' }) : undefined
      if (builder) extendTable({ table: target, columns: { [key]: column.notNull ? builder.notNull() : builder } })
    }
  }
  return schema
}
