import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

const mostWords = 8

/** The pattern for `like` of what holds this text; `%`, `_` and `\` mean themselves. */
export const containing = (text: string): string => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`

/** Every word that was typed has to occur in one of the columns. */
export function everyWord(search: string | undefined, columns: readonly SQL[]): SQL {
  const words = (search ?? '').trim().split(/\s+/).filter(Boolean).slice(0, mostWords)
  if (words.length === 0) return sql`true`
  return sql.join(words.map((word) => sql`(${sql.join(columns.map((column) => sql`${column} ilike ${containing(word)}`), sql` or `)})`), sql` and `)
}
