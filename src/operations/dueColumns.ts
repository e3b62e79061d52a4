import { nextBankingDay } from '../domain/bankingDays'
import type { MessageVersion } from '../domain/bankProfile'
import type { CollectionKind, InstructionColumns } from '../domain/debitBatch'
import type { LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { DueInstruction } from '../store/dueInstructions'
import { reasonToLeave, type LeaveReason } from './reasonToLeave'

export type Unfit = { readonly instruction: number; readonly amountCents: Cents; readonly reason: LeaveReason }

export type DueColumns = {
  readonly columns: InstructionColumns
  /** The instruction of each row. */
  readonly ids: Int32Array
  readonly unfit: readonly Unfit[]
  /** How many of the fit ones the bank could not make on their own day. */
  readonly late: number
  readonly firstDate: LocalDate | undefined
}

type Days = {
  /** The first day that the bank can still make. */
  readonly earliest: LocalDate
  /** Where those go that are due before that. */
  readonly lateDate: LocalDate
  readonly messageVersion: MessageVersion
}

/**
 * Collects due instructions in columns, each on the banking day on which it can be collected: its own, or the day for
 * late ones. Add them in order of collection date and id.
 */
export function dueColumns({ earliest, lateDate, messageVersion }: Days): { readonly add: (one: DueInstruction) => void; readonly done: () => DueColumns } {
  const kinds: CollectionKind[] = []
  const kindOf = new Map<string, number>()
  const bankingDays = new Map<LocalDate, LocalDate>()
  const unfit: Unfit[] = []
  let [ids, amounts, kind] = [new Int32Array(1_024), new Float64Array(1_024), new Uint16Array(1_024)]
  let [rows, late] = [0, 0]

  const dayFor = (date: LocalDate): LocalDate => {
    const known = bankingDays.get(date) ?? nextBankingDay(date)
    bankingDays.set(date, known)
    return known
  }
  const grow = () => {
    if (rows < ids.length) return
    const size = ids.length * 2
    const [moreIds, moreAmounts, moreKinds] = [new Int32Array(size), new Float64Array(size), new Uint16Array(size)]
    moreIds.set(ids)
    moreAmounts.set(amounts)
    moreKinds.set(kind)
    ;[ids, amounts, kind] = [moreIds, moreAmounts, moreKinds]
  }
  return {
    add: (one) => {
      const ownDay = dayFor(one.collectionDate)
      const collectionDate = ownDay < earliest ? lateDate : ownDay
      const reason = reasonToLeave(one, { collectionDate, messageVersion })
      if (reason) {
        unfit.push({ instruction: one.id, amountCents: cents(one.amountCents), reason })
        return
      }
      if (ownDay < earliest) late += 1
      grow()
      const name = `${collectionDate} ${one.sequenceType}`
      const place = kindOf.get(name) ?? kinds.push({ collectionDate, sequenceType: one.sequenceType }) - 1
      kindOf.set(name, place)
      ids[rows] = one.id
      amounts[rows] = one.amountCents
      kind[rows] = place
      rows += 1
    },
    done: () => ({
      columns: { kinds, kind: kind.subarray(0, rows), amountCents: amounts.subarray(0, rows) }, ids: ids.subarray(0, rows), unfit, late,
      firstDate: kinds.map(({ collectionDate }) => collectionDate).sort()[0],
    }),
  }
}
