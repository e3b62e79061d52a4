/** Choices that look random and are the same for the same key, on every machine and in every run. */
export type Random = {
  /** A whole number from 0 up to, not including, the limit. */
  readonly below: (limit: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** True in so many of a hundred cases. */
  readonly isOne: (percent: number) => boolean
}

const modulus = 2_147_483_647
const multiplier = 48_271

/** A series of choices for the key, by the minimal standard generator of Park and Miller. */
export function randomOf(key: string): Random {
  let state = seedOf(key)
  const below = (limit: number): number => {
    state = (state * multiplier) % modulus
    return Math.floor((state / modulus) * limit)
  }
  return {
    below,
    pick: (list) => {
      const chosen = list[below(list.length)]
      if (chosen === undefined) throw new RangeError('Nothing to choose from')
      return chosen
    },
    isOne: (percent) => below(10_000) < percent * 100,
  }
}

/** Keys that differ in one character start far apart: each character is followed by a few steps of the generator. */
function seedOf(key: string): number {
  let state = 1
  for (const character of key) {
    state = (state + (character.codePointAt(0) ?? 0) * 8191) % modulus || 1
    for (let step = 0; step < 3; step += 1) state = (state * multiplier) % modulus
  }
  return state
}
