import { part } from '../RuleEditor/values'

/** The values of custom fields after one of them changed: an emptied one is no longer there, the others stay as they are. */
export function withValue(values: unknown, key: string, value: unknown): Readonly<Record<string, unknown>> | null {
  const kept = typeof values === 'object' && values !== null && !Array.isArray(values) ? Object.entries(values).filter(([one]) => one !== key) : []
  const next = value === null || value === undefined || value === '' ? kept : [...kept, [key, value] as const]
  return next.length === 0 ? null : Object.fromEntries(next)
}

/** The value of one custom field; null where there is none. */
export const valueOf = (values: unknown, key: string): unknown => part(values, key) ?? null
