import { isLocalDate } from './localDate'

/** A fact about relations that an organisation added itself (vrij veld). */
export type CustomField = {
  readonly key: string
  readonly title: string
  readonly type: CustomFieldType
  /** The only texts that it may hold; without any, every text will do. */
  readonly options: readonly string[]
}
export type CustomFieldType = 'text' | 'number' | 'date' | 'yesNo'

/** What a key looks like; it stands in rules and in the API. */
export const customKeyPattern = /^[a-z][A-Za-z0-9]{0,39}$/

/** A key made from a title: `Lid sinds (jaar)` becomes `lidSindsJaar`. Empty where the title has no letters to begin with. */
export function keyFromTitle(title: string): string {
  const words = title.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, ' ').trim().replace(/^[0-9 ]+/, '').split(' ')
  return words.map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1)).join('').slice(0, 40)
}

/** One value that does not fit: no such field, or not of its type. */
export type CustomMistake = { readonly code: 'CUSTOM_FIELD_UNKNOWN' | 'CUSTOM_VALUE_INVALID' | 'CUSTOM_VALUE_NO_OPTION'; readonly params: { readonly field: string } }

/** Everything in the values that does not fit the fields. Empty values (null) always fit. */
export function customMistakes(values: Readonly<Record<string, unknown>>, fields: readonly CustomField[]): readonly CustomMistake[] {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  return Object.entries(values).flatMap(([key, value]): readonly CustomMistake[] => {
    const field = byKey.get(key)
    if (!field) return [{ code: 'CUSTOM_FIELD_UNKNOWN', params: { field: key } }]
    if (value === null || value === undefined) return []
    if (!isOfType[field.type](value)) return [{ code: 'CUSTOM_VALUE_INVALID', params: { field: field.title } }]
    const isOption = field.options.length === 0 || value === '' || field.options.some((option) => option === value)
    return isOption ? [] : [{ code: 'CUSTOM_VALUE_NO_OPTION', params: { field: field.title } }]
  })
}

const isOfType: Readonly<Record<CustomFieldType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.length <= 1_000,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  date: (value) => typeof value === 'string' && (value === '' || isLocalDate(value)),
  yesNo: (value) => typeof value === 'boolean',
}
