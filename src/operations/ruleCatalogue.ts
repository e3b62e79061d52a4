import type { PayloadRequest } from 'payload'
import { languageOf } from '../i18n/text'
import { editorCatalogue, type EditorField } from '../rules/editorCatalogue'
import { titlesOf, type ReferenceKind } from '../rules/names'
import { loadReferences } from '../store/ruleReferences'
import { readConnection } from '../store/transaction'
import { closedFieldsFor } from './closedFieldsFor'

/** One thing that a rule can point to. */
export type ReferenceOption = { readonly id: number; readonly title: string }

/** Everything that a rule can ask about, for an editor: the fields, and per kind what they can point to, by title. */
export type RuleCatalogue = { readonly fields: readonly EditorField[]; readonly references: Readonly<Record<ReferenceKind, readonly ReferenceOption[]>> }

/** The catalogue in the language of whoever asks, with the custom fields that there are, without the fields that are closed to them. */
export async function ruleCatalogue(req: PayloadRequest): Promise<RuleCatalogue> {
  const known = await loadReferences(readConnection(req))
  const closed = await closedFieldsFor(req)
  const options = (kind: ReferenceKind): readonly ReferenceOption[] =>
    [...known[titlesOf[kind]]].map(([id, title]) => ({ id, title })).sort((one, other) => byTitle.compare(one.title, other.title) || one.id - other.id)
  return {
    fields: editorCatalogue([...known.customFields.values()], languageOf(req.i18n.language)).filter(({ key }) => !closed(key)),
    references: {
      'subscription-types': options('subscription-types'),
      'function-types': options('function-types'),
      organs: options('organs'),
      organisations: options('organisations'),
      'membership-types': options('membership-types'),
      'relation-lists': options('relation-lists'),
      selections: options('selections'),
    },
  }
}

const byTitle = new Intl.Collator('nl', { numeric: true })
