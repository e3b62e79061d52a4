import type { TextFieldSingleValidation } from 'payload'
import { text } from '../src/i18n/text'
import { sentenceOf } from './refuse'

/** A text field's validation from a check that throws a domain error. An empty value is only refused where one is required. */
export const textValidation = (check: (value: string) => unknown): TextFieldSingleValidation => (value, { required, maxLength, req }) => {
  if (!value) return required ? text(req.i18n.language, 'REQUIRED') : true
  if (maxLength !== undefined && value.length > maxLength) return text(req.i18n.language, 'TOO_LONG', { max: maxLength })
  return sentenceOf(req.i18n.language, () => check(value))
}
