import { DomainError } from '../domain/domainError'
import { transliterate } from './transliteration'

const alreadyPlain = /^(?:[a-zA-Z0-9/\-?:().,'+]+ )*[a-zA-Z0-9/\-?:().,'+]+$/
const identifierShape = /^[a-zA-Z0-9\-?:().,'+ ]+(?:\/[a-zA-Z0-9\-?:().,'+ ]+)*$/

/** The longest that the fields of a file may be (EPC rulebook; the schema itself allows longer names). */
export const longest = { identifier: 35, name: 70, remittance: 140, street: 70, houseNumber: 16, postcode: 16, town: 35 } as const

/**
 * A text in the SEPA character set: transliterated, the rest dropped, white space collapsed, cut off at `most` characters (sepa §2.1).
 * It may come out empty.
 */
export function sepaText(text: string, most: number): string {
  const plain = alreadyPlain.test(text) ? text : cleaned(text)
  return plain.length <= most ? plain : plain.slice(0, most).trimEnd()
}

/** Whether `sepaText` would leave a text as it is, and something of it. */
export const isSepaText = (text: string, most: number): boolean => text.length <= most && alreadyPlain.test(text)

/** A name of at most 70 characters; throws NAME_EMPTY_AFTER_TRANSLITERATION rather than leave one out. */
export function sepaName(name: string): string {
  const written = sepaText(name, longest.name)
  if (written === '') throw new DomainError('NAME_EMPTY_AFTER_TRANSLITERATION', { value: name.slice(0, longest.name) })
  return written
}

/** The text on the debtor's statement, at most 140 characters. */
export const sepaRemittance = (text: string): string => sepaText(text, longest.remittance)

/** Whether a text can be an identifier: not empty, at most 35 of the allowed characters, and no slash at either end or doubled (EPC217-08). */
export const isIdentifier = (text: string): boolean =>
  text.length <= longest.identifier && identifierShape.test(text) && !text.startsWith(' ') && !text.endsWith(' ')

/** The identifier itself. Unlike a text it is refused rather than changed: throws IDENTIFIER_INVALID. */
export function assertIdentifier(identifier: string): string {
  if (!isIdentifier(identifier)) throw new DomainError('IDENTIFIER_INVALID', { value: identifier.slice(0, 70) })
  return identifier
}

const cleaned = (text: string): string =>
  transliterate(text.replace(/\s+/g, ' ')).replace(/[^a-zA-Z0-9/\-?:().,'+ ]/g, '').replace(/ {2,}/g, ' ').trim()
