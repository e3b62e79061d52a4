import { z } from 'zod'
import type { Language } from '../field'
import { nameOf, type Names, type Reference, type ReferenceKind } from '../names'
import { listed } from '../phrases'

/** Numbers of documents, at least one. */
export const ids = z.array(z.int().positive().max(2_147_483_647)).min(1).max(1_000)

/** The documents as what a rule points to. */
export const pointingTo = (kind: ReferenceKind) => (numbers: readonly number[]): readonly Reference[] => numbers.map((id) => ({ kind, id }))

/** `A, B of C`, by name where the names are known. */
export const namesOf = (references: readonly Reference[], language: Language, names: Names): string =>
  listed(references.map((reference) => nameOf(reference, names)), language)
