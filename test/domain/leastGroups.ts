/**
 * A number of groups below which nobody can go: what count and amount ask as a whole, and what the large amounts ask, that
 * cannot share a group with one another or with the smaller ones beside them (Martello and Toth's bound, with counts).
 */
export function leastGroups(amounts: readonly number[], maxCount: number, maxAmount: number): number {
  if (amounts.length === 0) return 0
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  const whole = Math.max(Math.ceil(amounts.length / maxCount), Math.ceil(total / maxAmount))
  if (maxAmount === Infinity) return whole
  const thresholds = new Set(amounts.filter((amount) => amount <= maxAmount / 2))
  return Math.max(whole, ...[0, ...thresholds].map((least) => boundFor(amounts, { least, maxCount, maxAmount })))
}

/** Amounts that no other of at least `least` fits beside stand alone; the rest of at least `least` need their share. */
function boundFor(amounts: readonly number[], { least, maxCount, maxAmount }: { least: number; maxCount: number; maxAmount: number }): number {
  const alone = amounts.filter((amount) => amount > maxAmount - least)
  const others = amounts.filter((amount) => amount >= least && amount <= maxAmount - least)
  const large = others.filter((amount) => amount > maxAmount / 2).length
  const sum = others.reduce((total, amount) => total + amount, 0)
  return alone.length + Math.max(large, Math.ceil(sum / maxAmount), Math.ceil(others.length / maxCount))
}
