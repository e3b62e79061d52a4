import { validateIBAN, ValidationErrorsIBAN } from 'ibantools'
import { DomainError } from '../domain/domainError'

/** Countries whose accounts can be reached by a SEPA direct debit (EPC list, 2026). */
const sepaCountries = new Set(
  ('AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA').split(' '))

/** SEPA countries outside the EEA: their banks want the debtor's address (sepa §1). */
const outsideEea = new Set('AD AL CH GB GI MC MD ME MK RS SM VA'.split(' '))

/** Upper case without spaces. Only plain letters and digits are touched: look-alikes from other alphabets must not become valid. */
export const normaliseIban = (text: string): string =>
  text.replace(/\s+/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase())

/** Whether the text, spaces aside, is a valid IBAN of a SEPA country. */
export const isIban = (text: string): boolean => errorOf(normaliseIban(text)) === undefined

/** The IBAN in its written-together form. Throws IBAN_INVALID with a reason (length, format, checksum, country), or NOT_SEPA. */
export function assertIban(text: string): string {
  const iban = normaliseIban(text)
  const error = errorOf(iban)
  if (error) throw error
  return iban
}

/** Whether the account is held in SEPA but outside the European Economic Area. */
export const isOutsideEea = (iban: string): boolean => outsideEea.has(normaliseIban(iban).slice(0, 2))

/** For people: groups of four, `NL91 ABNA 0417 1643 00`. */
export const formatIban = (iban: string): string => normaliseIban(iban).replace(/(.{4})(?=.)/g, '$1 ')

/** For logs and for those who need not know it: `NL91…4300`. */
export const maskIban = (iban: string): string => {
  const written = normaliseIban(iban)
  return written.length > 8 ? `${written.slice(0, 4)}…${written.slice(-4)}` : '…'
}

function errorOf(iban: string): DomainError | undefined {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return invalid(iban, 'format')
  const { valid, errorCodes } = validateIBAN(iban)
  if (!valid) return invalid(iban, reasonOf(errorCodes))
  return sepaCountries.has(iban.slice(0, 2)) ? undefined : new DomainError('NOT_SEPA', { country: iban.slice(0, 2) })
}

function reasonOf(errors: readonly ValidationErrorsIBAN[]): string {
  if (errors.includes(ValidationErrorsIBAN.NoIBANCountry)) return 'country'
  if (errors.includes(ValidationErrorsIBAN.WrongBBANLength)) return 'length'
  return errors.includes(ValidationErrorsIBAN.WrongBBANFormat) ? 'format' : 'checksum'
}

const invalid = (iban: string, reason: string): DomainError => new DomainError('IBAN_INVALID', { iban: maskIban(iban), reason })
