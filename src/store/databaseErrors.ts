import { text, type TextCode } from '../i18n/text'

type Raised = { readonly code?: string; readonly constraint?: string; readonly message?: string; readonly cause?: unknown }

/** The database's own error, however deep it was wrapped. */
function raisedBy(error: unknown): Raised | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const raised: Raised = error
  return typeof raised.code === 'string' && /^[0-9A-Z]{5}$/.test(raised.code) ? raised : raisedBy(raised.cause)
}

const byConstraint: Readonly<Record<string, TextCode>> = {
  relations_type_fixed: 'RELATION_TYPE_FIXED',
  instructions_one_per_instalment: 'INSTALMENT_DUPLICATE',
  mandates_one_reference: 'MANDATE_REFERENCE_DUPLICATE',
  bank_statements_once: 'STATEMENT_DUPLICATE',
  append_only: 'APPEND_ONLY',
  role_assignments_once: 'ROLE_DUPLICATE',
}

const byState: Readonly<Record<string, TextCode>> = {
  '23502': 'DB_REQUIRED', '23503': 'DB_STILL_USED', '23505': 'DB_DUPLICATE', '23514': 'DB_REFUSED', '23P01': 'DB_OVERLAP',
  '22003': 'DB_OUT_OF_RANGE', '22007': 'DB_DATE_INVALID', '22008': 'DB_DATE_INVALID', '22P02': 'DB_VALUE_INVALID',
  '40001': 'DB_TRY_AGAIN', '40P01': 'DB_TRY_AGAIN', '42501': 'NOT_ALLOWED', '55P03': 'DB_TRY_AGAIN', '57014': 'DB_TOO_SLOW',
}

/** The sentence for a rule that the database held, or undefined when it was no such rule. The values are never shown. */
export function messageOfDatabaseError(error: unknown, language: string): string | undefined {
  const raised = raisedBy(error)
  if (!raised?.code) return undefined
  const code = byConstraint[raised.constraint ?? ''] ?? byState[raised.code]
  return code && text(language, code)
}

/** The HTTP status that fits: forbidden, conflict, or a bad value. */
export function statusOfDatabaseError(error: unknown): number {
  const state = raisedBy(error)?.code
  if (state === '42501') return 403
  return state?.startsWith('22') ? 400 : 409
}
