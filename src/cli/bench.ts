import { parseArgs } from 'node:util'
import { benchCases } from '../bench/cases'
import { leastRuns, type Measurement } from '../bench/measure'
import type { Output } from './output'
import { exitCode, usage } from './refusal'

const howTo = `kring bench [${Object.keys(benchCases).join('|')}] [--size N] [--runs N] [--json]`

/** Measures one case, or all of them, beside the bare engine in the same run. Nothing is judged here: it prints what it found. */
export async function bench(args: string[], out: Output): Promise<number> {
  const asked = readArguments(args)
  if (!asked) return usage(howTo)
  const found: Measurement[] = []
  for (const name of asked.names) {
    const { run, usualSize, measures } = benchCases[name] ?? unreachable(name)
    const size = asked.size ?? usualSize
    out.print(`${name}: ${size} ${measures}`)
    found.push(await run(size, asked.runs))
  }
  out.result(found, () => found.map(inWords).join('\n'))
  return exitCode.ok
}

const inWords = ({ case: name, size, runs, medianMs, bareMs, ratio, peakRssMiB, grownMiB, yardsticks }: Measurement): string =>
  `${name.padEnd(12)} ${String(size).padStart(9)}  ${medianMs} ms, bare ${bareMs} ms, ratio ${ratio}, median of ${runs}, peak ${peakRssMiB} MiB (+${grownMiB})`
  + Object.entries(yardsticks ?? {}).map(([name, ms]) => `\n${' '.repeat(24)}${name}: ${ms === undefined ? 'not there' : `${ms} ms`}`).join('')

type BenchArguments = { readonly names: readonly string[]; readonly size: number | undefined; readonly runs: number }

function readArguments(args: string[]): BenchArguments | undefined {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { size: text, runs: text, json: { type: 'boolean' } } })
    const names = positionals.length > 0 ? positionals : Object.keys(benchCases)
    const isKnown = names.every((name) => Object.hasOwn(benchCases, name))
    const size = values.size === undefined ? undefined : wholeNumber(values.size)
    const runs = values.runs === undefined ? leastRuns : wholeNumber(values.runs)
    if (!isKnown || Number.isNaN(size) || Number.isNaN(runs)) return undefined
    return { names, size, runs: Math.max(runs, leastRuns) }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const wholeNumber = (text: string): number => (/^[1-9]\d{0,7}$/.test(text) ? Number(text) : Number.NaN)

function unreachable(name: string): never {
  throw new Error(`No such case: ${name}`)
}
