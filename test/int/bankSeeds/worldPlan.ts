import { addDays, addMonths, day, type LocalDate } from '../../../src/domain/localDate'
import { cents } from '../../../src/domain/money'
import type { StatementEntry } from '../../../src/formats/camt053Write'
import type { Habits } from '../../bank/bankStory'
import { seededRandom } from '../../bank/random'
import { testIban } from '../../setup/builders'

export const announced = day('2026-03-02')
export const collections = [day('2026-03-16'), day('2026-04-16')] as const
/** Up to here is read before what failed is tried again. */
export const firstHalfUntil = day('2026-06-15')
export const retriedOn = day('2026-06-16')
export const lastDay = day('2027-05-31')

export type PlannedDebit = { readonly kind: 'pledge' | 'invoice'; readonly date: LocalDate; readonly amountCents: number; readonly parts: number }
export type Transfer = { readonly number: string; readonly amountCents: number; readonly entry: StatementEntry }

/** An association with an account, what it collects, how its bank is, and what else happens there. All follows from the seed and its place among the others. */
export type WorldPlan = {
  readonly seed: number
  /** Its number in the database: of its creditor, its fund and all that is its own. */
  readonly place: number
  readonly iban: string
  readonly habits: Habits
  readonly groupsPerFile: 'one' | 'several'
  readonly debits: readonly PlannedDebit[]
  readonly isRetried: boolean
  /** Gifts that the fund recognises by its text. */
  readonly gifts: readonly StatementEntry[]
  /** Invoices that members pay themselves. */
  readonly transfers: readonly Transfer[]
  /** What only a person can place. */
  readonly unknown: readonly StatementEntry[]
  readonly charges: readonly StatementEntry[]
  /** Whether a debit comes back for a second time. */
  readonly hasConflict: boolean
}

/** Calm worlds have nothing in them that a person has to book, nor what is not undone with the file that told it. */
export function planOf(seed: number, place: number, isCalm = false): WorldPlan {
  const random = seededRandom(seed)
  const some = <T>(limit: number, make: (index: number) => T): readonly T[] => Array.from({ length: random(limit) }, (_, index) => make(index))
  const anyDay = (): LocalDate => addDays(collections[0], random(3) === 0 ? random(400) - 5 : random(60) - 5)
  const entry = (amountCents: number, description: string, rest: Partial<StatementEntry>): StatementEntry => {
    const bookingDate = anyDay()
    return { bookingDate, valueDate: bookingDate, amountCents: cents(amountCents), description, isReversal: false, ...rest }
  }
  const giver = (index: number) => ({ counterIban: testIban(800_000 + place * 50 + index), counterName: `M. Gever ${place}-${index}`, code: 'RCDT/ESCT' })
  const gift = (text: string) => (index: number): readonly StatementEntry[] => {
    const one = entry(100 + random(9_000), `${text} ${random(2) ? index : ''}`.trim(), { ...giver(index), ...(random(2) ? { bankRef: `G${place}x${index}` } : {}), ...(random(3) === 0 ? { endToEndId: `OVERBOEKING${place}x${index}` } : {}) })
    return random(4) === 0 ? [one, one] : [one]
  }
  const anyReason = isCalm ? ['AM04', 'MS03', 'AC04'] : ['AM04', 'AM04', 'MS03', 'MD06', 'AC04', 'MS02', 'MD01', 'MD07', 'XX99']
  return {
    seed, place, iban: testIban(300_000 + place),
    habits: {
      isGross: random(3) === 0, total: (['withReference', 'withReference', 'inTwoLines', 'withoutReference'] as const)[random(4)] ?? 'withReference',
      tells: isCalm ? 'letter' : (['letter', 'notification', 'letter', 'report'] as const)[random(4)] ?? 'letter',
      isReturnedTogether: random(4) === 0, returns: [isCalm ? 0 : -1, random(2) ? 56 : 395], reasons: anyReason,
    },
    groupsPerFile: random(2) ? 'one' : 'several',
    debits: Array.from({ length: 2 + random(6) }, (): PlannedDebit => {
      const kind = random(3) === 0 ? 'invoice' : 'pledge'
      return { kind, date: kind === 'invoice' ? collections[0] : collections[random(2)] ?? collections[0], amountCents: 200 + random(9_000), parts: kind === 'invoice' ? 1 + random(2) : 1 }
    }),
    isRetried: !isCalm && random(4) === 0,
    gifts: some(4, gift(`Actie bomen ${place}b`)).flat(),
    transfers: some(3, (index) => {
      const number = `2026-${String(place * 100 + 50 + index).padStart(6, '0')}`
      const amountCents = 1_000 + random(20_000)
      return { number, amountCents, entry: entry(amountCents, `Factuur ${number} betaald`, giver(20 + index)) }
    }),
    unknown: [...some(3, gift('Zomaar')).flat(), ...some(2, () => entry(-100 - random(5_000), 'Inkoop koffie', { counterIban: testIban(700_001), counterName: 'De Winkel', code: 'RDDT/ESDD' }))],
    charges: isCalm ? [] : some(3, (index) => entry(-100 - random(900), `Kosten betalingsverkeer ${index}`, { code: 'ACMT/CHRG', bankRef: `K${place}x${index}` })),
    hasConflict: !isCalm && random(12) === 0,
  }
}

/** Until when what is due is batched at first. */
export const batchedUntil = addMonths(announced, 3)
