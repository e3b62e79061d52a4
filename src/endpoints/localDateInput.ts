import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../domain/localDate'

/** A calendar day as 'YYYY-MM-DD' that exists. */
export const localDateInput = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value))
