import type { NumberField } from 'payload'
import { text } from '../../src/i18n/text'

type Options = Partial<Omit<NumberField, 'type' | 'name' | 'hasMany' | 'min' | 'max' | 'validate'>> & { readonly positive?: boolean }

/** Whole euro cents: `bigint` in SQL, an integer over the API, euros on screen. Its name ends in `Cents`. */
export const amount = (name: string, { positive = true, ...options }: Options = {}): NumberField => ({
  ...options,
  name,
  type: 'number',
  admin: {
    ...options.admin,
    components: { Field: '/views/fields/EuroField#EuroField', Cell: '/views/fields/EuroCell#EuroCell' },
  },
  validate: (value: unknown, { required, req }: { required?: boolean; req: { i18n: { language: string } } }) => {
    if (value === null || value === undefined) return required ? text(req.i18n.language, 'REQUIRED') : true
    if (!Number.isSafeInteger(value)) return text(req.i18n.language, 'AMOUNT_INVALID', { value: String(value) })
    return !positive || Number(value) > 0 || text(req.i18n.language, 'AMOUNT_NOT_POSITIVE')
  },
}) as NumberField
