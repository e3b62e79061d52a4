import type { EditorField } from '../../src/rules/editorCatalogue'
import type { Input } from '../../src/rules/field'
import { negation } from './query'

type Asked = { readonly field: string; readonly operator: string }

/** How the value of a condition is filled in; undefined where the catalogue has no such field or operator. */
export function inputOf(fields: readonly EditorField[], { field, operator }: Asked): Input | undefined {
  const name = operator.startsWith(negation) ? operator.slice(negation.length) : operator
  return fields.find(({ key }) => key === field)?.operators.find((one) => one.name === name)?.input
}
