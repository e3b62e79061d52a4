import { DomainError } from './domainError'

declare const unit: unique symbol

/** Whole euro cents. SEPA settles in EUR only, so the currency is not carried around. */
export type Cents = number & { readonly [unit]: 'EUR cents' }

/** A whole number of cents as money; throws AMOUNT_INVALID for fractions and for what a double cannot hold exactly. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new DomainError('AMOUNT_INVALID', { value: String(amount) })
  return (amount + 0) as Cents
}

/** The sum of amounts; of nothing it is zero. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0
  for (const amount of amounts) total += amount
  return cents(total)
}

/** Splits an amount into `count` parts that add up; the leftover cents go to the first parts (domain §7.4, Q14). */
export function splitEvenly(total: Cents, count: number): readonly Cents[] {
  if (!Number.isInteger(count) || count < 1) throw new DomainError('INSTALMENTS_INVALID', { count })
  const base = Math.floor(total / count)
  const leftover = total - base * count
  return Array.from({ length: count }, (_, index) => cents(base + (index < leftover ? 1 : 0)))
}

const amountShapes = [
  /^(?<euros>\d+)(?:[.,](?<decimals>\d{1,2}))?$/,
  /^(?<euros>\d{1,3}(?:\.\d{3})+),(?<decimals>\d{1,2})$/,
  /^(?<euros>\d{1,3}(?:,\d{3})+)\.(?<decimals>\d{1,2})$/,
  /^(?<euros>\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,})$/,
]

/**
 * Reads an amount as people type it: `100.00`, `100,00`, `1.234,56`, `1,234.56`, `-5`, `€ 7,5`.
 * `1.234` is refused: it could be a thousand euros or one, and nobody should pay for a guess. Throws AMOUNT_INVALID.
 */
export function parseEuro(text: string): Cents {
  const [, sign = '', digits = ''] = /^([+-]?)\s*€?\s*(.*)$/s.exec(text.trim().replace(/^€\s*/, '')) ?? []
  const found = amountShapes.map((shape) => shape.exec(digits)?.groups).find((groups) => groups !== undefined)
  if (!found) throw new DomainError('AMOUNT_INVALID', { value: text })
  const euros = Number((found['euros'] ?? '').replace(/[.,]/g, ''))
  const decimals = Number((found['decimals'] ?? '').padEnd(2, '0'))
  const amount = euros * 100 + decimals
  return cents(sign === '-' ? -amount : amount)
}

const euroFormats = {
  nl: new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }),
}

/** For people: `€ 1.234,56` in Dutch, `€1,234.56` in English. */
export const formatEuro = (amount: Cents, language: 'nl' | 'en'): string =>
  euroFormats[language].format(amount / 100).replace(/[\u00a0\u202f]/g, ' ')

/** For files and machines: `1234.56`, always two decimals, made from the digits so that no rounding takes part. */
export function euroAmount(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
