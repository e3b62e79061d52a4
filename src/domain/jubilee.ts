import { addMonths, type LocalDate } from './localDate'

/** The day of a jubilee: so many calendar years on, 28 February where the year has no 29th (domain §3.11). */
export const jubileeDate = (countedFrom: LocalDate, years: number): LocalDate => addMonths(countedFrom, years * 12)
