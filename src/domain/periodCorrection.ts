import { joined, overlap, sharedDays, without, type Span } from './daySpans'
import { DomainError } from './domainError'
import type { LocalDate } from './localDate'
import type { OrganAncestry } from './organAncestry'

/** A period of one relation and membership type, at an organ or (null) at the organisation itself. Days from `countedFromDate` count along. */
export type KnownPeriod = {
  readonly id: number
  readonly organ: number | null
  readonly startDate: LocalDate
  readonly endDate: LocalDate | null
  readonly countedFromDate: LocalDate | null
}

export type Correction =
  | { readonly action: 'add'; readonly organ: number | null; readonly startDate: LocalDate; readonly endDate: LocalDate }
  | { readonly action: 'change'; readonly id: number; readonly startDate: LocalDate; readonly endDate: LocalDate | null; readonly countedFromDate: LocalDate | null }
  | { readonly action: 'remove'; readonly id: number }

/**
 * The periods as they are after one correction of the past. What touches or overlaps becomes one period; whoever was a
 * member of an organ was one of everything above it on those days, and whoever was not a member there was none of what
 * is below it. Periods that are new have ids below zero.
 * @throws DomainError CORRECTION_MEMBERSHIP_UNKNOWN, CORRECTION_OPEN_END, CORRECTION_END_REQUIRED, CORRECTION_IN_FUTURE,
 * END_BEFORE_START, CORRECTION_COUNTED_FROM_LATE, CORRECTION_OUTSIDE_ORGAN
 */
export function correctPeriods(known: readonly KnownPeriod[], correction: Correction, { tree, today }: { readonly tree: OrganAncestry; readonly today: LocalDate }): readonly KnownPeriod[] {
  const target = targetOf(known, correction)
  assertPast(correction, target, today)
  const organ = correction.action === 'add' ? correction.organ : target?.organ ?? null
  const others = known.filter((period) => period.organ === organ && period !== target).map(spanOf)
  const [was, becomes] = [target ? [spanOf(target)] : [], spansIn(correction)]
  const gained = without(becomes, [...was, ...others])
  const lost = without(was, becomes)
  if (organ !== null) assertStanding(gained, tree.standing(organ))
  const touches = Map.groupBy([{ organ, gained, lost }, ...above(organ, gained, tree), ...below(organ, lost, { known, tree })], (touch) => touch.organ)
  const rebuilding: Rebuilding = { correction, organ, nextId: Math.min(0, ...known.map(({ id }) => id)) }
  const rebuilt = [...touches].flatMap(([node, all]) => rebuild(known, allOf(node, all), rebuilding))
  return countAbove([...known.filter((period) => !touches.has(period.organ)), ...rebuilt], { correction, target, tree })
}

/** What an organ, or (null) the organisation, gains and loses. */
type Touch = { readonly organ: number | null; readonly gained: readonly Span[]; readonly lost: readonly Span[] }
type Rebuilding = { readonly correction: Correction; readonly organ: number | null; nextId: number }

const allOf = (organ: number | null, touches: readonly Touch[]): Touch =>
  ({ organ, gained: touches.flatMap(({ gained }) => gained), lost: touches.flatMap(({ lost }) => lost) })

const spanOf = ({ startDate, endDate }: { readonly startDate: LocalDate; readonly endDate: LocalDate | null }): Span => ({ from: startDate, to: endDate })
const spansIn = (correction: Correction): readonly Span[] => (correction.action === 'remove' ? [] : [spanOf(correction)])

function targetOf(known: readonly KnownPeriod[], correction: Correction): KnownPeriod | undefined {
  if (correction.action === 'add') return undefined
  const target = known.find(({ id }) => id === correction.id)
  if (!target) throw new DomainError('CORRECTION_MEMBERSHIP_UNKNOWN')
  return target
}

/** Only what is past is corrected: how a membership runs on, or ends today, is for the rules. */
function assertPast(correction: Correction, target: KnownPeriod | undefined, today: LocalDate): void {
  const isOpen = target?.endDate === null
  if (correction.action === 'remove') {
    if (isOpen) throw new DomainError('CORRECTION_OPEN_END')
    return
  }
  if (isOpen && correction.endDate !== null) throw new DomainError('CORRECTION_OPEN_END')
  if (!isOpen && correction.endDate === null) throw new DomainError('CORRECTION_END_REQUIRED')
  for (const date of [correction.startDate, correction.endDate]) if (date !== null && date > today) throw new DomainError('CORRECTION_IN_FUTURE', { date, today })
  if (correction.endDate !== null && correction.endDate <= correction.startDate) throw new DomainError('END_BEFORE_START')
  const countedFrom = correction.action === 'change' ? correction.countedFromDate : null
  if (countedFrom !== null && countedFrom > correction.startDate) throw new DomainError('CORRECTION_COUNTED_FROM_LATE', { date: countedFrom, startDate: correction.startDate })
}

