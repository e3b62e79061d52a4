import { addBankingDays, isBankingDay } from '../domain/bankingDays'
import { addDays, type LocalDate } from '../domain/localDate'

/** The banking day before today: the last day of which the demo has a statement. */
export const lastStatementDate = (today: LocalDate): LocalDate => addBankingDays(today, -1)

const everyDays = 3

/**
 * Every third banking day a batch is made, the last one in time for the last statement; it takes in all that must be
 * delivered before the next. Undefined on other days: what falls due today is left for whoever tries the demo.
 */
export function batchUntil(date: LocalDate, today: LocalDate): LocalDate | undefined {
  if (!isBankingDay(date)) return undefined
  const left = bankingDaysUntil(date, lastStatementDate(today))
  if (left < leadDays || left % everyDays !== leadDays) return undefined
  return addBankingDays(date, everyDays - 1)
}

const leadDays = 2

function bankingDaysUntil(from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let date = from; date < to; date = addDays(date, 1)) if (isBankingDay(addDays(date, 1))) count += 1
  return count
}
