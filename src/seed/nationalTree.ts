import type { Rule } from '../rules/rule'
import { postcodeLetters } from './people'
import type { Place } from './places'

/** An organ of a large association; `parent` is a place in the same list, before it. */
export type PlannedOrgan = { readonly title: string; readonly code: string; readonly parent: number | null; readonly rule: Rule }

/**
 * A tree of exactly `count` organs in four levels: the country, provinces, the largest municipalities, and branches by
 * town, by postcode, or where there are more branches than postcodes by postcode and letter.
 */
export function planTree(places: readonly Place[], count: number): readonly PlannedOrgan[] {
  const provinces = [...Map.groupBy(places, ({ province }) => province)].slice(0, Math.max(0, count - 1))
  const organs: PlannedOrgan[] = [{ title: 'Nederland', code: 'NL', parent: null, rule: equals('country', 'NL') }]
  for (const [name] of provinces) organs.push({ title: `Provincie ${name}`, code: `P${organs.length}`, parent: 0, rule: equals('province', name) })
  const room = count - organs.length
  const municipalities = [...Map.groupBy(places, ({ municipality, province }) => `${province}\n${municipality}`).values()]
    .toSorted((left, right) => right.length - left.length).slice(0, Math.ceil(room * municipalityShare))
  const branches = divide(room - municipalities.length, municipalities.map(({ length }) => length))
  for (const [index, own] of municipalities.entries()) organs.push(...withBranches(own, branches[index] ?? 0, organs, provinces.map(([name]) => name)))
  return organs
}

const municipalityShare = 0.35

const equals = (field: 'country' | 'province' | 'municipality', value: string): Rule => ({ field: `address.${field}`, operator: 'equals', value })

function withBranches(places: readonly Place[], count: number, before: readonly PlannedOrgan[], provinces: readonly string[]): readonly PlannedOrgan[] {
  const { municipality = '', province = '' } = places[0] ?? {}
  const parent = before.length
  const head: PlannedOrgan = { title: `Gemeente ${municipality}`, code: `G${parent}`, parent: 1 + provinces.indexOf(province), rule: equals('municipality', municipality) }
  const parts = partsOf(places, count)
  return [head, ...parts.map((rule, index): PlannedOrgan => ({ title: `Afdeling ${municipality} ${index + 1}`, code: `A${parent + 1 + index}`, parent, rule }))]
}

/** As many rules as there are branches, which together cover the municipality without overlap. */
function partsOf(places: readonly Place[], count: number): readonly Rule[] {
  if (count === 0) return []
  const towns = [...new Set(places.map(({ town }) => town))]
  if (count <= towns.length) return chunks(towns, count).map((value) => ({ field: 'address.town', operator: 'oneOf', value }))
  const codes = places.map(({ postcode }) => postcode)
  const areas = count <= codes.length ? codes : codes.flatMap((code) => postcodeLetters.map((letter) => code + letter))
  return chunks(areas, count).map((part) => ({ op: 'or', rules: part.map((value) => ({ field: 'address.postcode', operator: 'startsWith', value })) }))
}

/** Shares out a whole number by weight, at least one each while there are enough. */
function divide(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let given = 0
  let weighed = 0
  return weights.map((weight, index) => {
    weighed += weight
    const fair = Math.round((total * weighed) / sum)
    const share = Math.max(Math.min(1, total - given), Math.min(fair, total - (weights.length - 1 - index)) - given)
    given += share
    return share
  })
}

const chunks = <T>(items: readonly T[], count: number): readonly (readonly T[])[] =>
  Array.from({ length: count }, (_, index) => items.slice(Math.floor((index * items.length) / count), Math.floor(((index + 1) * items.length) / count)))
