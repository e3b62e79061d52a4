import { cents, sumCents, type Cents } from '../domain/money'
import { amountOf, euroAmountOf, isEuro, signOf } from './camtValues'
import { childAt, childrenOf, type XmlElement } from './xmlReader'

/**
 * The signed amount of one transaction in an entry; undefined when the file gives none in euros.
 * Where the bank adds its charges to a return, the instructed amount is the return and the charges are left over (sepa §10.1).
 */
export function detailAmountOf(transaction: XmlElement, entry: XmlElement): Cents | undefined {
  const sign = childAt(transaction, 'CdtDbtInd') ? signOf(transaction) : signOf(entry)
  const amount = euros(childAt(transaction, 'Amt')) ?? euros(childAt(transaction, 'AmtDtls', 'TxAmt', 'Amt'))
  const instructed = euros(childAt(transaction, 'AmtDtls', 'InstdAmt', 'Amt'))
  const charges = sumCents([...chargesOf(transaction), ...chargesOf(entry)])
  const whole = amount ?? entryAmountOf(entry)
  if (instructed !== undefined && charges !== 0 && instructed + charges === whole) return cents(instructed * sign)
  return amount === undefined ? undefined : cents(amount * sign)
}

const entryAmountOf = (entry: XmlElement): Cents | undefined => {
  const amount = childAt(entry, 'Amt')
  return amount && euroAmountOf(amount)
}

const euros = (amount: XmlElement | undefined): Cents | undefined => (amount && isEuro(amount) ? amountOf(amount) : undefined)

/** .02 has the charges side by side, later versions in records. */
const chargesOf = (element: XmlElement): readonly Cents[] =>
  childrenOf(element, 'Chrgs')
    .flatMap((charge) => [childAt(charge, 'Amt'), ...childrenOf(charge, 'Rcrd').map((record) => childAt(record, 'Amt'))])
    .map(euros)
    .filter((amount) => amount !== undefined)
