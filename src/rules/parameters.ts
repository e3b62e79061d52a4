import { is, Param, SQL, sql, type SQLChunk } from '@payloadcms/db-postgres/drizzle'
import { isLocalDate } from '../domain/localDate'

/** How many values of a query travel as parameters. */
export function parameterCount(query: SQL): number {
  let count = 0
  for (const part of query.queryChunks) count += is(part, SQL) ? parameterCount(part) : isValue(part) ? 1 : 0
  return count
}

/**
 * The same query with its values as constants. A text is spelled in the numbers of its characters, a number in digits,
 * a day in digits and dashes: whatever a value holds, it cannot end the constant that it stands in.
 */
export const inlined = (query: SQL): SQL => new SQL(query.queryChunks.map((part) => {
  if (is(part, SQL)) return inlined(part)
  return isValue(part) ? constant(is(part, Param) ? part.value : part) : part
}))

const isValue = (part: SQLChunk): boolean => is(part, Param) || typeof part === 'string' || typeof part === 'number'

function constant(value: unknown): SQL {
  if (Array.isArray(value)) return sql`array[${sql.join(value.map(constant), sql`, `)}]`
  if (typeof value === 'number' && Number.isFinite(value)) return sql.raw(`(${value})`)
  if (typeof value === 'string') return sql.raw(isLocalDate(value) ? `'${value}'` : spelled(value))
  throw new TypeError(`A rule holds a value of type ${typeof value}`)
}

/** Half a character, which text cannot hold, is the replacement character, as it is in a parameter. */
const spelled = (text: string): string =>
  `U&'${[...text.toWellFormed()].map((character) => `\\+${(character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`).join('')}'`
