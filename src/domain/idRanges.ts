/** From one number up to and including another. */
export type IdRange = readonly [first: number, last: number]

/** Numbers in rising order as the stretches without a gap that they form: a month of instructions is seldom more than a few. */
export function idRanges(ids: readonly number[]): readonly IdRange[] {
  const ranges: [number, number][] = []
  for (const id of ids) {
    const last = ranges.at(-1)
    if (last && id === last[1] + 1) last[1] = id
    else ranges.push([id, id])
  }
  return ranges
}
