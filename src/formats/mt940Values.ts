import { DomainError } from '../domain/domainError'
import { civil, daysBetween, daysInMonth, monthOf, dayOfMonthOf, yearOf, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { Balance } from './statementStream'

/** The error of a line that cannot be understood without guessing; `reason` is what stands there. */
export const invalidLine = (line: number, reason: string): DomainError =>
  new DomainError('MT940_INVALID_LINE', { line, reason: reason.replace(/[^\x20-\x7e]/g, '?').slice(0, 60) })

/**
 * An amount as MT940 writes it: `10,`, `1171,6`, `000000000127,50`, and with a point by an old Rabobank. Throws AMOUNT_NOT_WHOLE_CENTS
 * for more than two decimals, and without a decimal mark, for then the amount may have been cut off.
 */
export function mt940Amount(text: string, line: number): Cents {
  const [, euros, mark, decimals = ''] = /^0*(\d{1,13})([,.])(\d*)$/.exec(text) ?? []
  const isPlain = mark === ',' ? /^\d{0,2}0*$/.test(decimals) : /^\d{1,2}$/.test(decimals)
  if (euros === undefined || !isPlain) throw new DomainError('AMOUNT_NOT_WHOLE_CENTS', { value: text.slice(0, 40) || '-', line })
  return cents(Number(euros) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0')))
}

/** The day in six digits, `YYMMDD`. Throws MT940_INVALID_LINE for a day that the calendar does not have. */
export function mt940Date(text: string, line: number): LocalDate {
  const [year, month, dayOfMonth] = [Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6))]
  return existing(year < 80 ? 2000 + year : 1900 + year, month, dayOfMonth) ?? refuseDate(text, line)
}

/** The day in four digits, `MMDD`, in the year that brings it nearest to another day (sepa §10.4). Throws MT940_INVALID_LINE. */
export function nearestDate(monthAndDay: string, to: LocalDate, line: number): LocalDate {
  const [month, dayOfMonth] = [Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(2, 4))]
  if (month === monthOf(to) && dayOfMonth === dayOfMonthOf(to)) return to
  const candidates = [0, -1, 1].map((years) => existing(yearOf(to) + years, month, dayOfMonth)).filter((date) => date !== undefined)
  const [nearest] = candidates.toSorted((one, other) => Math.abs(daysBetween(to, one)) - Math.abs(daysBetween(to, other)))
  return nearest ?? refuseDate(monthAndDay, line)
}

/** `C261130EUR1000,00`. Throws CURRENCY_NOT_EUR, MT940_INVALID_LINE and what `mt940Amount` throws. */
export function mt940Balance(text: string, line: number): Balance {
  const [, mark, date, currency, amount] = /^([CD])(\d{6})([A-Z]{3})(.*)$/.exec(text.trim()) ?? []
  if (mark === undefined || date === undefined || amount === undefined) throw invalidLine(line, text)
  if (currency !== 'EUR') throw new DomainError('CURRENCY_NOT_EUR', { value: currency ?? '?', line })
  return { amountCents: cents(mt940Amount(amount, line) * (mark === 'D' ? -1 : 1)), date: mt940Date(date, line) }
}

/** An account without what banks write around it: spaces, dots, the currency and the name of the bank. Not every account is an IBAN. */
export function mt940Account(text: string, line: number): string {
  const account = text.replace(/[\s.]/g, '').replace(/EUR$/, '').replace(/^[A-Z]{5,}\//, '')
  if (!/^[A-Z0-9/-]{1,40}$/i.test(account)) throw invalidLine(line, `:25:${text}`)
  return account
}

function existing(year: number, month: number, dayOfMonth: number): LocalDate | undefined {
  const exists = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
  return exists ? civil(year, month, dayOfMonth) : undefined
}

function refuseDate(text: string, line: number): never {
  throw invalidLine(line, text)
}
