import type { LocalDate } from '../../domain/localDate'
import type { Rule } from '../../rules/rule'
import { scopeKey, type Division } from './division'

/** What somebody means to do from a date on. A rule without criteria is one that ends. */
export type PlannedChange =
  | { readonly kind: 'rule'; readonly organ: number | null; readonly type: number | null; readonly rule: Rule | undefined; readonly date: LocalDate }
  | { readonly kind: 'transfer'; readonly organ: number; readonly parent: number | null; readonly date: LocalDate }
  | { readonly kind: 'end'; readonly organ: number; readonly date: LocalDate }

/** The division of the change's own date as it would be with the change. */
export function withChange(division: Division, change: PlannedChange): Division {
  const changeOrgan = (changed: object): Division =>
    ({ ...division, organs: division.organs.map((organ) => (organ.id === change.organ ? { ...organ, ...changed } : organ)) })
  if (change.kind === 'end') return changeOrgan({ endDate: change.date })
  if (change.kind === 'transfer') {
    return changeOrgan({ parent: change.parent, formerParent: division.organs.find(({ id }) => id === change.organ)?.parent ?? null })
  }
  const rules = new Map(division.rules)
  if (change.rule) rules.set(scopeKey(change), change.rule)
  else rules.delete(scopeKey(change))
  return { ...division, rules, changedToday: [...division.changedToday, { organ: change.organ, type: change.type }] }
}
