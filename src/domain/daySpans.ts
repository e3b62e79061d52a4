import type { LocalDate } from './localDate'

/** The days from `from` up to, and not including, `to`; without `to` there is no last one. */
export type Span = { readonly from: LocalDate; readonly to: LocalDate | null }

/** Sorts after every day. */
const endless = '~'
const endOf = ({ to }: Span): string => to ?? endless

const isSome = (span: Span): boolean => span.from < endOf(span)

/** The days of both, as one span; undefined where they share none. */
export function shared(one: Span, other: Span): Span | undefined {
  const span: Span = { from: one.from > other.from ? one.from : other.from, to: endOf(one) < endOf(other) ? one.to : other.to }
  return isSome(span) ? span : undefined
}

/** Whether the spans have a day in common. */
export const overlap = (one: Span, other: Span): boolean => shared(one, other) !== undefined

/** The days that are in one of the first and in one of the second. */
export const sharedDays = (some: readonly Span[], others: readonly Span[]): readonly Span[] =>
  joined(some.flatMap((one) => others.flatMap((other) => shared(one, other) ?? [])))

/** The same days in as few spans as possible, in order: what overlaps or touches becomes one. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of [...spans].filter(isSome).sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = result.at(-1)
    if (!last || endOf(last) < span.from) result.push(span)
    else if (endOf(last) < endOf(span)) result[result.length - 1] = { from: last.from, to: span.to }
  }
  return result
}

/** The days of the first that are in none of the second. */
export function without(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  return joined(taken.reduce<readonly Span[]>((left, gone) => left.flatMap((span) => cut(span, gone)), spans))
}

function cut(span: Span, gone: Span): readonly Span[] {
  if (!overlap(span, gone)) return [span]
  const after: readonly Span[] = gone.to === null ? [] : [{ from: gone.to, to: span.to }]
  return [{ from: span.from, to: gone.from }, ...after].filter(isSome)
}
