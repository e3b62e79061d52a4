import { DomainError } from './domainError'

declare const calendar: unique symbol

/** A calendar day `'YYYY-MM-DD'`: `<` compares, JSON carries it, no time zone can move it. */
export type LocalDate = string & { readonly [calendar]: 'YYYY-MM-DD' }

const millisecondsPerDay = 86_400_000
const twoDigits = (part: number): string => String(part).padStart(2, '0')

/** True for a day that the calendar has: 2028-02-29 yes, 2027-02-29 no. */
export function isLocalDate(text: string): text is LocalDate {
  const [, year, month, dayOfMonth] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number)
  if (!year || !month || !dayOfMonth) return false
  return month <= 12 && dayOfMonth <= daysInMonth(year, month)
}

/** The text as a calendar day; throws DATE_INVALID for anything that is not one. */
export function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new DomainError('DATE_INVALID', { value: text })
  return text
}

/** The day `count` days later; earlier when negative. */
export const addDays = (date: LocalDate, count: number): LocalDate => fromEpochDay(toEpochDay(date) + count)

/** The same day of the month `count` months on, or that month's last day where it is shorter. */
export function addMonths(date: LocalDate, count: number): LocalDate {
  const monthNumber = yearOf(date) * 12 + monthOf(date) - 1 + count
  const year = Math.floor(monthNumber / 12)
  const month = monthNumber - year * 12 + 1
  return civil(year, month, Math.min(dayOfMonthOf(date), daysInMonth(year, month)))
}

/** Days from one to the other: 0 for the same day, negative when `to` comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toEpochDay(to) - toEpochDay(from)

/** Whole calendar months from the month of `from` to the month of `to`, whatever the days. */
export const monthsBetween = (from: LocalDate, to: LocalDate): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)

/** Age in whole years. Who was born on 29 February turns a year older on 1 March, as PostgreSQL's `age` has it. */
export const ageOn = (birth: LocalDate, on: LocalDate): number =>
  yearOf(on) - yearOf(birth) - (on.slice(5) < birth.slice(5) ? 1 : 0)

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: LocalDate): number => (((toEpochDay(date) + 4) % 7) + 7) % 7

/** Parts of a date as numbers; the month counts from 1. */
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7))
export const dayOfMonthOf = (date: LocalDate): number => Number(date.slice(8, 10))

const monthNames = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

/** For people: `21 nov 2026` in Dutch, `21 Nov 2026` in English. */
export const formatDate = (date: LocalDate, language: 'nl' | 'en'): string =>
  `${dayOfMonthOf(date)} ${monthNames[language][monthOf(date) - 1] ?? ''} ${yearOf(date)}`

/** The day of the year, month (1-12) and day of the month; throws DATE_INVALID when the calendar has no such day. */
export const civil = (year: number, month: number, dayOfMonth: number): LocalDate =>
  day(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`)

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam', hourCycle: 'h23',
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
})

/** The business date of an instant: what the calendar in Amsterdam says. */
export const amsterdamDate = (instant: Date): LocalDate => day(amsterdamDateTime(instant).slice(0, 10))

/** The wall clock in Amsterdam, `YYYY-MM-DDThh:mm:ss` without a zone, as bank files want it. */
export function amsterdamDateTime(instant: Date): string {
  const part = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, value]))
  const [year, month, dayOfMonth] = [part.get('year'), part.get('month'), part.get('day')]
  return `${year}-${month}-${dayOfMonth}T${part.get('hour')}:${part.get('minute')}:${part.get('second')}`
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const toEpochDay = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay

function fromEpochDay(epochDay: number): LocalDate {
  const midnight = new Date(epochDay * millisecondsPerDay)
  return civil(midnight.getUTCFullYear(), midnight.getUTCMonth() + 1, midnight.getUTCDate())
}
