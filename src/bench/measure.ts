import { performance } from 'node:perf_hooks'
import { peakMemory } from './peakMemory'

/** What one case took: medians over the runs, next to the bare engine doing the same in the same minute. */
export type Measurement = {
  readonly case: string
  readonly size: number
  readonly runs: number
  readonly medianMs: number
  readonly bareMs: number
  /** Ours over bare; 1 is as fast as without Kring. */
  readonly ratio: number
  /** The most memory that this process held while ours ran. */
  readonly peakRssMiB: number
  /** The most by which one run of ours raised it. */
  readonly grownMiB: number
  /** What others take for a part of the same work on the same rows, once, in milliseconds; undefined where they are not there. */
  readonly yardsticks?: Readonly<Record<string, number | undefined>>
}

/** Two ways to do the same work. Each returns the milliseconds that count; what it does before and after does not. */
export type Contest = { readonly ours: () => Promise<number>; readonly bare: () => Promise<number> }

export const leastRuns = 5

/** Runs both by turns, after one round that does not count, so that a busy moment of the machine hits both alike. */
export async function measure(name: string, { size, runs, contest }: { size: number; runs: number; contest: Contest }): Promise<Measurement> {
  const memory = peakMemory()
  await contest.ours()
  await contest.bare()
  const ours: number[] = []
  const bare: number[] = []
  for (let run = 0; run < runs; run += 1) {
    ours.push(await memory.during(contest.ours))
    bare.push(await contest.bare())
  }
  const [medianMs, bareMs] = [median(ours), median(bare)]
  return { case: name, size, runs, medianMs: rounded(medianMs, 1), bareMs: rounded(bareMs, 1), ratio: rounded(medianMs / bareMs, 3), peakRssMiB: rounded(memory.mebibytes(), 1), grownMiB: rounded(memory.grownMebibytes(), 1) }
}

/** The milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))
