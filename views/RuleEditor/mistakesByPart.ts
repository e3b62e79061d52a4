import { isGroup, only, type QueryGroup, type QueryRule } from './query'

type Path = readonly (string | number)[]
type Mistake = { readonly path: Path; readonly sentence: string }

/** The sentences of the mistakes by the id of the condition or group where each stands. */
export function mistakesByPart(query: QueryGroup, mistakes: readonly Mistake[]): ReadonlyMap<string, readonly string[]> {
  const places = placesIn(query, [])
  const found = mistakes.flatMap(({ path, sentence }) => {
    const place = places.filter((one) => one.path.every((step, index) => step === path[index])).reduce<Place | undefined>(deepest, undefined)
    return place ? [{ id: place.id, sentence }] : []
  })
  return new Map([...Map.groupBy(found, ({ id }) => id)].map(([id, list]) => [id, list.map(({ sentence }) => sentence)]))
}

type Place = { readonly path: Path; readonly id: string }
const deepest = (one: Place | undefined, other: Place): Place => (one !== undefined && one.path.length > other.path.length ? one : other)

/** Where each part stands in the JSON of the rule, outermost first. */
function placesIn(part: QueryGroup | QueryRule, path: Path): readonly Place[] {
  const here = { path, id: part.id }
  if (!isGroup(part)) return [here]
  const within: Path = part.not ? [...path, 'rule'] : path
  const framed = only(part)
  return [here, ...(framed ? placesIn(framed, within) : part.rules.flatMap((one, index) => placesIn(one, [...within, 'rules', index])))]
}
