import { addMonths, civil, monthOf, monthsBetween, yearOf, type LocalDate } from './localDate'
import { cents, sumCents, type Cents } from './money'
import { pledgeAmountOn, type PledgeChange } from './pledgeAmount'
import { dueDates, type PledgeTerms } from './pledgeSchedule'

export type ForecastPledge = PledgeTerms & {
  readonly id: number
  readonly amountCents: Cents
  readonly changes: readonly PledgeChange[]
  /** False where nothing can come in any more although the pledge runs on, as when its mandate ended. */
  readonly isCollectable: boolean
}

/** Money that came in on a day, or went back when negative. */
export type Receipt = { readonly date: LocalDate; readonly amountCents: Cents }
/** What came in for the instalments of a pledge that fell due within the horizon up to today. */
export type Settled = { readonly pledge: number; readonly amountCents: Cents }

/** An instalment that does not simply come on its due day; one that is tried again comes on the day of the new try. */
export type InstalmentFate = { readonly pledge: number; readonly instalment: number } & (
  | { readonly fate: 'cancelled' | 'failed' }
  | { readonly fate: 'retried'; readonly date: LocalDate; readonly amountCents: Cents })

/** The days that are looked at, both included; today divides what came in from what is still to come. */
export type Horizon = { readonly today: LocalDate; readonly from: LocalDate; readonly to: LocalDate }

export type ForecastFacts = {
  readonly receipts: readonly Receipt[]
  readonly settled: readonly Settled[]
  readonly pledges: readonly ForecastPledge[]
  readonly fates: readonly InstalmentFate[]
}

export type ExpectedInstalment = { readonly pledge: number; readonly instalment: number; readonly date: LocalDate; readonly amountCents: Cents }
/** What a pledge still owes for days that have passed, and the day since which it does. */
export type OpenPledge = { readonly pledge: number; readonly since: LocalDate; readonly openCents: Cents }
type Sums = { readonly receivedCents: Cents; readonly expectedCents: Cents; readonly totalCents: Cents }
/** A month is told by its first day. */
export type ForecastMonth = Sums & { readonly month: LocalDate }
export type Forecast = Sums & {
  readonly months: readonly ForecastMonth[]
  /** In order of day. */
  readonly expected: readonly ExpectedInstalment[]
  readonly open: readonly OpenPledge[]
  readonly openCents: Cents
}

/** The default horizon: a calendar year. */
export const calendarYear = (year: number): { readonly from: LocalDate; readonly to: LocalDate } => ({ from: civil(year, 1, 1), to: civil(year, 12, 31) })

/**
 * What a fund will have received over a horizon (domain §5.5): what came in up to today, counter entries included, and
 * the instalments of its pledges that fall due after today, at the amount of their day. What was cancelled, failed
 * without a new try, or falls on or after the end of its pledge is not expected. What fell due up to today and did not
 * come in is told apart as open, and is no part of the total.
 */
export function forecast({ receipts, settled, pledges, fates }: ForecastFacts, horizon: Horizon): Forecast {
  const fateOf = new Map(fates.map((one) => [keyOf(one.pledge, one.instalment), one]))
  const settledOf = new Map(settled.map(({ pledge, amountCents }) => [pledge, amountCents]))
  const expected = [...pledges.flatMap((pledge) => comingFrom(pledge, fateOf, horizon)), ...triedAgain(fates, horizon)]
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.pledge - b.pledge || a.instalment - b.instalment))
  const open = pledges.flatMap((pledge) => openOf(pledge, fateOf, settledOf.get(pledge.id) ?? cents(0), horizon))
  const counted = receipts.filter(({ date }) => date >= horizon.from && date <= earlier(horizon.today, horizon.to))
  return { ...sumsOf(counted, expected), months: monthsOf(horizon, counted, expected), expected, open, openCents: sumCents(open.map(({ openCents }) => openCents)) }
}

type Fates = ReadonlyMap<string, InstalmentFate>

const keyOf = (pledge: number, instalment: number): string => `${pledge}/${instalment}`
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

function comingFrom(pledge: ForecastPledge, fates: Fates, { today, from, to }: Horizon): readonly ExpectedInstalment[] {
  if (!pledge.isCollectable) return []
  return dueDates(pledge, later(from, today), to)
    .filter(({ number, date }) => date > today && !fates.has(keyOf(pledge.id, number)))
    .map(({ number, date }) => ({ pledge: pledge.id, instalment: number, date, amountCents: pledgeAmountOn(pledge, date) }))
}

const triedAgain = (fates: readonly InstalmentFate[], { today, from, to }: Horizon): readonly ExpectedInstalment[] =>
  fates.flatMap((one) => (one.fate === 'retried' && one.date > today && one.date >= from && one.date <= to
    ? [{ pledge: one.pledge, instalment: one.instalment, date: one.date, amountCents: one.amountCents }] : []))

/** What came in settles the oldest instalments first. */
function openOf(pledge: ForecastPledge, fates: Fates, settled: Cents, { today, from, to }: Horizon): readonly OpenPledge[] {
  let left: number = -settled
  let since: LocalDate | undefined
  for (const { number, date } of dueDates(pledge, from, earlier(today, to))) {
    const fate = fates.get(keyOf(pledge.id, number))
    if (fate?.fate === 'cancelled' || (fate?.fate === 'retried' && fate.date > today)) continue
    left += pledgeAmountOn(pledge, date)
    if (left > 0) since ??= date
  }
  return since !== undefined && left > 0 ? [{ pledge: pledge.id, since, openCents: cents(left) }] : []
}

function sumsOf(received: readonly { readonly amountCents: Cents }[], expected: readonly { readonly amountCents: Cents }[]): Sums {
  const [receivedCents, expectedCents] = [received, expected].map((rows) => sumCents(rows.map(({ amountCents }) => amountCents))) as [Cents, Cents]
  return { receivedCents, expectedCents, totalCents: cents(receivedCents + expectedCents) }
}

function monthsOf({ from, to }: Horizon, receipts: readonly Receipt[], expected: readonly ExpectedInstalment[]): readonly ForecastMonth[] {
  const first = civil(yearOf(from), monthOf(from), 1)
  const [received, coming] = [byMonth(receipts), byMonth(expected)]
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, index) => addMonths(first, index))
    .map((month) => ({ month, ...sumsOf(received.get(month.slice(0, 7)) ?? [], coming.get(month.slice(0, 7)) ?? []) }))
}

const byMonth = <Row extends Receipt>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => Map.groupBy(rows, ({ date }) => date.slice(0, 7))
