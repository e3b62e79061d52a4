import type { LocalDate } from '../domain/localDate'
import { dailySelections, takeSelection } from '../store/selections'
import type { Transaction } from '../store/transaction'

/** Takes every daily selection anew for the date (R-SEL-2); a selection that stays as it is, stays as it is (R-SEL-1). */
export async function refreshSelections(tx: Transaction, date: LocalDate): Promise<{ readonly selections: number; readonly members: number }> {
  let members = 0
  const selections = await dailySelections(tx)
  for (const selection of selections) members += (await takeSelection(tx, selection, date)).memberCount
  return { selections: selections.length, members }
}
