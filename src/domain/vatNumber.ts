import { DomainError } from './domainError'

/** Throws VAT_NUMBER_INVALID for a Dutch number of another shape than NL000000000B00. Other countries' are kept as they are. */
export function assertVatNumber(vatNumber: string): void {
  const text = vatNumber.replace(/[\s.]/g, '').toUpperCase()
  if (text.startsWith('NL') ? !/^NL\d{9}B\d{2}$/.test(text) : !/^[A-Z]{2}[A-Z0-9+*]{2,13}$/.test(text)) {
    throw new DomainError('VAT_NUMBER_INVALID', { value: vatNumber })
  }
}
