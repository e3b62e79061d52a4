import { DomainError } from './domainError'
import { euroAmount, sumCents, type Cents } from './money'

/** What a person books a part of a bank line as. */
export type LinePart = { readonly amountCents: Cents } & (
  | { readonly kind: 'invoicePayment'; readonly invoice: number }
  | { readonly kind: 'donation'; readonly fund: number; readonly donor?: number | undefined; readonly pledge?: number | undefined }
  | { readonly kind: 'return'; readonly instruction: number }
  | { readonly kind: 'payout'; readonly payout: number }
  | { readonly kind: 'ledger'; readonly ledgerAccount: number })

/**
 * Refuses parts that are not the line: it is booked as a whole, to the cent (I10), and never twice for one thing.
 * @throws DomainError PARTS_MISSING, PART_IS_NOTHING, PART_OTHER_WAY for a gift or payment that goes the other way than the line, PARTS_DIFFER with what is left, PARTS_REPEAT
 */
export function refuseWrongParts(amountCents: Cents, parts: readonly LinePart[]): void {
  if (parts.length === 0) throw new DomainError('PARTS_MISSING')
  if (parts.some((part) => part.amountCents === 0)) throw new DomainError('PART_IS_NOTHING')
  if (parts.some((part) => (part.kind === 'donation' || part.kind === 'invoicePayment') && Math.sign(part.amountCents) !== Math.sign(amountCents))) throw new DomainError('PART_OTHER_WAY')
  const booked = sumCents(parts.map((part) => part.amountCents))
  if (booked !== amountCents) throw new DomainError('PARTS_DIFFER', { booked: euroAmount(booked), line: euroAmount(amountCents) })
  const targets = parts.map(targetOf)
  if (new Set(targets).size < targets.length) throw new DomainError('PARTS_REPEAT')
}

/** What a part is booked to, as one word: two parts of a line never have the same. */
export function targetOf(part: LinePart): string {
  switch (part.kind) {
    case 'invoicePayment': return `invoice ${part.invoice}`
    case 'donation': return `donation ${part.fund} ${part.donor ?? ''} ${part.pledge ?? ''}`
    case 'return': return `return ${part.instruction}`
    case 'payout': return `payout ${part.payout}`
    case 'ledger': return `ledger ${part.ledgerAccount}`
  }
}
