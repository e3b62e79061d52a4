import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const largestSequence = 999_999_999_999

/**
 * A message id: prefix, date and eight random characters out of at least five random bytes, such as `V261123-7K3QX0ZD`. Two made in
 * the same second differ, and the database keeps them unique for ever (sepa §2.2).
 */
export function messageId(date: LocalDate, random: Uint8Array, prefix = 'V'): string {
  if (random.length < 5) throw new RangeError('A message id takes five random bytes')
  const bits = random.slice(0, 5).reduce((all, byte) => all * 256 + byte, 0)
  const characters = Array.from({ length: 8 }, (_, place) => alphabet[Math.floor(bits / 32 ** (7 - place)) % 32])
  return `${prefix}${date.slice(2).replaceAll('-', '')}-${characters.join('')}`
}

/** The id of the `n`th payment group of a message, counted from 1: what the bank's one-line booking refers to. */
export const paymentInformationId = (message: string, n: number): string => `${message}-${n}`

/** The end-to-end id of an instruction out of a sequence that never repeats: `C000000001234`. */
export function endToEndId(sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > largestSequence) throw new DomainError('IDENTIFIER_INVALID', { value: sequence })
  return `C${String(sequence).padStart(12, '0')}`
}
