import { camtAgainCase, camtImportCase, mt940ImportCase } from './bankImportCases'
import { batchesCase } from './batchesCase'
import { camt053Case } from './camt053Case'
import { evaluationCase } from './evaluationCase'
import { firstFillCase } from './firstFillCase'
import { incrementalCase } from './incrementalCase'
import { invoiceRunCase } from './invoiceRunCase'
import type { Measurement } from './measure'
import { pain008Case } from './pain008Case'
import { predicatesCase } from './predicatesCase'
import { previewCase } from './previewCase'

/** What can be measured: its name, what a size means, and how large it is when nothing is asked. */
export const benchCases: Readonly<Record<string, BenchCase>> = {
  evaluation: { measures: 'relations, with one organ for every 1,000; one in a thousand moved', usualSize: 100_000, run: evaluationCase },
  incremental: { measures: 'relations, of which one in a thousand moved, and only those are looked at', usualSize: 100_000, run: incrementalCase },
  predicates: { measures: 'relations, with a thousand rules that have nothing in common', usualSize: 10_000, run: predicatesCase },
  firstFill: { measures: 'relations, none of them a member yet', usualSize: 100_000, run: firstFillCase },
  preview: { measures: 'relations, with another rule for one branch', usualSize: 100_000, run: previewCase },
  batches: { measures: 'instructions collected within the limits of a bank: locked, planned, placed, written, checked and kept', usualSize: 100_000, run: batchesCase },
  invoiceRun: { measures: 'subscriptions with a period to pay', usualSize: 100_000, run: invoiceRunCase },
  pain008: { measures: 'transactions written', usualSize: 100_000, run: pain008Case },
  camtImport: { measures: 'entries of a camt.053 read, deduplicated, matched and booked', usualSize: 100_000, run: camtImportCase },
  camtAgain: { measures: 'the same entries in another file, all of them known', usualSize: 100_000, run: camtAgainCase },
  mt940Import: { measures: 'lines of an MT940 read, deduplicated, matched and booked', usualSize: 100_000, run: mt940ImportCase },
  camt053: { measures: 'entries read', usualSize: 100_000, run: camt053Case },
}

export type BenchCase = {
  readonly measures: string
  readonly usualSize: number
  readonly run: (size: number, runs: number) => Promise<Measurement>
}
