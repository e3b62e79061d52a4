import { camt053Case } from './camt053Case'
import { evaluationCase } from './evaluationCase'
import type { Measurement } from './measure'
import { pain008Case } from './pain008Case'

/** What can be measured: its name, what a size means, and how large it is when nothing is asked. */
export const benchCases: Readonly<Record<string, BenchCase>> = {
  evaluation: { measures: 'relations, with one organ for every 200', usualSize: 100_000, run: evaluationCase },
  pain008: { measures: 'transactions written', usualSize: 100_000, run: pain008Case },
  camt053: { measures: 'entries read', usualSize: 100_000, run: camt053Case },
}

export type BenchCase = {
  readonly measures: string
  readonly usualSize: number
  readonly run: (size: number, runs: number) => Promise<Measurement>
}
