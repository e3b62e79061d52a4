import type { PayloadRequest } from 'payload'
import { amsterdamDate, type LocalDate } from '../domain/localDate'

/** Today in Amsterdam, fixed once a request: every rule that the request touches sees the same day. */
export function businessDate(req: PayloadRequest): LocalDate {
  const context = req.context as { today?: LocalDate }
  context.today ??= amsterdamDate(new Date())
  return context.today
}
