import type { Lookup } from '../../rules/field'
import { lookupOf } from '../../rules/lookupOf'
import type { Rule } from '../../rules/rule'
import { sourcesOfNone } from './organTree'
import type { TypeTree } from './typeTrees'

/** One question: which members of the scope (an organ, or everybody) with this type belong to this organ. */
export type Placement = { readonly organ: number; readonly scope: number | null; readonly type: number; readonly rule: Rule }
export type LookupPlacement = Placement & { readonly lookup: Lookup }

/** The questions of one level of the tree: many at once by value, and those that need a condition of their own. */
export type Level = {
  readonly lookups: readonly LookupPlacement[]
  readonly conditions: readonly Placement[]
}

/** Everyone who is in `source` with this type is in `organ` as well; without a source, everyone with the type. */
export type Copy = { readonly organ: number; readonly source: number | null; readonly type: number }

/** How the members of some types are found, in the order in which it must be done. */
export type Plan = {
  readonly base: readonly { readonly type: number; readonly rule: Rule }[]
  readonly levels: readonly Level[]
  /** Organs that only group: all members of the organ above. */
  readonly passThrough: readonly Copy[]
  /** Organs without rules: the members of the organs below, so that a member is always one of every organ above as well. */
  readonly unions: readonly Copy[]
}

/** Lays out every question of these trees, level by level. */
export const planOf = (trees: readonly TypeTree[]): Plan => ({
  base: trees,
  levels: levelsOf(trees),
  passThrough: trees.flatMap(({ type, organs }) =>
    organs.filter(({ mode }) => mode === 'passThrough').map(({ id, scope }) => ({ organ: id, source: scope, type }))),
  unions: trees.flatMap(({ type, organs }) => sourcesOfNone(organs).map((pair) => ({ ...pair, type }))),
})

function levelsOf(trees: readonly TypeTree[]): Level[] {
  const placements = trees.flatMap(({ type, organs }) => organs.flatMap(({ id, scope, level, rule }) =>
    (rule ? [{ organ: id, scope, type, level, rule, lookup: lookupOf(rule) }] : [])))
  return [...Map.groupBy(placements, ({ level }) => level)]
    .sort(([left], [right]) => left - right)
    .map(([, asked]) => ({
      lookups: asked.flatMap(({ lookup, ...placement }) => (lookup ? [{ ...placement, lookup }] : [])),
      conditions: asked.filter(({ lookup }) => !lookup),
    }))
}
