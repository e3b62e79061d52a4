import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CustomField, CustomFieldType } from '../domain/customField'
import type { Transaction } from './transaction'

/** The custom fields of relations, by title. */
export async function customFields(tx: Transaction): Promise<readonly CustomField[]> {
  const { rows } = await tx.execute<{ key: string; title: string; type: CustomFieldType; options: unknown }>(sql`
    select key, title, type, options from custom_fields order by title`)
  return rows.map(({ options, ...field }) => ({ ...field, options: Array.isArray(options) ? options.map(String) : [] }))
}

/** Whether a key is taken. */
export async function isCustomKeyTaken(tx: Transaction, key: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from custom_fields where key = ${key}`)
  return rows.length > 0
}
