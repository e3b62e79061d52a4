import { ValidationError, type PayloadRequest } from 'payload'
import { DomainError } from '../src/domain/domainError'
import { text, textOf, type TextCode } from '../src/i18n/text'

type Place = { readonly req: PayloadRequest; readonly path: string }

/** The error that shows a sentence at a field, in the language of whoever asked. */
export const refuse = ({ req, path }: Place, code: TextCode, params: Readonly<Record<string, string | number>> = {}): ValidationError =>
  new ValidationError({ errors: [{ path, message: text(req.i18n.language, code, params) }], req }, req.t)

/** For a field's `validate`: true, or the sentence of the domain error that the check throws. */
export function sentenceOf(language: string, check: () => unknown): true | string {
  try {
    check()
    return true
  } catch (error) {
    if (error instanceof DomainError) return textOf(language, error)
    throw error
  }
}
