import type { LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { invalidLine, mt940Amount, mt940Date, nearestDate } from './mt940Values'

/** What the first line of a movement, `:61:`, says. */
export type Mt940Movement = {
  readonly valueDate: LocalDate
  readonly bookingDate: LocalDate
  readonly amountCents: Cents
  readonly isReversal: boolean
  /** The bank's type, such as `NDDT` or `N654`. */
  readonly code?: string | undefined
  readonly reference: string
  readonly bankRef?: string | undefined
  /** Old Rabobank files have the name of the other side behind the reference. */
  readonly behindReference?: string | undefined
}

const shape = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?([\d,.]+) ?(.*)$/
const type = /^[NSF][A-Z0-9][A-Z0-9 ]{2}/

/**
 * Reads `:61:`: value date, booking date, which way, amount, type, and the references (sepa §10.4). C and RD are money in, D and RC money
 * out. Without a booking date it is the value date. Knab leaves the comma of whole euros out; the type behind them tells that they are
 * whole. What is not understood here is about money and refuses the file: MT940_INVALID_LINE,
 * AMOUNT_NOT_WHOLE_CENTS.
 */
export function mt940Movement(text: string, line: number): Mt940Movement {
  const [, value, booking, mark, , amount, tail] = shape.exec(text.trim()) ?? []
  if (value === undefined || mark === undefined || amount === undefined || tail === undefined) throw invalidLine(line, `:61:${text}`)
  const { code, rest } = typeOf(tail, line)
  const [reference = '', ...bankRef] = rest.split('//')
  const [, known = '', behindReference] = /^(.*?)(?: {2,}(.*))?$/.exec(reference.trim()) ?? []
  const valueDate = mt940Date(value, line)
  return {
    valueDate,
    bookingDate: booking === undefined ? valueDate : nearestDate(booking, valueDate, line),
    amountCents: cents(mt940Amount(code && /^\d+$/.test(amount) ? `${amount},` : amount, line) * (mark === 'C' || mark === 'RD' ? 1 : -1)),
    isReversal: mark.startsWith('R'),
    code,
    reference: known.trim(),
    bankRef: realReference(bankRef.join('//').trim()),
    behindReference: behindReference?.trim() || undefined,
  }
}

/** A reference, unless it is one of the words with which banks say that there is none. */
export const realReference = (text: string | undefined): string | undefined =>
  (text === undefined || /^(|NONREF|NOTPROVIDED|NOTPROV|[EPKM]+REF|MARF)$/i.test(text.trim()) ? undefined : text.trim())

/** Few banks leave the type out, and then a reference follows; where neither does the line was cut off. */
function typeOf(tail: string, line: number): { readonly code?: string; readonly rest: string } {
  if (tail.startsWith('//') || tail.startsWith('NONREF')) return { rest: tail }
  const [code] = type.exec(tail) ?? []
  if (code === undefined) throw invalidLine(line, `:61: … ${tail}`)
  return { code: code.trim(), rest: tail.slice(4) }
}
