import { DomainError } from '../domain/domainError'
import { textOf } from '../i18n/text'
import { refusalOfDatabase } from '../store/databaseErrors'

/** More of a message than this nobody reads. */
const longest = 500

/**
 * What went wrong in one sentence in Dutch, or the bare message of an unexpected error: never the text of a query with its
 * values, as those are about people. At most 500 characters.
 */
export function errorInShort(error: unknown): string {
  if (error instanceof DomainError) return cut(textOf('nl', error))
  const refusal = refusalOfDatabase(error)
  return cut(refusal ? textOf('nl', refusal) : plainMessage(error))
}

/** The database layer wraps its errors in one that holds the whole query; what the database said itself is its cause. */
function plainMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (!error.message.startsWith(wrapped)) return error.message
  return error.cause instanceof Error ? plainMessage(error.cause) : wrapped
}

const wrapped = 'Failed query'

const cut = (message: string): string => (message.length > longest ? `${message.slice(0, longest - 1)}…` : message)
