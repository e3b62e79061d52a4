import type { PayloadRequest } from 'payload'
import type { LocalDate } from '../src/domain/localDate'

/** A job names its schedule (Europe/Amsterdam) and calls one operation. */
export type Job = {
  readonly name: string
  readonly cron: string
  readonly run: (req: PayloadRequest, today: LocalDate) => Promise<unknown>
}
