import type { BankLimits, BatchPlan, CollectionKind, InstructionColumns, LeftRow, LimitReason, PlannedFile, PlannedGroup, Used, UsedLimits } from './debitBatch'
import { cents } from './money'
import { pack } from './packing'

const nothingUsed: UsedLimits = { days: new Map(), months: new Map() }

/**
 * Divides instructions over files and payment groups within the limits of the bank, with as few batches as it can find
 * and in stable order: the same list gives the same plan. An instruction stays behind only when it would break a limit
 * that others before it, or batches made earlier, have used up.
 */
export function planBatches(columns: InstructionColumns, limits: BankLimits, used: UsedLimits = nothingUsed): BatchPlan {
  const { fitting, left } = withinBudgets(columns, limits, used)
  const groups = columns.kinds.flatMap((kind, index) => groupsOf(kind, fitting[index] ?? new Uint32Array(), columns.amountCents, limits))
  return { files: filesOf(groups, limits), left }
}

const infiniteWhenAbsent = (limit: number | null | undefined): number => limit || Infinity

type Budget = { count: number; totalCents: number; readonly maxCount: number; readonly maxAmount: number }

const budgetOf = (used: Used | undefined, maxCount: number | null | undefined, maxAmount: number | null | undefined): Budget =>
  ({ count: used?.count ?? 0, totalCents: used?.totalCents ?? 0, maxCount: infiniteWhenAbsent(maxCount), maxAmount: infiniteWhenAbsent(maxAmount) })

const hasRoom = (budget: Budget, amount: number): boolean => budget.count < budget.maxCount && budget.totalCents + amount <= budget.maxAmount

/** In order of date and id, each takes from the budget of its day and its month as long as it lasts. */
function withinBudgets({ kinds, kind, amountCents }: InstructionColumns, limits: BankLimits, used: UsedLimits) {
  const days = new Map(kinds.map(({ collectionDate }) => [collectionDate, budgetOf(used.days.get(collectionDate), limits.dayMaxCount, limits.dayMaxAmountCents)]))
  const months = new Map(kinds.map(({ collectionDate }) => monthOf(collectionDate)).map((month) => [month, budgetOf(used.months.get(month), limits.monthMaxCount, limits.monthMaxAmountCents)]))
  const budgets = kinds.flatMap(({ collectionDate }) => {
    const [day, month] = [days.get(collectionDate), months.get(monthOf(collectionDate))]
    return day && month ? [{ day, month }] : []
  })
  const largest = infiniteWhenAbsent(limits.instructionMaxAmountCents)
  const largestInBatch = infiniteWhenAbsent(limits.batchMaxAmountCents)
  const rows = new Uint32Array(amountCents.length)
  const counts = new Uint32Array(kinds.length)
  const left: LeftRow[] = []
  const reasonToLeave = (amount: number, { day, month }: { day: Budget; month: Budget }): LimitReason | undefined => {
    if (amount > largest) return 'EXCEEDS_INSTRUCTION_LIMIT'
    if (amount > largestInBatch) return 'EXCEEDS_BATCH_LIMIT'
    if (!hasRoom(month, amount)) return 'EXCEEDS_MONTH_LIMIT'
    return hasRoom(day, amount) ? undefined : 'EXCEEDS_DAY_LIMIT'
  }
  for (let row = 0; row < amountCents.length; row += 1) {
    const amount = amountCents[row] ?? 0
    const budget = budgets[kind[row] ?? 0]
    if (!budget) throw new RangeError(`Row ${row} is of no known kind`)
    const reason = reasonToLeave(amount, budget)
    if (reason) {
      left.push({ row, reason })
      continue
    }
    for (const one of [budget.day, budget.month]) {
      one.count += 1
      one.totalCents += amount
    }
    rows[row] = 1
    counts[kind[row] ?? 0] = (counts[kind[row] ?? 0] ?? 0) + 1
  }
  return { fitting: rowsByKind(rows, kind, counts), left }
}

const monthOf = (date: string): string => date.slice(0, 7)

/** The rows that are marked, apart for each kind, in order. */
function rowsByKind(isIn: Uint32Array, kind: Uint16Array, counts: Uint32Array): readonly Uint32Array[] {
  const lists = [...counts].map((count) => new Uint32Array(count))
  const filled = new Uint32Array(counts.length)
  isIn.forEach((mark, row) => {
    const of = kind[row] ?? 0
    const list = lists[of]
    if (mark === 0 || !list) return
    list[filled[of] ?? 0] = row
    filled[of] = (filled[of] ?? 0) + 1
  })
  return lists
}

/** The batches of one kind: as few as the limits on count and amount allow. */
function groupsOf(kind: CollectionKind, rows: Uint32Array, amountCents: Float64Array, limits: BankLimits): readonly PlannedGroup[] {
  const amounts = Float64Array.from(rows, (row) => amountCents[row] ?? 0)
  const maxCount = Math.min(infiniteWhenAbsent(limits.batchMaxCount), infiniteWhenAbsent(limits.fileMaxCount))
  const { bin, bins } = pack(amounts, { maxCount, maxAmount: infiniteWhenAbsent(limits.batchMaxAmountCents) })
  const counts = new Uint32Array(bins)
  const totals = new Float64Array(bins)
  bin.forEach((of, item) => {
    counts[of] = (counts[of] ?? 0) + 1
    totals[of] = (totals[of] ?? 0) + (amounts[item] ?? 0)
  })
  const members = [...counts].map((count) => new Uint32Array(count))
  const filled = new Uint32Array(bins)
  bin.forEach((of, item) => {
    const list = members[of]
    if (list) list[filled[of] ?? 0] = rows[item] ?? 0
    filled[of] = (filled[of] ?? 0) + 1
  })
  return members.map((list, of) => ({ ...kind, rows: list, totalCents: cents(totals[of] ?? 0) })).toSorted((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
}

/** Groups in order into files, several in one where the bank takes that. */
function filesOf(groups: readonly PlannedGroup[], { fileMaxCount, groupsPerFile }: BankLimits): readonly PlannedFile[] {
  const largest = infiniteWhenAbsent(fileMaxCount)
  const files: PlannedGroup[][] = []
  let count = 0
  for (const group of groups) {
    if (files.length === 0 || groupsPerFile === 'one' || count + group.rows.length > largest) {
      files.push([])
      count = 0
    }
    files.at(-1)?.push(group)
    count += group.rows.length
  }
  return files.map((members) => ({
    groups: members,
    count: members.reduce((sum, { rows }) => sum + rows.length, 0),
    totalCents: cents(members.reduce((sum, { totalCents }) => sum + totalCents, 0)),
  }))
}
