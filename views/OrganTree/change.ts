import type { LocalDate } from '../../src/domain/localDate'

/** A change that is shown before it is saved, as the preview takes it. */
export type Change =
  | { readonly kind: 'transfer'; readonly organ: number; readonly parent: number | null; readonly date: LocalDate }
  | { readonly kind: 'end'; readonly organ: number; readonly date: LocalDate }
  | { readonly kind: 'rule'; readonly organ: number | null; readonly membershipType: number | null; readonly criteria: unknown; readonly date: LocalDate }

/** How a change is saved: the call to the API that does it. */
export function savingOf(change: Change): { readonly method: 'POST' | 'PATCH'; readonly path: string; readonly body: object } {
  const { kind, organ, date } = change
  if (kind === 'transfer') return { method: 'POST', path: '/api/organ-placements', body: { organ, parent: change.parent, validFrom: date } }
  if (kind === 'end') return { method: 'PATCH', path: `/api/organs/${organ}`, body: { endDate: date } }
  return { method: 'POST', path: '/api/rule-versions', body: { organ, membershipType: change.membershipType, criteria: change.criteria, validFrom: date } }
}
