import type { DateField } from 'payload'
import { isLocalDate } from '../../src/domain/localDate'
import { text } from '../../src/i18n/text'

type Options = Omit<DateField, 'type' | 'name' | 'hooks' | 'validate' | 'hasMany' | 'admin'> & { readonly admin?: DateField['admin'] }

/** Keeps the calendar day of whatever a picker or an API client sends; anything else is left for validation to refuse. */
const toDay = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'string' || value === '') return value === '' ? null : value
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 10) : value
}

/** A calendar day without time: `date` in SQL, 'YYYY-MM-DD' in TypeScript and over the API. Its name ends in `Date` or `On`. */
export const dateOnly = (name: string, options: Options = {}): DateField => ({
  ...options,
  name,
  type: 'date',
  admin: { ...options.admin, date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } },
  hooks: {
    beforeValidate: [({ value }) => toDay(value)],
    afterRead: [({ value }) => toDay(value)],
  },
  validate: (value: unknown, { required, req }: { required?: boolean; req: { i18n: { language: string } } }) => {
    if (value === null || value === undefined) return required ? text(req.i18n.language, 'REQUIRED') : true
    return (typeof value === 'string' && isLocalDate(value)) || text(req.i18n.language, 'DATE_INVALID', { value: String(value) })
  },
})
