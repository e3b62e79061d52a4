import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

type ColumnType = 'int' | 'bigint' | 'text' | 'date' | 'boolean' | 'jsonb'

/**
 * Objects as rows of a `from` clause, sent as one parameter however many there are. Columns carry the properties'
 * names, so camelCase ones are quoted where they are used.
 */
export const asRows = <T extends object>(rows: readonly T[], columns: Readonly<Partial<Record<keyof T & string, ColumnType>>>): SQL => {
  const definition = Object.entries(columns).map(([name, type]) => sql`${sql.identifier(name)} ${sql.raw(String(type))}`)
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${sql.join(definition, sql`, `)})`
}
