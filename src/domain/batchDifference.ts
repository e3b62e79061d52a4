import { cents, type Cents } from './money'

/** An instruction that the bank may have left out of its total. */
export type OpenInstruction = { readonly id: number; readonly amountCents: Cents }

/** What is missing, and which instructions could explain it. Never applied by itself: the bank's letter decides (sepa §9). */
export type DifferenceExplanation = {
  readonly differenceCents: Cents
  /** Sets of instruction ids whose amounts add up to the difference, small sets first. */
  readonly candidates: readonly (readonly number[])[]
  /** False when there are more sets than are shown or looked for. */
  readonly isComplete: boolean
}

const mostSets = 20
const largestSet = 3
const mostAmountsToPair = 2_000

/** Explains why less came in than expected: every set of at most three open instructions that makes up the difference, at most twenty sets. */
export function explainDifference(expected: Cents, received: Cents, open: readonly OpenInstruction[]): DifferenceExplanation {
  const differenceCents = cents(expected - received)
  const idsByAmount = groupIds(open.filter(({ amountCents }) => amountCents > 0 && amountCents <= differenceCents))
  const sizes = idsByAmount.size > mostAmountsToPair ? [1] : Array.from({ length: largestSet }, (_, index) => index + 1)
  const found = take(mostSets + 1, setsOf(sizes, differenceCents, idsByAmount))
  return {
    differenceCents,
    candidates: found.slice(0, mostSets),
    isComplete: found.length <= mostSets && sizes.length === largestSet,
  }
}

type IdsByAmount = ReadonlyMap<number, readonly number[]>

function groupIds(open: readonly OpenInstruction[]): IdsByAmount {
  const groups = Map.groupBy(open, ({ amountCents }): number => amountCents)
  const ascending = [...groups].toSorted(([a], [b]) => a - b)
  return new Map(ascending.map(([amount, members]) => [amount, members.map(({ id }) => id).toSorted((a, b) => a - b)]))
}

function* setsOf(sizes: readonly number[], target: number, idsByAmount: IdsByAmount): Generator<readonly number[]> {
  const amounts = [...idsByAmount.keys()]
  for (const size of sizes) {
    for (const chosen of amountsAddingUpTo(target, size, amounts, idsByAmount)) yield* idsOf(chosen, idsByAmount)
  }
}

/** Amounts in ascending order, one amount possibly more than once, that add up to the target. */
function* amountsAddingUpTo(target: number, size: number, amounts: readonly number[], known: IdsByAmount, start = 0): Generator<readonly number[]> {
  if (size === 1) {
    if (known.has(target) && target >= (amounts[start] ?? Infinity)) yield [target]
    return
  }
  for (let index = start; index < amounts.length; index += 1) {
    const amount = amounts[index] ?? Infinity
    if (amount * size > target) return
    for (const rest of amountsAddingUpTo(target - amount, size - 1, amounts, known, index)) yield [amount, ...rest]
  }
}

/** Every way to pick different instructions with the chosen amounts. */
function* idsOf(chosen: readonly number[], idsByAmount: IdsByAmount, afterId = -Infinity): Generator<readonly number[]> {
  const [amount, ...others] = chosen
  if (amount === undefined) return yield []
  for (const id of idsByAmount.get(amount) ?? []) {
    if (id <= afterId) continue
    for (const rest of idsOf(others, idsByAmount, others[0] === amount ? id : -Infinity)) yield [id, ...rest]
  }
}

function take<T>(count: number, items: Iterable<T>): readonly T[] {
  const taken: T[] = []
  for (const item of items) {
    if (taken.length === count) break
    taken.push(item)
  }
  return taken
}
