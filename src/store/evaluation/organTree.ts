import type { LocalDate } from '../../domain/localDate'

/** `rules`: members by rule. `passThrough`: everyone of the organ above. `none`: nobody of its own, only who is in an organ below. */
export type RuleMode = 'rules' | 'passThrough' | 'none'

export type OrganRow = {
  readonly id: number
  readonly parent: number | null
  readonly mode: RuleMode
  readonly startDate: LocalDate
  readonly endDate: LocalDate | null
}

/** An organ in the tree of one day. `scope` is the nearest organ above with rules, whose members it chooses from; without one, everybody. */
export type Organ = {
  readonly id: number
  readonly parent: number | null
  readonly mode: RuleMode
  readonly scope: number | null
  /** How many organs with rules stand above it. */
  readonly level: number
}

/**
 * The organs that exist on the date: started, not ended, and so are all organs above them. An organ whose rules are
 * not there yet (`hasRules`) counts as one without rules. Parents come before their children.
 */
export function activeOrgans(rows: readonly OrganRow[], date: LocalDate, hasRules: (organ: number) => boolean): Organ[] {
  const below = Map.groupBy(rows.filter((row) => isActive(row, date)), ({ parent }) => parent)
  const place = ({ id, parent, mode }: OrganRow, above: Organ | undefined): Organ => ({
    id, parent,
    mode: mode === 'rules' && !hasRules(id) ? 'none' : mode,
    scope: above?.mode === 'rules' ? above.id : (above?.scope ?? null),
    level: above ? above.level + (above.mode === 'rules' ? 1 : 0) : 0,
  })
  const placed = (below.get(null) ?? []).map((row) => place(row, undefined))
  for (const organ of placed) placed.push(...(below.get(organ.id) ?? []).map((row) => place(row, organ)))
  return placed
}

const isActive = ({ startDate, endDate }: OrganRow, date: LocalDate): boolean =>
  startDate <= date && (endDate === null || date < endDate)

/** For every organ without own members: the nearest organs below it, in each branch, that have them. */
export function sourcesOfNone(organs: readonly Organ[]): { organ: number; source: number }[] {
  const byId = new Map(organs.map((organ) => [organ.id, organ]))
  const noneAbove = ({ parent }: Organ): Organ[] => {
    const above = parent === null ? undefined : byId.get(parent)
    return above?.mode === 'none' ? [above, ...noneAbove(above)] : []
  }
  return organs
    .filter(({ mode }) => mode !== 'none')
    .flatMap((source) => noneAbove(source).map(({ id }) => ({ organ: id, source: source.id })))
}

/** The organ itself and every organ above it, lowest first. */
export function ancestorsOf(organs: readonly Pick<OrganRow, 'id' | 'parent'>[]): (organ: number) => readonly number[] {
  const parents = new Map(organs.map(({ id, parent }) => [id, parent]))
  const upwards = (organ: number): readonly number[] => {
    const parent = parents.get(organ) ?? null
    return parent === null ? [organ] : [organ, ...upwards(parent)]
  }
  return upwards
}