function assertStanding(gained: readonly Span[], standing: readonly Span[]): void {
  const [missing] = without(gained, standing)
  if (missing) throw new DomainError('CORRECTION_OUTSIDE_ORGAN', { date: missing.from })
}

/** Where the days that were gained have to be as well: at every organ above on those days, and at the organisation. */
function above(organ: number | null, gained: readonly Span[], tree: OrganAncestry): readonly Touch[] {
  if (organ === null || gained.length === 0) return []
  const higher = tree.above(organ).map((kin): Touch => ({ organ: kin.organ, gained: sharedDays(gained, kin.days), lost: [] }))
  return [...higher.filter((touch) => touch.gained.length > 0), { organ: null, gained, lost: [] }]
}

/** Where the days that were lost have to go as well: at every organ below on those days. */
function below(organ: number | null, lost: readonly Span[], { known, tree }: { readonly known: readonly KnownPeriod[]; readonly tree: OrganAncestry }): readonly Touch[] {
  if (lost.length === 0) return []
  const lower = organ === null
    ? [...new Set(known.map((period) => period.organ))].filter((one) => one !== null).map((one): Touch => ({ organ: one, gained: [], lost }))
    : tree.below(organ).map((kin): Touch => ({ organ: kin.organ, gained: [], lost: sharedDays(lost, kin.days) }))
  return lower.filter((touch) => touch.lost.length > 0)
}

/** The periods of one organ with these days gained and lost. A period goes on as the one that it has days in common with. */
function rebuild(known: readonly KnownPeriod[], { organ, gained, lost }: Touch, rebuilding: Rebuilding): readonly KnownPeriod[] {
  const old = known.filter((period) => period.organ === organ).sort((one, other) => (one.startDate < other.startDate ? -1 : 1))
  const spans = joined([...without(old.map(spanOf), lost), ...gained])
  const free = new Set(old)
  return spans.map((span): KnownPeriod => {
    const parts = old.filter((period) => overlap(spanOf(period), span))
    const keeper = parts.find((part) => free.has(part) && (part.endDate === null) === (span.to === null))
    if (keeper) free.delete(keeper)
    else rebuilding.nextId -= 1
    return { id: keeper?.id ?? rebuilding.nextId, organ, startDate: span.from, endDate: span.to, countedFromDate: countedFrom({ organ, span, parts }, rebuilding) }
  })
}

type Rebuilt = { readonly organ: number | null; readonly span: Span; readonly parts: readonly KnownPeriod[] }

/** From when the days of the span count: what was known of its parts, or said of the one that was corrected; null from its start. */
function countedFrom({ organ, span, parts }: Rebuilt, { correction, organ: corrected }: Rebuilding): LocalDate | null {
  const isSaid = correction.action === 'change' && organ === corrected && overlap(spanOf(correction), span)
  const dates = [...parts.map((part) => countedFromOf(part, span, correction)), isSaid ? correction.countedFromDate : null]
  return dates.filter((date) => date !== null && date < span.from).sort()[0] ?? null
}

/** What a part brings along: nothing where its first days are gone, but for what is below a later start, which cannot count longer than that. */
function countedFromOf(part: KnownPeriod, span: Span, correction: Correction): LocalDate | null {
  if (correction.action === 'change' && part.id === correction.id) return null
  if (part.countedFromDate === null || span.from <= part.startDate) return part.countedFromDate
  if (correction.action !== 'change' || span.from !== correction.startDate) return null
  const earliest = correction.countedFromDate ?? correction.startDate
  return part.countedFromDate > earliest ? part.countedFromDate : earliest
}

type Counting = { readonly correction: Correction; readonly target: KnownPeriod | undefined; readonly tree: OrganAncestry }

/** Who counts as a member of an organ since a day counts so for what is above it ever since the period began. */
function countAbove(periods: readonly KnownPeriod[], { correction, target, tree }: Counting): readonly KnownPeriod[] {
  if (correction.action !== 'change' || !target || target.organ === null || target.endDate !== null || correction.countedFromDate === null) return periods
  const since = correction.countedFromDate
  const all: Span = { from: correction.startDate, to: null }
  const steady = new Set<number | null>([null, ...tree.above(target.organ).filter(({ days }) => without([all], days).length === 0).map(({ organ }) => organ)])
  return periods.map((period) => {
    const counts = steady.has(period.organ) && period.endDate === null && since < (period.countedFromDate ?? period.startDate)
    return counts ? { ...period, countedFromDate: since } : period
  })
}
