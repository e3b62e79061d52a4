import type { CustomField } from '../domain/customField'
import { catalogue, fieldOf } from './catalogue'
import { customFieldKey } from './fields/custom'
import type { Field, Input, Language } from './field'
import type { ReferenceKind } from './names'

/** A word that can be chosen, with how it is shown. */
export type EditorChoice = { readonly value: string; readonly label: string }
export type EditorOperator = { readonly name: string; readonly label: string; readonly input: Input }

/** One field as an editor of rules shows it: plain data, in one language. */
export type EditorField = {
  readonly key: string
  readonly label: string
  readonly group: string
  readonly operators: readonly EditorOperator[]
  readonly choices?: readonly EditorChoice[]
  readonly references?: ReferenceKind
}

/** Every field that a rule can ask about, in the order in which an editor offers them. */
export const editorCatalogue = (customFields: readonly CustomField[], language: Language): readonly EditorField[] => [
  ...catalogue.map((field) => editorField(field, language)),
  ...customFields.flatMap((custom) => {
    const field = fieldOf(customFieldKey(custom))
    return field ? [withOptions({ ...editorField(field, language), label: custom.title }, custom.options)] : []
  }),
]

const editorField = ({ key, label, group, operators, choices, references }: Field, language: Language): EditorField => ({
  key,
  label: label[language],
  group: group[language],
  operators: Object.entries(operators).map(([name, operator]) => ({ name, label: operator.label[language], input: operator.input })),
  ...(choices && { choices: Object.entries(choices).map(([value, word]) => ({ value, label: word[language] })) }),
  ...(references && { references }),
})

/** Where only some texts can be filled in, they are chosen rather than typed. */
function withOptions(field: EditorField, options: readonly string[]): EditorField {
  if (options.length === 0) return field
  const chosen: Partial<Record<string, Input>> = { equals: 'choice', oneOf: 'choices' }
  return {
    ...field,
    operators: field.operators.map((operator) => ({ ...operator, input: chosen[operator.name] ?? operator.input })),
    choices: options.map((option) => ({ value: option, label: option })),
  }
}
