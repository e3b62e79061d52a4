import type { EditorField } from '../../src/rules/editorCatalogue'
import type { Language } from '../../src/i18n/text'
import type { RuleCatalogue } from '../../src/operations/ruleCatalogue'

/** What every control within the builder knows beside its own part of the rule. */
export type BuilderContext = {
  readonly catalogue: RuleCatalogue
  readonly language: Language
  readonly mistakes: ReadonlyMap<string, readonly string[]>
}

export const fieldIn = ({ catalogue }: BuilderContext, key: string): EditorField | undefined => catalogue.fields.find((field) => field.key === key)
