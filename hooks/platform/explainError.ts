import { ValidationError, type AfterErrorHook } from 'payload'
import { DomainError } from '../../src/domain/domainError'
import { textOf } from '../../src/i18n/text'
import { duplicateCode, refusalOfDatabase } from '../../src/store/databaseErrors'

/** Every error that reaches a client says what is wrong in words; never a query, a value or a stack. */
export const explainError: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const language = req.i18n?.language ?? 'nl'
  const cause: unknown = 'originalError' in error ? error.originalError : error
  if (cause instanceof ValidationError) nameDuplicates(cause, language)
  const refusal = cause instanceof DomainError ? { code: cause.code, params: cause.params, status: 400 } : refusalOfDatabase(cause)
  if (!refusal) return undefined
  const message = textOf(language, refusal)
  if (graphqlResult) return { graphqlResult: { ...graphqlResult, message, extensions: { statusCode: refusal.status } } }
  return { response: { errors: [{ message }] }, status: refusal.status }
}

type Mistake = { path: string; message: string; tableName?: string }

/** The adapter tells of each double value alike; Kring says what to do about it. What is in the error is what the client gets. */
function nameDuplicates(error: ValidationError, language: string): void {
  for (const mistake of error.data.errors as Mistake[]) {
    if (mistake.tableName) mistake.message = textOf(language, { code: duplicateCode(mistake.tableName, mistake.path) })
  }
}
