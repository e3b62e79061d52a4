import { addDays, civil, weekdayOf, yearOf, type LocalDate } from './localDate'

const fixedClosingDays = new Set(['01-01', '05-01', '12-25', '12-26'])

/** A day on which euro payments settle: the TARGET calendar of the ECB. King's Day and Ascension Day are open. */
export function isBankingDay(date: LocalDate): boolean {
  const weekday = weekdayOf(date)
  if (weekday === 0 || weekday === 6 || fixedClosingDays.has(date.slice(5))) return false
  const easter = easterSunday(yearOf(date))
  return date !== addDays(easter, -2) && date !== addDays(easter, 1)
}

/** The day itself when it is open, else the next open one. Never backward: that would break the pre-notification (sepa §6.2). */
export function nextBankingDay(date: LocalDate): LocalDate {
  return isBankingDay(date) ? date : nextBankingDay(addDays(date, 1))
}

/** The `count`th banking day after the date, before it when negative; 0 gives the date itself, open or not. */
export function addBankingDays(date: LocalDate, count: number): LocalDate {
  const step = Math.sign(count)
  let current = date
  for (let left = Math.abs(count); left > 0;) {
    current = addDays(current, step)
    if (isBankingDay(current)) left -= 1
  }
  return current
}

/** Uiterste vervaldatum: the last day to deliver for this collection date, counted from the day the bank really executes. */
export const latestDeliveryDate = (collectionDate: LocalDate, leadDays: number): LocalDate =>
  addBankingDays(nextBankingDay(collectionDate), -leadDays)

/** How a bank wants to be delivered to: so many banking days ahead, and that day before a time on the clock of Amsterdam ('HH:MM'). */
export type Delivery = { readonly deliveryLeadDays: number; readonly cutOffTime: string }

/** The moment at which something is delivered, on the clock of Amsterdam. */
export type Moment = { readonly today: LocalDate; /** 'HH:MM'. */ readonly time: string }

/**
 * The first collection date that can still be made by delivering at this moment: the day of delivery is a banking day
 * that the cut-off time has not passed, and the collection comes the lead time after it (sepa §6.2).
 */
export function earliestCollectionDate({ today, time }: Moment, { deliveryLeadDays, cutOffTime }: Delivery): LocalDate {
  const isTooLateToday = isBankingDay(today) && time >= cutOffTime
  return addBankingDays(nextBankingDay(isTooLateToday ? addDays(today, 1) : today), deliveryLeadDays)
}

/** The last collection date whose latest day of delivery is not after the day: up to and including it, all has to be at the bank by then. */
export function lastCollectionDateDueBy(until: LocalDate, leadDays: number): LocalDate {
  let last = addBankingDays(nextBankingDay(addDays(until, 1)), leadDays)
  while (latestDeliveryDate(last, leadDays) > until) last = addDays(last, -1)
  while (latestDeliveryDate(addDays(last, 1), leadDays) <= until) last = addDays(last, 1)
  return last
}

/** Easter Sunday by the Gregorian computus of Meeus, Jones and Butcher. */
export function easterSunday(year: number): LocalDate {
  const goldenNumber = year % 19
  const century = Math.floor(year / 100)
  const yearInCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * goldenNumber + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor(yearInCentury / 4) - epact - (yearInCentury % 4)) % 7
  const lateMoon = Math.floor((goldenNumber + 11 * epact + 22 * weekdayShift) / 451)
  const daysPastMarch = epact + weekdayShift - 7 * lateMoon + 114
  return civil(year, Math.floor(daysPastMarch / 31), (daysPastMarch % 31) + 1)
}
