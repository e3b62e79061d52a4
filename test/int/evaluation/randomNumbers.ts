import fc from 'fast-check'

/** Chance that is the same for the same seed. */
export type Dice = {
  /** A whole number from 0 up to but not including the limit. */
  readonly below: (limit: number) => number
  readonly chance: (percent: number) => boolean
  readonly pick: <T>(...items: readonly T[]) => T
  /** One of a pool of things that the arbitrary makes; drawn twice it may be the very same object. */
  readonly draw: <T>(arbitrary: fc.Arbitrary<T>) => T
}

const poolSize = 60

export function diceOf(seed: number): Dice {
  const below = numbersFrom(seed)
  const pools = new Map<unknown, readonly unknown[]>()
  const pick = <T>(...items: readonly T[]): T => items[below(items.length)] as T
  return {
    below,
    chance: (percent) => below(1000) < percent * 10,
    pick,
    draw: <T>(arbitrary: fc.Arbitrary<T>): T => {
      const pool = (pools.get(arbitrary) as readonly T[] | undefined) ?? fc.sample(arbitrary, { seed, numRuns: poolSize })
      pools.set(arbitrary, pool)
      return pick(...pool)
    },
  }
}

/** A seeded stream of whole numbers below a limit, evenly spread (mulberry32). */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed * 2_654_435_761
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    const once = Math.imul(state ^ (state >>> 15), state | 1)
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61))
    return ((twice ^ (twice >>> 14)) >>> 0) % limit
  }
}
