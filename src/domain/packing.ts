/** What fits together: at most so many, at most so much. Infinity is no limit; every amount fits alone. */
export type Capacity = { readonly maxCount: number; readonly maxAmount: number }

/** The number of the bin of each item, counted from 0, and how many bins there are. */
export type Packing = { readonly bin: Uint32Array; readonly bins: number }

/** Fewer bins than this can never do: what all items need by count and by amount. */
export function fewestBins(amounts: Float64Array, { maxCount, maxAmount }: Capacity): number {
  let total = 0
  for (const amount of amounts) total += amount
  return Math.max(Math.ceil(amounts.length / maxCount), Math.ceil(total / maxAmount), amounts.length > 0 ? 1 : 0)
}

/**
 * Packs amounts into few bins (Q26). The plain walk in the given order is kept whenever nothing found needs fewer, so
 * that what people would do by hand stays recognisable. The same amounts always give the same bins.
 */
export function pack(amounts: Float64Array, capacity: Capacity): Packing {
  const fewest = fewestBins(amounts, capacity)
  let best = walk(amounts, capacity)
  if (best.bins <= fewest) return best
  const descending = indexesByAmount(amounts)
  const ways = [
    () => spread(amounts, descending, capacity, fewest),
    () => firstFit(amounts, descending, capacity),
    () => largestWithSmallest(amounts, descending, capacity),
    () => spread(amounts, descending, capacity, fewest + 1),
  ]
  for (const way of ways) {
    const found = way()
    if (found && found.bins < best.bins) best = found
    if (best.bins <= fewest) break
  }
  return best
}

/** Closes a bin when the next item would not fit in it any more (domain §8.3). */
function walk(amounts: Float64Array, { maxCount, maxAmount }: Capacity): Packing {
  const bin = new Uint32Array(amounts.length)
  let current = -1
  let count = Infinity
  let total = 0
  amounts.forEach((amount, item) => {
    if (count >= maxCount || total + amount > maxAmount) {
      current += 1
      count = 0
      total = 0
    }
    bin[item] = current
    count += 1
    total += amount
  })
  return { bin, bins: current + 1 }
}

const indexesByAmount = (amounts: Float64Array): Uint32Array =>
  Uint32Array.from(amounts.keys()).sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0) || a - b)

/** The largest first, each into the first bin with room; a tree over the room left finds it in logarithmic time. */
function firstFit(amounts: Float64Array, descending: Uint32Array, { maxCount, maxAmount }: Capacity): Packing {
  const bin = new Uint32Array(amounts.length)
  const leaves = 2 ** Math.ceil(Math.log2(Math.max(2, amounts.length)))
  const room = new Float64Array(leaves * 2).fill(maxAmount)
  const counts = new Uint32Array(amounts.length)
  let bins = 0
  for (const item of descending) {
    const amount = amounts[item] ?? 0
    let node = 1
    while (node < leaves) node = (room[node * 2] ?? 0) >= amount ? node * 2 : node * 2 + 1
    const place = node - leaves
    bin[item] = place
    bins = Math.max(bins, place + 1)
    counts[place] = (counts[place] ?? 0) + 1
    room[node] = (counts[place] ?? 0) >= maxCount ? -1 : (room[node] ?? 0) - amount
    for (node >>= 1; node >= 1; node >>= 1) room[node] = Math.max(room[node * 2] ?? 0, room[node * 2 + 1] ?? 0)
  }
  return { bin, bins }
}

/** Fills a bin with the largest that fit, and then with the smallest: even where both count and amount press. */
function largestWithSmallest(amounts: Float64Array, descending: Uint32Array, { maxCount, maxAmount }: Capacity): Packing {
  const bin = new Uint32Array(amounts.length)
  let [first, last, bins] = [0, descending.length - 1, 0]
  while (first <= last) {
    let [count, total] = [0, 0]
    const put = (place: number): boolean => {
      const item = descending[place] ?? 0
      if (count >= maxCount || total + (amounts[item] ?? 0) > maxAmount) return false
      bin[item] = bins
      count += 1
      total += amounts[item] ?? 0
      return true
    }
    while (first <= last && put(first)) first += 1
    while (first <= last && put(last)) last -= 1
    bins += 1
  }
  return { bin, bins }
}

/** The largest first, each into the bin that holds least, over a given number of bins; undefined when that does not fit. */
function spread(amounts: Float64Array, descending: Uint32Array, { maxCount, maxAmount }: Capacity, bins: number): Packing | undefined {
  const bin = new Uint32Array(amounts.length)
  const totals = new Float64Array(bins)
  const counts = new Uint32Array(bins)
  const heap = Uint32Array.from(totals.keys())
  let size = bins
  for (const item of descending) {
    const lightest = heap[0] ?? 0
    const total = (totals[lightest] ?? 0) + (amounts[item] ?? 0)
    if (size === 0 || total > maxAmount) return undefined
    bin[item] = lightest
    totals[lightest] = total
    counts[lightest] = (counts[lightest] ?? 0) + 1
    if ((counts[lightest] ?? 0) >= maxCount) heap[0] = heap[(size -= 1)] ?? 0
    sink(heap, size, totals)
  }
  return { bin, bins }
}

/** Puts the top of a heap back in its place: the lightest on top, of equals the first bin. */
function sink(heap: Uint32Array, size: number, totals: Float64Array): void {
  const isLighter = (a: number, b: number): boolean => {
    const difference = (totals[heap[a] ?? 0] ?? 0) - (totals[heap[b] ?? 0] ?? 0)
    return difference < 0 || (difference === 0 && (heap[a] ?? 0) < (heap[b] ?? 0))
  }
  for (let place = 0; ;) {
    const [left, right] = [place * 2 + 1, place * 2 + 2]
    let lightest = place
    if (left < size && isLighter(left, lightest)) lightest = left
    if (right < size && isLighter(right, lightest)) lightest = right
    if (lightest === place) return
    const moved = heap[place] ?? 0
    heap[place] = heap[lightest] ?? 0
    heap[lightest] = moved
    place = lightest
  }
}
