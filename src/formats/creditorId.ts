import { DomainError } from '../domain/domainError'

/**
 * The Dutch creditor identifier (incassant-ID) of a Chamber of Commerce number and its four-digit location code.
 * Throws COC_NUMBER_INVALID; leading zeros belong to the number.
 */
export function creditorIdFor(cocNumber: string, location = '0000'): string {
  if (!/^\d{8}$/.test(cocNumber) || !/^\d{4}$/.test(location)) throw new DomainError('COC_NUMBER_INVALID', { value: cocNumber })
  const national = cocNumber + location
  const check = 98 - remainder97(`${national}NL00`)
  return `NL${String(check).padStart(2, '0')}ZZZ${national}`
}

/** The identifier in its written-together form; throws CREDITOR_ID_INVALID. The business code on positions 5-7 takes no part in the check. */
export function assertCreditorId(text: string): string {
  const creditorId = text.replace(/\s+/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase())
  if (!isCreditorId(creditorId)) throw new DomainError('CREDITOR_ID_INVALID', { value: text.slice(0, 40) })
  return creditorId
}

/** Whether a creditor identifier of any SEPA country has the right shape and check digits (AT-02, ISO 7064 mod 97-10). */
export function isCreditorId(creditorId: string): boolean {
  const shape = creditorId.startsWith('NL') ? /^NL\d{2}[A-Z0-9]{3}\d{12}$/ : /^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/
  return shape.test(creditorId) && remainder97(creditorId.slice(7) + creditorId.slice(0, 4)) === 1
}

/** Letters count as two digits, A is 10. */
function remainder97(text: string): number {
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0)
}
