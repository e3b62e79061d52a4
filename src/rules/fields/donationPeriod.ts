import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import { resolveDate, type DateValue } from '../dateValue'
import type { DonationFacts, RelationFacts } from '../facts'
import type { Turn } from '../field'
import { anyOf, isPassed, isSwept } from '../turn'

/** Both days included. What is dated after the day that is asked about was not received by then, and never counts. */
export type Period = { readonly from?: DateValue | undefined; readonly to?: DateValue | undefined }

const lastDay = ({ to }: Period, date: LocalDate): LocalDate => {
  const last = to === undefined ? date : resolveDate(to, date)
  return last < date ? last : date
}
const firstDay = ({ from }: Period, date: LocalDate): LocalDate | undefined => (from === undefined ? undefined : resolveDate(from, date))

/** The donations of the period that were not taken back. */
export function countedDonations({ donations }: RelationFacts, period: Period, date: LocalDate): readonly DonationFacts[] {
  const reversed = new Set(donations.map(({ reversalOfId }) => reversalOfId))
  const [first, last] = [firstDay(period, date), lastDay(period, date)]
  return donations.filter(({ id, receivedOn, reversalOfId }) =>
    reversalOfId === null && !reversed.has(id) && receivedOn <= last && (first === undefined || first <= receivedOn))
}

/** The same in SQL, over a donation `d`. A reversal is of the same donor as what it takes back. */
export function isCounted(period: Period, date: LocalDate): SQL {
  const first = firstDay(period, date)
  return sql`d.received_on <= ${lastDay(period, date)}::date${first === undefined ? sql`` : sql` and d.received_on >= ${first}::date`}
    and d.reversal_of_id is null and not exists (
      select from donations u where u.reversal_of_id is not null and u.reversal_of_id = d.id and u.donor_id = d.donor_id)`
}

/** Whoever gave on a day that came into the period or fell out of it. */
export function turningDonations(period: Period, turn: Turn): SQL | undefined {
  const received = sql`d.received_on`
  const [wasLast, isLast] = [lastDay(period, turn.from), lastDay(period, turn.date)]
  const moved = anyOf([isSwept(received, period.from, turn), wasLast < isLast ? isPassed(received, { from: wasLast, date: isLast }) : undefined])
  return moved && sql`select d.donor_id as relation_id from donations d where d.donor_id is not null and ${moved}`
}
