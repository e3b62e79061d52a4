import { calendarYear } from '../../src/domain/forecast'
import { addDays, addMonths, formatDate, isLocalDate, yearOf, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'

export type Period = { readonly from: LocalDate; readonly to: LocalDate }

/** The month that begins on the day. */
const monthFrom = (first: LocalDate): Period => ({ from: first, to: addDays(addMonths(first, 1), -1) })

const isYear = (text: string): boolean => /^(19|2\d)\d\d$/.test(text)

/** The year in an address; this year where there is none that can be. */
export const yearAsked = (text: string | undefined, today: LocalDate): number => (text !== undefined && isYear(text) ? Number(text) : yearOf(today))

/** `2026-03` in an address as the first day of that month. */
export function monthAsked(text: string | undefined): LocalDate | undefined {
  const first = `${text ?? ''}-01`
  return isYear(first.slice(0, 4)) && isLocalDate(first) ? first : undefined
}

/** `2026` or `2026-03` in an address as the days that it stands for. */
export function periodAsked(text: string | undefined): Period | undefined {
  if (text !== undefined && isYear(text)) return calendarYear(Number(text))
  const month = monthAsked(text)
  return month && monthFrom(month)
}

/** A month as it stands in an address. */
export const monthKey = (month: LocalDate): string => month.slice(0, 7)

/** `mrt 2026` */
export const monthWords = (month: LocalDate, language: Language): string => formatDate(month, language).replace(/^\d+ /, '')

/** `mrt 2026`, or the year where it is longer. */
export const periodWords = ({ from, to }: Period, language: Language): string => (monthKey(from) === monthKey(to) ? monthWords(from, language) : String(yearOf(from)))
