import type { AfterErrorHook } from 'payload'
import { DomainError } from '../../src/domain/domainError'
import { textOf } from '../../src/i18n/text'
import { refusalOfDatabase } from '../../src/store/databaseErrors'

/** Every error that reaches a client says what is wrong in words; never a query, a value or a stack. */
export const explainError: AfterErrorHook = ({ error, req }) => {
  const language = req.i18n?.language ?? 'nl'
  if (error instanceof DomainError) return { response: { errors: [{ message: textOf(language, error) }] }, status: 400 }
  const refusal = refusalOfDatabase(error)
  return refusal ? { response: { errors: [{ message: textOf(language, refusal) }] }, status: refusal.status } : undefined
}
