import { part } from '../values'

/** How a day is meant: not at all, a fixed day, the day that is asked about, or so long before or after it. */
export type DateMode = 'none' | 'fixed' | 'today' | 'ago' | 'ahead'
export const units = ['years', 'months', 'days'] as const
export type Unit = (typeof units)[number]

const amounts = (value: unknown): readonly number[] => units.map((unit) => Number(part(value, unit) ?? 0))

/** The mode in which a stored day is shown. */
export function modeOf(value: unknown, isOptional: boolean): DateMode {
  if (typeof value !== 'object' || value === null) return isOptional && value === undefined ? 'none' : 'fixed'
  const first = amounts(value).find((amount) => amount !== 0)
  return first === undefined ? 'today' : first < 0 ? 'ago' : 'ahead'
}

/** Whether a day can be shown in a mode that somebody chose: zero years may be on its way to two. */
export const fitsMode = (mode: DateMode, value: unknown, isOptional: boolean): boolean =>
  modeOf(value, isOptional) === mode || ((mode === 'ago' || mode === 'ahead') && modeOf(value, isOptional) === 'today')

/** What a mode starts with. */
export const startOf: Readonly<Record<DateMode, unknown>> = { none: undefined, fixed: '', today: { days: 0 }, ago: { years: -1 }, ahead: { months: 1 } }

/** The number before a unit; negative where it goes the other way than the mode says. Undefined where nothing was filled in. */
export function amountOf(value: unknown, unit: Unit, mode: 'ago' | 'ahead'): number | undefined {
  const amount = part(value, unit)
  return typeof amount === 'number' ? (mode === 'ago' ? 0 - amount : amount) : undefined
}

/** The day with another number before a unit; with nothing left it is today. Zeros elsewhere go: they say nothing. */
export function withAmount(value: unknown, unit: Unit, amount: number | undefined, mode: 'ago' | 'ahead'): unknown {
  const kept = units.flatMap((one) => {
    const stored = one === unit ? (amount === undefined ? undefined : mode === 'ago' ? 0 - amount : amount) : part(value, one)
    return typeof stored === 'number' && (stored !== 0 || one === unit) ? [[one, stored] as const] : []
  })
  return kept.length === 0 ? { days: 0 } : Object.fromEntries(kept)
}
