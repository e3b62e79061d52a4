import { cents, type Cents } from './money'

/** Exempt (contributions, gifts), and the Dutch rates of 0, 9 and 21 per cent. */
export type Vat = 'exempt' | 'zero' | 'low' | 'high'

export const vatPercentages: Readonly<Record<Vat, number>> = { exempt: 0, zero: 0, low: 9, high: 21 }

/** The VAT within an amount that includes it, rounded half up to the cent; of what is given back it is the same, negative. */
export function vatWithin(amount: Cents, vat: Vat): Cents {
  const percentage = vatPercentages[vat]
  const within = Math.floor((2 * Math.abs(amount) * percentage + 100 + percentage) / (2 * (100 + percentage)))
  return cents(amount < 0 ? -within : within)
}
