import { DomainError } from './domainError'

const dutch = /^([1-9]\d{3})\s?([A-Za-z]{2})$/

/** A Dutch postcode as 1234AB; what is not Dutch is kept as it is, trimmed. */
export const normalisePostcode = (postcode: string): string => postcode.trim().replace(dutch, (_, digits: string, letters: string) => digits + letters.toUpperCase())

/** Throws POSTCODE_INVALID when it looks Dutch (starts as one) but is not one. */
export function assertPostcode(postcode: string): void {
  const text = postcode.trim()
  if (/^\d{4}\s?[A-Za-z]*$/.test(text) && text.length > 4 && !dutch.test(text)) throw new DomainError('POSTCODE_INVALID', { value: text })
}
