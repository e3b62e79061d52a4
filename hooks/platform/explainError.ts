import type { AfterErrorHook } from 'payload'
import { DomainError } from '../../src/domain/domainError'
import { textOf } from '../../src/i18n/text'
import { refusalOfDatabase } from '../../src/store/databaseErrors'

/** Every error that reaches a client says what is wrong in words; never a query, a value or a stack. */
export const explainError: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const cause: unknown = 'originalError' in error ? error.originalError : error
  const refusal = cause instanceof DomainError ? { code: cause.code, params: cause.params, status: 400 } : refusalOfDatabase(cause)
  if (!refusal) return undefined
  const message = textOf(req.i18n?.language ?? 'nl', refusal)
  if (graphqlResult) return { graphqlResult: { ...graphqlResult, message, extensions: { statusCode: refusal.status } } }
  return { response: { errors: [{ message }] }, status: refusal.status }
}
