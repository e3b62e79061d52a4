import type { Lookup } from '../../rules/field'
import { lookupOf } from '../../rules/lookupOf'
import { sourcesOfNone } from './organTree'
import type { TypeTree } from './typeTrees'

/**
 * A tree in which every organ asks for values only. Whoever has the same values is in the same organs, so that all
 * members are found by working out each combination of values that occurs once, rather than each relation.
 */
export type KeyedTree = TypeTree & {
  readonly lookups: readonly Lookup[]
  /** The organs in which someone with these values is, the organisation itself (0) first. `valueOf` answers by shape. */
  readonly organsOf: (valueOf: (shape: string) => string) => number[]
}

/** The tree as a keyed one, or undefined where some organ asks more than values. */
export function keyedTreeOf(tree: TypeTree): KeyedTree | undefined {
  const asked = tree.organs.flatMap(({ id, scope, rule }) => (rule ? [{ id, scope: scope ?? everyone, lookup: lookupOf(rule) }] : []))
  const placed = asked.flatMap(({ id, scope, lookup }) => (lookup ? [{ id, scope, lookup }] : []))
  if (placed.length < asked.length) return undefined
  const below = indexByValue(placed)
  const along = organsThatComeAlong(tree)
  return { ...tree, lookups: placed.map(({ lookup }) => lookup), organsOf: (valueOf) => organsFrom(below, along, valueOf) }
}

const everyone = 0

/** By scope, by shape, by value: the organs that take someone in. */
type Index = Map<number, Map<string, Map<string, number[]>>>

function indexByValue(placed: readonly { id: number; scope: number; lookup: Lookup }[]): Index {
  const index: Index = new Map()
  for (const { id, scope, lookup } of placed) {
    const shapes = entry(index, scope, () => new Map<string, Map<string, number[]>>())
    const values = entry(shapes, lookup.shape, () => new Map<string, number[]>())
    for (const value of lookup.values) entry(values, value, () => []).push(id)
  }
  return index
}

/** Whoever is in the one is in the others too: groupings below it, and organs without rules above it. */
function organsThatComeAlong({ organs }: TypeTree): Map<number, number[]> {
  const along = new Map<number, number[]>()
  for (const { id, mode, scope } of organs) if (mode === 'passThrough') entry(along, scope ?? everyone, () => []).push(id)
  for (const { organ, source } of sourcesOfNone(organs)) entry(along, source, () => []).push(organ)
  return along
}

/** A set of numbers keeps growing while it is walked, so that what comes along brings its own along. */
function organsFrom(below: Index, along: Map<number, number[]>, valueOf: (shape: string) => string): number[] {
  const found = new Set([everyone])
  for (const organ of found) {
    along.get(organ)?.forEach((other) => found.add(other))
    below.get(organ)?.forEach((values, shape) => values.get(valueOf(shape))?.forEach((other) => found.add(other)))
  }
  return [...found]
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
