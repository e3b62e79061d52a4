import type { JSONFieldValidation } from 'payload'
import { languageOf, text, textOf } from '../../src/i18n/text'
import { parseRule } from '../../src/rules/parseRule'
import { RuleError } from '../../src/rules/ruleError'

/** Every mistake in a rule with the place where it stands. */
export const validateRule: JSONFieldValidation = (value, { req }) => {
  if (value === null || value === undefined || value === '') return text(req.i18n.language, 'REQUIRED')
  try {
    parseRule(value)
    return true
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    const language = languageOf(req.i18n.language)
    return error.mistakes.map((mistake) => `${mistake.path.length > 0 ? `${mistake.path.join('.')}: ` : ''}${textOf(language, mistake)}`).join(' ')
  }
}
