/** The levels of a contract with a bank, from small to large; each holds the one before. */
export const limitLevels = ['instruction', 'batch', 'day', 'month'] as const
export type LimitLevel = (typeof limitLevels)[number]

/** A limit at some levels; a level without one has no limit. */
export type Limits = Readonly<Partial<Record<LimitLevel, number | null | undefined>>>

/** A limit that could never be reached, because a larger level allows less. */
export type LimitClash = { readonly level: LimitLevel; readonly above: LimitLevel; readonly most: number }

/** The first limit that is higher than that of a larger level; undefined where the levels fit in each other. */
export function limitClash(limits: Limits): LimitClash | undefined {
  const given = limitLevels.flatMap((level) => { const limit = limits[level]; return typeof limit === 'number' ? [{ level, limit }] : [] })
  for (const [index, { level, limit }] of given.entries()) {
    const larger = given.slice(index + 1).find((one) => one.limit < limit)
    if (larger) return { level, above: larger.level, most: larger.limit }
  }
  return undefined
}
