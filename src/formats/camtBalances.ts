import { cents } from '../domain/money'
import { amountOf, dateOf, isEuro, signOf } from './camtValues'
import type { Balance } from './statementStream'
import { childAt, childrenOf, textAt, type XmlElement } from './xmlReader'

/**
 * What a statement opens and closes with. Some open with the previous closing balance; and where a day comes in several files, all
 * but the first open, and all but the last close, with an interim balance (sepa §10.1).
 */
export function camtBalances(statement: XmlElement): { readonly opening?: Balance | undefined; readonly closing?: Balance | undefined } {
  const balances = childrenOf(statement, 'Bal').map((element) => ({ element, type: textAt(element, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(element, 'Tp', 'CdOrPrtry', 'Prtry') }))
  const ofType = (wanted: string) => balances.filter(({ type }) => type === wanted).map(({ element }) => element)
  const interim = ofType('ITBD')
  const [opening] = [...ofType('OPBD'), ...ofType('PRCD')]
  const [closing] = ofType('CLBD')
  return {
    opening: toBalance(opening ?? (closing || interim.length > 1 ? interim[0] : undefined)),
    closing: toBalance(closing ?? (opening || interim.length > 1 ? interim.at(-1) : undefined)),
  }
}

function toBalance(balance: XmlElement | undefined): Balance | undefined {
  const amount = childAt(balance, 'Amt')
  if (!balance || !amount) return undefined
  return { amountCents: cents(amountOf(amount) * signOf(balance)), date: dateOf(childAt(balance, 'Dt')), isEuro: isEuro(amount) }
}
