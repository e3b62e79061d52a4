import { addDays, daysBetween, type LocalDate } from '../../../src/domain/localDate'
import { bankFormats, type AccountHistory, type BankFormat, type Period } from '../../bank/accountHistory'
import { seededRandom } from '../../bank/random'

export type Download = Period & { readonly format: BankFormat }

type Asked = { readonly seed: number; readonly from: LocalDate; readonly until: LocalDate; readonly format: BankFormat }

/** The format in which the same days come once more: camt beside MT940. */
export const otherFormat = (format: BankFormat): BankFormat => (format.startsWith('camt') ? 'ing' : 'camt08')

/** What somebody downloads who does so in order and each day once: some periods that join up. */
export function inOrder(history: AccountHistory, { seed, from, until, format }: Asked): readonly Download[] {
  const random = seededRandom(seed * 7 + 3)
  const cuts = new Set(Array.from({ length: 2 + random(3) }, () => addDays(from, random(Math.min(daysBetween(from, until), 90)))))
  const ends = [...cuts, until].sort()
  return ends.map((end, index) => ({ from: addDays(ends[index - 1] ?? addDays(from, -1), 1), until: end, isDaily: random(2) === 0, format }))
    .filter((period) => period.from <= period.until && history.entries.some(({ bookingDate }) => bookingDate >= period.from && bookingDate <= period.until))
}

/** The same, in any order, with periods twice, periods that overlap and periods in another format as well. */
export function inDisorder(history: AccountHistory, asked: Asked): readonly Download[] {
  const random = seededRandom(asked.seed * 11 + 5)
  const whole = inOrder(history, asked)
  const extra: Download[] = []
  const any = (): Download | undefined => whole[random(whole.length)]
  const [twice, overlapping, elsewhere] = [any(), any(), any()]
  if (twice && random(2)) extra.push({ ...twice, isDaily: random(2) === 0 })
  if (overlapping && random(2)) extra.push({ ...overlapping, from: addDays(overlapping.from, -random(6)), until: random(3) ? overlapping.until : addDays(overlapping.from, 3), isDaily: random(2) === 0 })
  if (elsewhere && random(3) === 0) extra.push({ ...elsewhere, ...(random(2) ? {} : { from: addDays(elsewhere.from, -3) }), isDaily: random(2) === 0, format: otherFormat(asked.format) })
  return shuffled([...whole, ...extra], random)
}

/** In any order. */
export function shuffled<T>(items: readonly T[], random: (limit: number) => number): readonly T[] {
  const left = [...items]
  return Array.from({ length: items.length }, () => left.splice(random(left.length), 1)).flat()
}

export const formatOf = (index: number): BankFormat => bankFormats[index % bankFormats.length] ?? 'camt08'
