import type { PayloadRequest } from 'payload'
import { missingRight } from '../access/mayKnow'
import { rolesOf } from '../access/rolesOf'
import { languageOf } from '../i18n/text'
import { fieldOf } from '../rules/catalogue'
import type { ClosedField } from '../rules/closedFields'

/** Which fields whoever asks may not search with, in their language. Nothing is closed to the house itself, at work for nobody. */
export async function closedFieldsFor(req: PayloadRequest): Promise<ClosedField> {
  if (!req.user) return () => undefined
  const [roles, language] = [await rolesOf(req), languageOf(req.i18n.language)]
  return (key) => {
    const missing = missingRight(roles, key)
    return missing && { code: 'RULE_FIELD_NOT_YOURS', params: { field: fieldOf(key)?.label[language] ?? key, right: missing[language] } }
  }
}
