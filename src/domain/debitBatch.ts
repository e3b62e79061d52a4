import type { LocalDate } from './localDate'
import { sumCents, type Cents } from './money'

/** FRST and FNAL are not needed since November 2016 (SDD rulebook 9.0). */
export type SequenceType = 'RCUR' | 'OOFF'

/** What the planner needs to know of an instruction. */
export type BatchableInstruction = {
  readonly id: number
  readonly collectionDate: LocalDate
  readonly sequenceType: SequenceType
  readonly amountCents: Cents
}

/** What the bank's contract allows in one batch (batchlimiet). Absent, null or 0 is no limit; reaching a limit exactly is allowed. */
export type BatchLimits = { readonly maxCount?: number | null | undefined; readonly maxAmountCents?: Cents | null | undefined }

/** One PmtInf of the file: the bank books it as one line. */
export type BatchGroup<I extends BatchableInstruction> = {
  readonly collectionDate: LocalDate
  readonly sequenceType: SequenceType
  readonly instructions: readonly I[]
  readonly totalCents: Cents
}

export type PlannedBatch<I extends BatchableInstruction> = {
  readonly groups: readonly BatchGroup<I>[]
  readonly totalCents: Cents
  readonly count: number
}

/** Each instruction lands in exactly one of the two, so that nobody is forgotten silently. */
export type BatchPlan<I extends BatchableInstruction> = {
  readonly batches: readonly PlannedBatch<I>[]
  readonly left: readonly { readonly instruction: I; readonly reason: 'EXCEEDS_BATCH_LIMIT' }[]
}

/** Divides instructions over batches within the limits, in order of collection date and id, so that the same list gives the same batches. */
export function planBatches<I extends BatchableInstruction>(instructions: readonly I[], limits: BatchLimits): BatchPlan<I> {
  const maxCount = limits.maxCount || Infinity
  const maxAmount = limits.maxAmountCents || Infinity
  const fitsAlone = (instruction: I) => instruction.amountCents <= maxAmount
  const inOrder = instructions.toSorted(byCollectionDateAndId)
  return {
    batches: walk(inOrder.filter(fitsAlone), maxCount, maxAmount).map(toBatch),
    left: inOrder.filter((instruction) => !fitsAlone(instruction)).map((instruction) => ({ instruction, reason: 'EXCEEDS_BATCH_LIMIT' })),
  }
}

const byCollectionDateAndId = (a: BatchableInstruction, b: BatchableInstruction): number =>
  a.collectionDate === b.collectionDate ? a.id - b.id : a.collectionDate < b.collectionDate ? -1 : 1

/** Closes a batch when the next instruction would not fit in it any more (domain §8.3). */
function walk<I extends BatchableInstruction>(inOrder: readonly I[], maxCount: number, maxAmount: number): readonly (readonly I[])[] {
  const batches: I[][] = []
  let amountInBatch = 0
  for (const instruction of inOrder) {
    const current = batches.at(-1)
    if (current && current.length < maxCount && amountInBatch + instruction.amountCents <= maxAmount) {
      current.push(instruction)
      amountInBatch += instruction.amountCents
    } else {
      batches.push([instruction])
      amountInBatch = instruction.amountCents
    }
  }
  return batches
}

function toBatch<I extends BatchableInstruction>(instructions: readonly I[]): PlannedBatch<I> {
  const groups = Map.groupBy(instructions, ({ collectionDate, sequenceType }) => `${collectionDate} ${sequenceType}`)
  return {
    groups: [...groups.values()].flatMap((members) => toGroup(members)),
    totalCents: totalOf(instructions),
    count: instructions.length,
  }
}

function toGroup<I extends BatchableInstruction>(members: readonly I[]): readonly BatchGroup<I>[] {
  return members.slice(0, 1).map(({ collectionDate, sequenceType }) => (
    { collectionDate, sequenceType, instructions: members, totalCents: totalOf(members) }))
}

const totalOf = (instructions: readonly BatchableInstruction[]): Cents =>
  sumCents(instructions.map(({ amountCents }) => amountCents))
