import { DomainError } from '../domain/domainError'
import { transliterate } from './transliteration'

const alreadyPlain = /^(?:[a-zA-Z0-9/\-?:().,'+]+ )*[a-zA-Z0-9/\-?:().,'+]+$/
const identifierShape = /^[a-zA-Z0-9\-?:().,'+ ]+(?:\/[a-zA-Z0-9\-?:().,'+ ]+)*$/

/**
 * A text in the SEPA character set: transliterated, the rest dropped, white space collapsed, cut off at `longest` characters (sepa §2.1).
 * It may come out empty.
 */
export function sepaText(text: string, longest: number): string {
  const plain = alreadyPlain.test(text) ? text : cleaned(text)
  return plain.length <= longest ? plain : plain.slice(0, longest).trimEnd()
}

/** A name of at most 70 characters; throws NAME_EMPTY_AFTER_TRANSLITERATION rather than leave one out. */
export function sepaName(name: string): string {
  const written = sepaText(name, 70)
  if (written === '') throw new DomainError('NAME_EMPTY_AFTER_TRANSLITERATION', { value: name.slice(0, 70) })
  return written
}

/** The text on the debtor's statement, at most 140 characters. */
export const sepaRemittance = (text: string): string => sepaText(text, 140)

/**
 * The identifier itself. Unlike a text it is refused rather than changed: throws IDENTIFIER_INVALID when it is empty, longer than 35,
 * outside the character set, or starts with, ends with or doubles a slash (EPC217-08).
 */
export function assertIdentifier(identifier: string): string {
  const isValid = identifier.length <= 35 && identifier === identifier.trim() && identifierShape.test(identifier)
  if (!isValid) throw new DomainError('IDENTIFIER_INVALID', { value: identifier.slice(0, 70) })
  return identifier
}

const cleaned = (text: string): string =>
  transliterate(text.replace(/\s+/g, ' ')).replace(/[^a-zA-Z0-9/\-?:().,'+ ]/g, '').replace(/ {2,}/g, ' ').trim()
