import type { FlattenedField } from 'payload'
import type { Language } from '../../src/i18n/text'

type Words = Readonly<Record<string, string>>

const inLanguage = (label: unknown, language: Language): string | undefined =>
  (typeof label === 'string' ? label : typeof label === 'object' && label !== null ? (label as Words)[language] : undefined)

/** The field at a path such as `address.town`. */
function fieldAt(fields: readonly FlattenedField[], [name, ...rest]: readonly string[]): FlattenedField | undefined {
  const field = fields.find((one) => one.name === name)
  return field && rest.length > 0 ? fieldAt('flattenedFields' in field ? field.flattenedFields : [], rest) : field
}

/** What a field is called on screen; its own name where it has no label. */
export function fieldLabel(fields: readonly FlattenedField[], path: string, language: Language): string {
  const field = fieldAt(fields, path.split('.'))
  return (field && 'label' in field ? inLanguage(field.label, language) : undefined) ?? path
}

/** What a value is called on screen: the word of a choice, ja and nee, the texts of a list. */
export function valueWords(fields: readonly FlattenedField[], path: string, value: unknown, language: Language): string {
  const field = fieldAt(fields, path.split('.'))
  const option = field?.type === 'select' ? field.options.find((one) => typeof one === 'object' && one.value === value) : undefined
  if (typeof option === 'object') return inLanguage(option.label, language) ?? option.value
  if (typeof value === 'boolean') return { nl: value ? 'ja' : 'nee', en: value ? 'yes' : 'no' }[language]
  if (Array.isArray(value)) return value.map((item: unknown) => (typeof item === 'object' && item !== null ? Object.values(item).filter(Boolean).join(' ') : String(item))).join(', ')
  return String(value)
}
