import { groupBy } from '../../domain/groupBy'
import type { Lookup } from '../../rules/field'
import { lookupOf } from '../../rules/lookupOf'
import type { Rule } from '../../rules/rule'
import type { Division } from './division'
import { activeOrgans, sourcesOfNone, type Organ } from './organTree'

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

/** How all members are found, in the order in which it must be done. */
export type Plan = {
  readonly base: readonly { readonly type: number; readonly rule: Rule }[]
  readonly levels: readonly Level[]
  /** Organs that only group: all members of the organ above. */
  readonly passThrough: readonly Copy[]
  /** Organs without rules: the members of the organs below, so that a member is always one of every organ above as well. */
  readonly unions: readonly Copy[]
}

/** Plans every question for a day. Each type has a tree of its own, as an organ may have rules for one type and not for another. */
export function planOf(division: Division): Plan {
  const base = division.types.flatMap(({ id, rule }) => (rule ? [{ type: id, rule }] : []))
  const trees = base.map(({ type }) => ({
    type,
    organs: activeOrgans(division.organs, division.date, (organ) => ruleAt(division, organ, type) !== undefined),
  }))
  return {
    base,
    levels: levelsOf(trees.flatMap(({ type, organs }) => organs.flatMap((organ) => placed(division, organ, type)))),
    passThrough: trees.flatMap(({ type, organs }) =>
      organs.filter(({ mode }) => mode === 'passThrough').map(({ id, scope }) => ({ organ: id, source: scope, type }))),
    unions: trees.flatMap(({ type, organs }) => sourcesOfNone(organs).map((pair) => ({ ...pair, type }))),
  }
}

/** What an organ asks of a type: its general rule and what it asks extra of that type; undefined when it has neither. */
export function ruleAt({ ruleOf }: Pick<Division, 'ruleOf'>, organ: number, type: number): Rule | undefined {
  const rules = [ruleOf(organ, undefined), ruleOf(organ, type)].filter((rule) => rule !== undefined)
  return rules.length > 1 ? { op: 'and', rules } : rules[0]
}

type Placed = Placement & { readonly level: number; readonly lookup: Lookup | undefined }

function placed(division: Division, { id, mode, scope, level }: Organ, type: number): Placed[] {
  const rule = mode === 'rules' ? ruleAt(division, id, type) : undefined
  return rule ? [{ organ: id, scope, type, level, rule, lookup: lookupOf(rule) }] : []
}

const levelsOf = (all: readonly Placed[]): Level[] =>
  [...groupBy(all, ({ level }) => level).entries()]
    .sort(([left], [right]) => left - right)
    .map(([, placements]) => ({
      lookups: placements.flatMap((placement) => (placement.lookup ? [{ ...placement, lookup: placement.lookup }] : [])),
      conditions: placements.filter(({ lookup }) => !lookup),
    }))
