import type { Cents } from '../../src/domain/money'

/** What is ticked: everything but some, or just some; with their amounts, as they may be on pages that are not shown. */
export type Selection = { readonly isAll: boolean; readonly marked: ReadonlyMap<number, Cents> }

export const everything: Selection = { isAll: true, marked: new Map() }
export const nothing: Selection = { isAll: false, marked: new Map() }

export const isTicked = ({ isAll, marked }: Selection, id: number): boolean => isAll !== marked.has(id)

/** Ticks some, or takes their tick away. */
export function ticked({ isAll, marked }: Selection, ones: readonly { readonly id: number; readonly amountCents: Cents }[], isOn: boolean): Selection {
  const next = new Map(marked)
  for (const { id, amountCents } of ones) {
    if (isOn === isAll) next.delete(id)
    else next.set(id, amountCents)
  }
  return { isAll, marked: next }
}

/** How many and how much is ticked, of a whole. */
export function sumOf({ isAll, marked }: Selection, whole: { readonly count: number; readonly totalCents: Cents }): { readonly count: number; readonly totalCents: Cents } {
  const total = [...marked.values()].reduce((sum, amount) => sum + amount, 0)
  return isAll ? { count: whole.count - marked.size, totalCents: (whole.totalCents - total) as Cents } : { count: marked.size, totalCents: total as Cents }
}

/** As the API takes it. */
export function wishOf(selection: Selection, whole: { readonly count: number; readonly totalCents: Cents }) {
  const ids = [...selection.marked.keys()]
  return selection.isAll ? { except: ids, expected: sumOf(selection, whole) } : { instructions: ids }
}
