import { cents, euroAmount, type Cents } from '../domain/money'
import type { Pain008Mistake } from './pain008Errors'

/** What was promised of a part of the file; the totals stand before what they total. */
export type Pain008Promise = { readonly count: number; readonly totalCents: Cents }

/** Counts what goes into a part of the file, wrong or not, so that a broken promise is not blamed on a mistake that is told already. */
export function pain008Tally(where: string, promised: Pain008Promise) {
  let count = 0
  let total = 0
  return {
    add: (amount: number): void => {
      count += 1
      total += Number.isSafeInteger(amount) ? amount : 0
    },
    isEmpty: (): boolean => count === 0,
    /** What the totals said and what came. */
    mistakes: (): readonly Pain008Mistake[] => {
      const mistakes: Pain008Mistake[] = []
      if (count === 0) mistakes.push({ code: 'BATCH_EMPTY', params: {} })
      if (count !== promised.count) mistakes.push({ code: 'PAIN008_COUNT_DIFFERENT', params: { where, stated: promised.count, written: count } })
      if (total !== promised.totalCents) {
        mistakes.push({ code: 'PAIN008_TOTAL_DIFFERENT', params: { where, stated: euroAmount(promised.totalCents), written: euroAmount(cents(total)) } })
      }
      return mistakes
    },
  }
}
