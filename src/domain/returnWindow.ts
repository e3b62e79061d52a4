import { addBankingDays, nextBankingDay } from './bankingDays'
import { addDays, addMonths, type LocalDate } from './localDate'

/** Core for everybody; business to business knows no storno. */
export type DebitScheme = 'CORE' | 'B2B'

/** The last days on which a debit may still come back. */
export type ReturnWindow = {
  /** By the bank of the debtor: no balance, no such account. */
  readonly returnUntil: LocalDate
  /** By the debtor, who need not say why. */
  readonly stornoUntil: LocalDate
  /** By a debtor who says that there was no mandate (melding onterechte incasso). */
  readonly moiUntil: LocalDate
}

/** How a debit came back; `late` is what no window allows. */
export type ReturnClass = 'reject' | 'return' | 'storno' | 'moi' | 'late'

export type CameBack = {
  readonly status: 'rejected' | 'returned'
  readonly reason: string | null
  /** The day for which it was collected, and the day on which it came back. */
  readonly collectedOn: LocalDate
  readonly bookedOn: LocalDate
}

const returnDays: Readonly<Record<DebitScheme, number>> = { CORE: 5, B2B: 2 }
const [stornoDays, moiMonths] = [8 * 7, 13]
/** A storno of the last day is on its way for some banking days. */
const transitDays = 5

/** The windows of a debit, counted from the day on which it settled (sepa §12): 5 banking days, 8 weeks and 13 months. */
export function returnWindow(collectedOn: LocalDate, scheme: DebitScheme = 'CORE'): ReturnWindow {
  const settledOn = nextBankingDay(collectedOn)
  return { returnUntil: addBankingDays(settledOn, returnDays[scheme]), stornoUntil: addDays(settledOn, stornoDays), moiUntil: addMonths(settledOn, moiMonths) }
}

/**
 * How it came back (sepa §12): before it settled, by the bank, by the debtor, or by a debtor who says that there was no mandate. What comes
 * after the eight weeks can only be the last of these, and asks for attention: so does everything that comes later than any window.
 */
export function classOfReturn({ status, reason, collectedOn, bookedOn }: CameBack, scheme: DebitScheme = 'CORE'): { readonly kind: ReturnClass; readonly isAlarm: boolean } {
  const { returnUntil, stornoUntil, moiUntil } = returnWindow(collectedOn, scheme)
  if (status === 'rejected') return { kind: 'reject', isAlarm: false }
  if (bookedOn > moiUntil) return { kind: 'late', isAlarm: true }
  if (bookedOn <= returnUntil && reason !== 'MD06') return { kind: 'return', isAlarm: false }
  if (reason === 'MD01') return { kind: 'moi', isAlarm: bookedOn > stornoUntil }
  return bookedOn <= addBankingDays(stornoUntil, transitDays) ? { kind: 'storno', isAlarm: false } : { kind: 'moi', isAlarm: true }
}
