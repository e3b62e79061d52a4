import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Labels, Language, Names } from '../field'

/** A column of the relation under this alias. Both names come from this code, never from a rule. */
export const column = (relationAlias: string, name: string): SQL =>
  sql`${sql.identifier(relationAlias)}.${sql.identifier(name)}`

/** A whole list as one array parameter. */
export const textList = (values: readonly string[]): SQL => sql`${sql.param(values)}::text[]`
export const numberList = (values: readonly number[]): SQL => sql`${sql.param(values)}::int[]`

/** What a condition is about, within a sentence. */
export type Subject = (language: Language, names: Names) => string

/** A label as it stands within a sentence. */
export const within = (label: Labels): Subject => (language) => label[language].toLowerCase()
