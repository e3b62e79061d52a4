import { ValidationError, type CollectionBeforeOperationHook, type FlattenedField } from 'payload'
import { text } from '../../src/i18n/text'

type Misfit = { readonly path: string; readonly isAmount: boolean; readonly value: unknown }

/**
 * Refuses what is of another kind than its field before anything reads it: Payload would take the text “25,00” for the
 * number 25, and a list for a name.
 */
export const refuseWrongKinds: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const data: unknown = 'data' in args ? args.data : undefined
  if ((operation !== 'create' && operation !== 'update') || !isObject(data)) return args
  const misfits = misfitsIn(collection.flattenedFields, data, '')
  if (misfits.length === 0) return args
  const errors = misfits.map(({ path, isAmount, value }) => ({
    path, message: text(req.i18n.language, isAmount ? 'AMOUNT_INVALID' : 'INPUT_INVALID', { value: String(value).slice(0, 40) }),
  }))
  throw new ValidationError({ collection: collection.slug, errors, req }, req.t)
}

function misfitsIn(fields: readonly FlattenedField[], data: Readonly<Record<string, unknown>>, prefix: string): readonly Misfit[] {
  return fields.flatMap((field): readonly Misfit[] => {
    const [value, path] = [data[field.name], `${prefix}${field.name}`]
    if (value === null || value === undefined || value === '') return []
    const misfit: Misfit = { path, value, isAmount: field.name.endsWith('Cents') }
    if (field.type === 'group') return isObject(value) ? misfitsIn(field.flattenedFields, value, `${path}.`) : [misfit]
    if (field.type === 'array') {
      if (isEmptyList(value)) return []
      if (!Array.isArray(value)) return [misfit]
      return value.flatMap((row: unknown, index) => (isObject(row) ? misfitsIn(field.flattenedFields, row, `${path}.${index}.`) : [{ ...misfit, path: `${path}.${index}` }]))
    }
    return (kinds[field.type] ?? anything)(value) ? [] : [misfit]
  })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
/** How the forms of the admin send a list without rows. */
const isEmptyList = (value: unknown): boolean => value === 0 || value === '0'
const isText = (value: unknown): boolean => typeof value === 'string'
const isNumeric = (value: unknown): boolean => typeof value === 'number' || (typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value))
const isYesOrNo = (value: unknown): boolean => typeof value === 'boolean' || value === 'true' || value === 'false'
const anything = (): boolean => true

const kinds: Readonly<Partial<Record<FlattenedField['type'], (value: unknown) => boolean>>> = {
  text: isText, textarea: isText, email: isText, code: isText, select: isText, radio: isText, number: isNumeric, checkbox: isYesOrNo,
}
