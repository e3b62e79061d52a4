import { DomainError } from '../domain/domainError'
import { isLocalDate, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { textAt, type XmlElement } from './xmlReader'

/**
 * An amount without its sign. Banks write up to five decimals; that is fine as long as it comes to whole cents (sepa §10.1).
 * Throws AMOUNT_NOT_WHOLE_CENTS, also for everything that is not plain digits.
 */
export function amountOf(element: XmlElement): Cents {
  const value = element.text.trim()
  const [, euros, decimals = ''] = /^(\d{1,13})(?:\.(\d{1,17}))?$/.exec(value) ?? []
  if (euros === undefined || /[1-9]/.test(decimals.slice(2))) {
    throw new DomainError('AMOUNT_NOT_WHOLE_CENTS', { value: value.slice(0, 40) || '-', line: element.line })
  }
  return cents(Number(euros) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0')))
}

/** Whether an amount says that it is in euros. */
export const isEuro = (element: XmlElement): boolean => element.attributes['Ccy'] === 'EUR'

/** As `amountOf`, for amounts that will be booked; throws CURRENCY_NOT_EUR for any other currency. */
export function euroAmountOf(element: XmlElement): Cents {
  if (!isEuro(element)) throw new DomainError('CURRENCY_NOT_EUR', { value: element.attributes['Ccy'] ?? '?', line: element.line })
  return amountOf(element)
}

/** 1 for money in, -1 for money out. Comes from CdtDbtInd alone, never from RvslInd (sepa §10.1). */
export function signOf(element: XmlElement): 1 | -1 {
  const indicator = textAt(element, 'CdtDbtInd')
  if (indicator === 'CRDT') return 1
  if (indicator === 'DBIT') return -1
  throw missing(element, 'CdtDbtInd')
}

/** The day in a `Dt` or `DtTm`, as the bank wrote it; undefined when the element is absent. Throws CAMT_DATE_INVALID for a day that does not exist. */
export function dateOf(element: XmlElement | undefined): LocalDate | undefined {
  if (!element) return undefined
  const date = (textAt(element, 'Dt') ?? textAt(element, 'DtTm') ?? '').slice(0, 10)
  if (date === '') throw missing(element, element.name)
  if (!isLocalDate(date)) throw new DomainError('CAMT_DATE_INVALID', { value: date, line: element.line })
  return date
}

/** The error of a part that an entry cannot do without. */
export const missing = (element: XmlElement, field: string): DomainError =>
  new DomainError('CAMT_INCOMPLETE', { field, line: element.line })
