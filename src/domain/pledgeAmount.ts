import type { LocalDate } from './localDate'
import type { Cents } from './money'

/** Another amount from a day on. */
export type PledgeChange = { readonly fromDate: LocalDate; readonly amountCents: Cents }

/** What a pledge asks on a due day: the amount of its latest change up to then, else its own (domain R-PL-6). */
export function pledgeAmountOn({ amountCents, changes }: { readonly amountCents: Cents; readonly changes: readonly PledgeChange[] }, dueDate: LocalDate): Cents {
  const latest = changes.filter(({ fromDate }) => fromDate <= dueDate).toSorted((a, b) => (a.fromDate < b.fromDate ? 1 : -1))[0]
  return latest?.amountCents ?? amountCents
}
