import type { EditorChoice } from '../../../src/rules/editorCatalogue'
import type { ReferenceKind } from '../../../src/rules/names'
import type { Language } from '../../../src/i18n/text'

/** What every input of a value is given. `label` names it to a screen reader; the value may be of any form. */
export type InputProps = {
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly label: string
  readonly isDisabled: boolean
  readonly language: Language
}

/** With what can be chosen in it, or pointed to from it. */
export type ChoiceProps = InputProps & {
  readonly choices: readonly EditorChoice[]
  readonly pointsTo: (kind: ReferenceKind) => readonly EditorChoice[]
  readonly references: ReferenceKind | undefined
}
