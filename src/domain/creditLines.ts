import { DomainError } from './domainError'
import { cents, sumCents, type Cents } from './money'

/** A line of an invoice, and how much of it credit notes took back before. */
export type CreditableLine = {
  readonly position: number
  readonly amountCents: Cents
  readonly vatCents: Cents
  readonly creditedCents: Cents
  readonly creditedVatCents: Cents
}

export type CreditLine = { readonly position: number; readonly amountCents: Cents; readonly vatCents: Cents }

/**
 * Takes an amount back from the lines of an invoice, in proportion to what each has left; amounts are negative, and VAT
 * goes along so that a line credited in parts ends at exactly its VAT. Throws CREDIT_NOTHING for an amount that is not
 * positive and CREDIT_TOO_MUCH for more than there is left (R-INV-2).
 */
export function creditLines(lines: readonly CreditableLine[], amount: Cents): readonly CreditLine[] {
  const left = sumCents(lines.map(leftOf))
  if (left <= 0) throw new DomainError('INVOICE_CREDITED')
  if (amount <= 0) throw new DomainError('CREDIT_NOTHING')
  if (amount > left) throw new DomainError('CREDIT_TOO_MUCH', { leftCents: left })
  let before = 0
  return lines.flatMap((line) => {
    const [from, to] = [portion(amount, before, left), portion(amount, before + leftOf(line), left)]
    before += leftOf(line)
    return to === from ? [] : [{ position: line.position, amountCents: cents(from - to), vatCents: vatBack(line, cents(to - from)) }]
  })
}

const leftOf = (line: CreditableLine): Cents => cents(line.amountCents - line.creditedCents)

/** The VAT of all that is credited of the line by now, less what went back before. */
function vatBack(line: CreditableLine, amount: Cents): Cents {
  const byNow = Number((BigInt(line.vatCents) * BigInt(line.creditedCents + amount) * 2n + BigInt(line.amountCents)) / (BigInt(line.amountCents) * 2n))
  return cents(line.creditedVatCents - byNow)
}

/** `amount × part / whole`, rounded down, exact for every amount. */
const portion = (amount: number, part: number, whole: number): number => Number((BigInt(amount) * BigInt(part)) / BigInt(whole))
