import { textAt, type XmlElement, childAt } from './xmlReader'

type Movement = { readonly isCredit: boolean; readonly isReversal: boolean; readonly code?: string | undefined }
export type Counterparty = { readonly counterIban?: string | undefined; readonly counterName?: string | undefined }
/** Both sides of the original payment. */
export type CamtParties = { readonly debtor: Counterparty; readonly creditor: Counterparty }

export const noParties: CamtParties = { debtor: {}, creditor: {} }

/** The parties in a `RltdPties`. */
export const partiesOf = (parties: XmlElement | undefined): CamtParties =>
  (parties ? { debtor: partyOf(parties, 'Dbtr', 'DbtrAcct'), creditor: partyOf(parties, 'Cdtr', 'CdtrAcct') } : noParties)

/** Who is on the other side. The roles are those of the original payment, so they turn round in a reversal and never in our own collections. */
export function counterpartyOf({ debtor, creditor }: CamtParties, { isCredit, isReversal, code }: Movement): Counterparty {
  const isDebtor = code?.startsWith('IDDT/') || isCredit !== isReversal
  const [likely, other] = isDebtor ? [debtor, creditor] : [creditor, debtor]
  return likely.counterIban ?? likely.counterName ? likely : other
}

/** .02 has the name in the role, .08 one level deeper. An account that is no IBAN stands in another place, sometimes with spaces. */
function partyOf(parties: XmlElement, role: string, accountOfRole: string): Counterparty {
  const party = childAt(parties, role)
  const account = childAt(parties, accountOfRole, 'Id')
  const counterName = textAt(party, 'Pty', 'Nm') ?? textAt(party, 'Nm')
  const counterIban = (textAt(account, 'IBAN') ?? textAt(account, 'Othr', 'Id'))?.replaceAll(' ', '')
  return { counterIban, counterName }
}
