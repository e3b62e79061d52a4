import { isDeepStrictEqual } from 'node:util'
import type { JSONFieldValidation, TextFieldSingleValidation } from 'payload'
import { customKeyPattern, customMistakes } from '../../src/domain/customField'
import { text, textOf } from '../../src/i18n/text'
import { customFields } from '../../src/store/customFields'
import { readConnection } from '../../src/store/transaction'

/** A word of letters and digits; empty is fine while it is made, as it then follows from the title. */
export const validateCustomKey: TextFieldSingleValidation = (value, { id, req }) => {
  if (!value) return id === undefined || text(req.i18n.language, 'REQUIRED')
  return customKeyPattern.test(value) || text(req.i18n.language, 'CUSTOM_KEY_INVALID')
}

/** No options, or a list of different texts. */
export const validateCustomOptions: JSONFieldValidation = (value, { req }) => {
  if (value === null || value === undefined) return true
  const isList = Array.isArray(value) && value.length <= 200 && new Set(value).size === value.length
    && value.every((option) => typeof option === 'string' && option.trim() === option && option !== '' && option.length <= 200)
  return isList || text(req.i18n.language, 'CUSTOM_OPTIONS_INVALID')
}

/** The custom fields of a relation: only fields that there are, each with a value of its type. What stays as it was is not judged anew. */
export const validateCustomValues: JSONFieldValidation = async (value, { previousValue, req }) => {
  if (value === null || value === undefined || isDeepStrictEqual(value, previousValue)) return true
  if (typeof value !== 'object' || Array.isArray(value)) return text(req.i18n.language, 'CUSTOM_VALUES_INVALID')
  const mistakes = customMistakes(value as Readonly<Record<string, unknown>>, await customFields(readConnection(req)))
  return mistakes.length === 0 || mistakes.map((mistake) => textOf(req.i18n.language, mistake)).join(' ')
}
