import { formatDate, isLocalDate } from '../domain/localDate'
import { cents, formatEuro } from '../domain/money'
import { en } from './en'
import { nl, type TextCode } from './nl'

export type { TextCode } from './nl'
export type Language = 'nl' | 'en'

/** Dutch unless English was chosen: Kring's staff work in Dutch. */
export const languageOf = (language: string | undefined): Language => (language === 'en' ? 'en' : 'nl')

const isTextCode = (code: string): code is TextCode => Object.hasOwn(nl, code)

/** Days are shown as people write them: `21 nov 2026`, and so are amounts, the parameters that end in `Cents`. */
function shown(name: string, value: string | number, language: Language): string {
  if (name.endsWith('Cents') && typeof value === 'number') return formatEuro(cents(value), language)
  const written = String(value)
  return isLocalDate(written) ? formatDate(written, language) : written
}

/** The sentence of a code in a language, with `{name}` replaced by its parameter, and `{name|one|many}` by the words for its number, in which # is that number. */
export function text(language: string | undefined, code: TextCode, params: Readonly<Record<string, string | number>> = {}): string {
  const sentence = (languageOf(language) === 'en' ? en : nl)[code]
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one: string | undefined, many: string | undefined) => {
    const value = params[name]
    if (value === undefined) return whole
    return one === undefined || many === undefined ? shown(name, value, languageOf(language)) : (value === 1 ? one : many).replace('#', shown(name, value, languageOf(language)))
  })
}

/** As `text`, for codes that come from a domain error. */
export const textOf = (language: string | undefined, error: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> }): string =>
  isTextCode(error.code) ? text(language, error.code, error.params) : error.code
