import { childAt, textAt, type XmlElement } from './xmlReader'

type Movement = { readonly isCredit: boolean; readonly isReversal: boolean; readonly code?: string | undefined }
type Counterparty = { readonly counterIban?: string | undefined; readonly counterName?: string | undefined }

/** Who is on the other side. The roles are those of the original payment, so they turn round in a reversal and never in our own collections. */
export function counterpartyOf(parties: XmlElement | undefined, { isCredit, isReversal, code }: Movement): Counterparty {
  const isDebtor = code?.startsWith('IDDT/') || isCredit !== isReversal
  const likely = partyOf(parties, isDebtor ? 'Dbtr' : 'Cdtr')
  return likely.counterIban ?? likely.counterName ? likely : partyOf(parties, isDebtor ? 'Cdtr' : 'Dbtr')
}

/** .02 has the name in the role, .08 one level deeper. */
function partyOf(parties: XmlElement | undefined, role: 'Dbtr' | 'Cdtr'): Counterparty {
  const party = childAt(parties, role)
  const account = childAt(parties, `${role}Acct`, 'Id')
  return {
    counterIban: textAt(account, 'IBAN') ?? textAt(account, 'Othr', 'Id'),
    counterName: textAt(party, 'Pty', 'Nm') ?? textAt(party, 'Nm'),
  }
}
