import { sharedDays, joined, type Span } from './daySpans'

/** Under which organ an organ stands on which days; `parent` null is the top of the organisation. */
export type OrganPlacement = Span & { readonly organ: number; readonly parent: number | null }

/** The days on which an organ itself exists. */
export type OrganLife = Span & { readonly organ: number }

/** Another organ, and the days on which it stands above, or below. */
export type Kin = { readonly organ: number; readonly days: readonly Span[] }

/** The tree of organs on every day at once. */
export type OrganAncestry = {
  /** The days on which the organ and everything above it exist. */
  readonly standing: (organ: number) => readonly Span[]
  readonly above: (organ: number) => readonly Kin[]
  readonly below: (organ: number) => readonly Kin[]
}

const everAfter = (from: Span['from']): Span => ({ from, to: null })

/** Reads the tree from its placements; expects no circles, which the database refuses. */
export function organAncestry(lives: readonly OrganLife[], placements: readonly OrganPlacement[]): OrganAncestry {
  const placementsOf = Map.groupBy(placements, ({ organ }) => organ)
  const lifeOf = new Map(lives.map((life) => [life.organ, life]))
  const standing = remembered((organ: number): readonly Span[] => {
    const life = lifeOf.get(organ)
    const placed = placementsOf.get(organ) ?? []
    return life ? sharedDays([life], placed.flatMap((place) => sharedDays([place], place.parent === null ? [everAfter(place.from)] : standing(place.parent)))) : []
  })
  const above = remembered((organ: number): readonly Kin[] => {
    const kin = (placementsOf.get(organ) ?? []).flatMap((place) => (place.parent === null ? [] : [
      { organ: place.parent, days: [place] }, ...above(place.parent).map((higher) => ({ organ: higher.organ, days: sharedDays(higher.days, [place]) })),
    ]))
    return gathered(kin)
  })
  const below = remembered((organ: number): readonly Kin[] => lives.flatMap(({ organ: lower }) =>
    above(lower).filter((higher) => higher.organ === organ).map(({ days }) => ({ organ: lower, days }))))
  return { standing, above, below }
}

const gathered = (kin: readonly Kin[]): readonly Kin[] =>
  [...Map.groupBy(kin, ({ organ }) => organ)].map(([organ, all]) => ({ organ, days: joined(all.flatMap(({ days }) => days)) })).filter(({ days }) => days.length > 0)

function remembered<T>(find: (organ: number) => T): (organ: number) => T {
  const known = new Map<number, T>()
  return (organ) => {
    const found = known.get(organ) ?? find(organ)
    known.set(organ, found)
    return found
  }
}
