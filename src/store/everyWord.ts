import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

const mostWords = 8

/** Every word that was typed has to occur in one of the columns; `%` and `_` mean themselves. */
export function everyWord(search: string | undefined, columns: readonly SQL[]): SQL {
  const words = (search ?? '').trim().split(/\s+/).filter(Boolean).slice(0, mostWords)
  if (words.length === 0) return sql`true`
  return sql.join(words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    return sql`(${sql.join(columns.map((column) => sql`${column} ilike ${pattern}`), sql` or `)})`
  }), sql` and `)
}
