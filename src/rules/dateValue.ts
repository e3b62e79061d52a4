import { z } from 'zod'
import { addDays, addMonths, formatDate, isLocalDate, type LocalDate } from '../domain/localDate'
import type { Language } from './field'
import { listed } from './phrases'

/** A fixed day, or one so many years, months and days from the day that is asked about; negative is before it. */
export type DateValue = LocalDate | RelativeDate
type RelativeDate = { readonly years?: number | undefined; readonly months?: number | undefined; readonly days?: number | undefined }

const upTo = (limit: number) => z.int().min(-limit).max(limit).optional()
const relative = z.strictObject({ years: upTo(200), months: upTo(2_400), days: upTo(73_000) })
  .refine((value) => Object.keys(value).length > 0)

/** A calendar day in a rule, as it is stored. */
export const fixedDate = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value))
export const dateValue: z.ZodType<DateValue> = z.union([fixedDate, relative])

/**
 * The day that is meant, asked on `date`. Years and months count first, a day that a month does not have is its last
 * one. A later `date` never gives an earlier day.
 */
export const resolveDate = (value: DateValue, date: LocalDate): LocalDate =>
  typeof value === 'string' ? value : addDays(addMonths(date, (value.years ?? 0) * 12 + (value.months ?? 0)), value.days ?? 0)

/** False only where two fixed days stand in the wrong order. */
export const isInOrder = (from: DateValue, to: DateValue): boolean => typeof from !== 'string' || typeof to !== 'string' || from <= to

/** `21 nov 2026`, `vandaag`, `18 jaar geleden`, `over 3 maanden`. */
export function describeDate(value: DateValue, language: Language): string {
  if (typeof value === 'string') return formatDate(value, language)
  const parts = (['years', 'months', 'days'] as const).flatMap((unit) => (value[unit] ? [{ unit, count: value[unit] }] : []))
  const [first] = parts
  if (!first) return { nl: 'vandaag', en: 'today' }[language]
  const words = (list: typeof parts): string => listed(list.map(({ unit, count }) => `${Math.abs(count)} ${units[unit][language][Math.abs(count) === 1 ? 0 : 1]}`), language, 'and')
  const [before, after] = [parts.filter(({ count }) => count < 0), parts.filter(({ count }) => count > 0)]
  if (after.length === 0) return { nl: `${words(before)} geleden`, en: `${words(before)} ago` }[language]
  if (before.length === 0) return { nl: `over ${words(after)}`, en: `in ${words(after)}` }[language]
  return { nl: `${words(after)} na ${words(before)} geleden`, en: `${words(after)} after ${words(before)} ago` }[language]
}

const units = {
  years: { nl: ['jaar', 'jaar'], en: ['year', 'years'] },
  months: { nl: ['maand', 'maanden'], en: ['month', 'months'] },
  days: { nl: ['dag', 'dagen'], en: ['day', 'days'] },
} as const
