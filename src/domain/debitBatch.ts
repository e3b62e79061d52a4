import type { LocalDate } from './localDate'
import type { Cents } from './money'

/** FRST and FNAL are not needed since November 2016 (SDD rulebook 9.0). */
export type SequenceType = 'RCUR' | 'OOFF'

/** What may stand in one payment group: one collection date, one sequence type (sepa §8). */
export type CollectionKind = { readonly collectionDate: LocalDate; readonly sequenceType: SequenceType }

/**
 * Instructions in columns, in the order of collection date and id, as there may be a million. Row `n` is of
 * `kinds[kind[n]]` and collects `amountCents[n]`.
 */
export type InstructionColumns = {
  readonly kinds: readonly CollectionKind[]
  readonly kind: Uint16Array
  readonly amountCents: Float64Array
}

type Limit<T extends number> = T | null | undefined

/** What the contract with the bank allows. Absent, null or 0 is no limit; reaching a limit exactly is allowed. */
export type BankLimits = {
  readonly instructionMaxAmountCents?: Limit<Cents>
  readonly batchMaxCount?: Limit<number>
  readonly batchMaxAmountCents?: Limit<Cents>
  readonly dayMaxCount?: Limit<number>
  readonly dayMaxAmountCents?: Limit<Cents>
  readonly monthMaxCount?: Limit<number>
  readonly monthMaxAmountCents?: Limit<Cents>
  readonly fileMaxCount?: Limit<number>
  readonly groupsPerFile?: 'several' | 'one'
}

/** How much of a day or a month other batches take already. */
export type Used = { readonly count: number; readonly totalCents: Cents }
export type UsedLimits = { readonly days: ReadonlyMap<LocalDate, Used>; /** By 'YYYY-MM'. */ readonly months: ReadonlyMap<string, Used> }

/** One PmtInf of a file: the bank books it as one line, and its limits per batch count for it. */
export type PlannedGroup = CollectionKind & { readonly rows: Uint32Array; readonly totalCents: Cents }
export type PlannedFile = { readonly groups: readonly PlannedGroup[]; readonly count: number; readonly totalCents: Cents }

export type LimitReason = 'EXCEEDS_INSTRUCTION_LIMIT' | 'EXCEEDS_BATCH_LIMIT' | 'EXCEEDS_DAY_LIMIT' | 'EXCEEDS_MONTH_LIMIT'
export type LeftRow = { readonly row: number; readonly reason: LimitReason }

/** Each row lands in exactly one of the two, so that nobody is forgotten silently. */
export type BatchPlan = { readonly files: readonly PlannedFile[]; readonly left: readonly LeftRow[] }
