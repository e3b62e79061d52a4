import type { LocalDate } from './localDate'

/** What became of a collection under a mandate: it stayed collected, or it came back for a reason that weighs so many points. */
export type PointEvent = { readonly on: LocalDate } & ({ readonly kind: 'collected' } | { readonly kind: 'returned'; readonly points: number })

/**
 * The points of a mandate: the sum over what came back since the latest collection that stayed (sepa §12.1, reset on success).
 * A collection that is returned was no success, however long its money was there; a return on the day of a success counts.
 */
export function returnPoints(events: readonly PointEvent[]): number {
  const successes = events.filter(({ kind }) => kind === 'collected').map(({ on }) => on).toSorted()
  const latest = successes.at(-1)
  return events.reduce((sum, event) => sum + (event.kind === 'returned' && (latest === undefined || event.on >= latest) ? event.points : 0), 0)
}

/** Whether a mandate stops by itself (R-MAN-6); without a threshold it never does. */
export const stopsAt = (points: number, threshold: number | undefined): boolean => threshold !== undefined && points >= threshold
