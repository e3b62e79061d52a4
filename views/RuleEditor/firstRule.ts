import type { EditorField } from '../../src/rules/editorCatalogue'
import { newId } from './editing'
import { inputOf } from './inputOf'
import type { QueryGroup } from './query'
import { blankValue } from './values'

/** What most rules begin with. */
const usual = { field: 'address.town', operator: 'oneOf' } as const

/** The field and operator that a new condition begins with: of the field that was asked for, or the usual one. */
export function firstField(fields: readonly EditorField[], asked: string = usual.field): { readonly field: string; readonly operator: string } {
  const field = fields.find(({ key }) => key === asked) ?? fields[0]
  const operator = field?.operators.find(({ name }) => name === usual.operator) ?? field?.operators[0]
  return { field: field?.key ?? asked, operator: operator?.name ?? usual.operator }
}

/** A rule that has yet to be filled in: one usual condition in an empty frame. */
export function firstRule(frame: QueryGroup, fields: readonly EditorField[]): QueryGroup {
  const asked = firstField(fields)
  const input = inputOf(fields, asked)
  return { ...frame, rules: [{ id: newId(), ...asked, value: input && blankValue(input) }] }
}
