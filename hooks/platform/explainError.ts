import type { AfterErrorHook } from 'payload'
import { DomainError } from '../../src/domain/domainError'
import { textOf } from '../../src/i18n/text'
import { duplicateCode, refusalOfDatabase } from '../../src/store/databaseErrors'

/** Every error that reaches a client says what is wrong in words; never a query, a value or a stack. */
export const explainError: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const language = req.i18n?.language ?? 'nl'
  const cause: unknown = 'originalError' in error ? error.originalError : error
  if (isValidation(cause)) {
    nameDuplicates(cause, language)
    return graphqlResult
      ? { graphqlResult: { ...graphqlResult, message: sentencesOf(cause) } }
      : { response: { errors: [{ name: 'ValidationError', data: cause.data, message: cause.message }] } }
  }
  const refusal = refusalOf(cause)
  if (!refusal) return undefined
  const message = textOf(language, refusal)
  if (graphqlResult) return { graphqlResult: { ...graphqlResult, message, extensions: { statusCode: refusal.status } } }
  return { response: { errors: [{ message }] }, status: refusal.status }
}

/** What cannot be read at all is a mistake of whoever wrote it, not of the house. */
function refusalOf(cause: unknown): { readonly code: string; readonly params?: DomainError['params']; readonly status: number } | undefined {
  if (cause instanceof DomainError) return { code: cause.code, params: cause.params, status: 400 }
  return cause instanceof SyntaxError ? { code: 'INPUT_INVALID', status: 400 } : refusalOfDatabase(cause)
}

type Mistake = { path: string; message: string; tableName?: string }
type Validation = Error & { readonly data: { readonly errors: Mistake[] } }

/** A build may hold Payload's class more than once, and then Payload leaves out the fields: so the error is known by what it carries. */
const isValidation = (cause: unknown): cause is Validation =>
  cause instanceof Error && 'data' in cause && typeof cause.data === 'object' && cause.data !== null && 'errors' in cause.data && Array.isArray(cause.data.errors)

/** GraphQL shows one message for all fields: what is wrong with each, instead of only which. */
const sentencesOf = (error: Validation): string => error.data.errors.map(({ message }) => message).join(' ')

/** The adapter tells of each double value alike; Kring says what to do about it. What is in the error is what the client gets. */
function nameDuplicates(error: Validation, language: string): void {
  for (const mistake of error.data.errors) {
    if (mistake.tableName) mistake.message = textOf(language, { code: duplicateCode(mistake.tableName, mistake.path) })
  }
}
