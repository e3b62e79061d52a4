import type { SelectField } from 'payload'

/** A short fixed list of words. Stored as text with a check in the database, so that a word can be added without a new type. */
export const choice = (
  name: string,
  options: Readonly<Record<string, { readonly nl: string; readonly en: string }>>,
  rest: Partial<Omit<SelectField, 'type' | 'name' | 'options' | 'hasMany' | 'validate'>> = {},
): SelectField => ({
  ...rest,
  name,
  type: 'select',
  options: Object.entries(options).map(([value, label]) => ({ value, label })),
}) as SelectField
