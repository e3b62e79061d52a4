import { stripAccents } from './latinText'
import { isPhoneLike, normalisePhone } from './phone'

/** What a relation can be found by. */
export type Searchable = {
  readonly number?: string | number | null | undefined
  readonly names: readonly (string | null | undefined)[]
  readonly emails?: readonly string[]
  readonly phones?: readonly string[]
  readonly town?: string | null | undefined
}

/** One line to search in: lower case, without accents, phone numbers as digits. Compare it with `normaliseQuery` of what is typed. */
export function searchTextOf({ number, names, emails = [], phones = [], town }: Searchable): string {
  const words = [number, ...names, ...emails, town].map((part) => folded(String(part ?? '')))
  return [...words, ...phones.map(normalisePhone)].filter((part) => part !== '').join(' ')
}

/** What someone typed in the search bar, in the shape of `searchTextOf`. */
export const normaliseQuery = (text: string): string => (isPhoneLike(text) ? normalisePhone(text) : folded(text))

const folded = (text: string): string => stripAccents(text).toLowerCase().replace(/\s+/g, ' ').trim()
