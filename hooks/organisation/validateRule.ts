import { isDeepStrictEqual } from 'node:util'
import type { JSONFieldValidation } from 'payload'
import { closedFieldsFor } from '../../src/operations/closedFieldsFor'
import { readRule } from '../../src/operations/readRule'
import { languageOf, text, textOf } from '../../src/i18n/text'
import { readConnection } from '../../src/store/transaction'

/** Every mistake in a rule with the place where it stands, also where it asks for what does not exist. A rule that stays as it was is not judged anew. */
export const validateRule: JSONFieldValidation = async (value, { collectionSlug, previousValue, req }) => {
  if (value === null || value === undefined || value === '') return text(req.i18n.language, 'REQUIRED')
  if (isDeepStrictEqual(value, previousValue)) return true
  const { mistakes } = await readRule(readConnection(req), value, await closedFieldsFor(req), collectionSlug === 'rule-versions' ? 'rule' : 'list')
  if (mistakes.length === 0) return true
  const language = languageOf(req.i18n.language)
  return mistakes.map((mistake) => `${mistake.path.length > 0 ? `${mistake.path.join('.')}: ` : ''}${textOf(language, mistake)}`).join(' ')
}
