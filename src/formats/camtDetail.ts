import { cents, sumCents, type Cents } from '../domain/money'
import { partiesOf, type CamtParties } from './camtCounterparty'
import { amountOf, isEuro, signOf } from './camtValues'
import { childAt, childrenOf, textAt, type XmlElement } from './xmlReader'

/** What a collection that is booked as one line is known by. */
export type CamtBatch = { readonly pmtInfId?: string | undefined; readonly msgId?: string | undefined; readonly txCount?: number | undefined }

/** One `TxDtls`, without the tree that it was read from: an entry may hold very many. */
export type CamtDetail = {
  readonly sign?: 1 | -1 | undefined
  /** Unsigned, and absent where the file gives none in euros. */
  readonly amountCents?: Cents | undefined
  readonly instructedCents?: Cents | undefined
  readonly chargesCents: Cents
  readonly parties: CamtParties
  readonly remittance?: string | undefined
  readonly additionalText?: string | undefined
  readonly endToEndId?: string | undefined
  readonly mandateId?: string | undefined
  readonly pmtInfId?: string | undefined
  readonly msgId?: string | undefined
  readonly bankRef?: string | undefined
  readonly returnReason?: string | undefined
  readonly code?: string | undefined
}

/** Reads a `TxDtls`. @throws DomainError AMOUNT_NOT_WHOLE_CENTS, CAMT_INCOMPLETE */
export function readCamtDetail(transaction: XmlElement): CamtDetail {
  const references = childAt(transaction, 'Refs')
  const amounts = childAt(transaction, 'AmtDtls')
  return {
    sign: childAt(transaction, 'CdtDbtInd') && signOf(transaction),
    amountCents: euros(childAt(transaction, 'Amt')) ?? euros(childAt(amounts, 'TxAmt', 'Amt')),
    instructedCents: euros(childAt(amounts, 'InstdAmt', 'Amt')),
    chargesCents: chargesOf(transaction),
    parties: partiesOf(childAt(transaction, 'RltdPties')),
    remittance: remittanceOf(childAt(transaction, 'RmtInf')),
    additionalText: textAt(transaction, 'AddtlTxInf') ?? textAt(transaction, 'RtrInf', 'AddtlInf'),
    endToEndId: referenceAt(references, 'EndToEndId'),
    mandateId: referenceAt(references, 'MndtId'),
    pmtInfId: referenceAt(references, 'PmtInfId'),
    msgId: referenceAt(references, 'MsgId'),
    bankRef: referenceAt(references, 'AcctSvcrRef'),
    returnReason: returnReasonOf(childAt(transaction, 'RtrInf', 'Rsn')),
    code: transactionCodeOf(transaction),
  }
}

/** Reads a `Btch`. */
export const readCamtBatch = (batch: XmlElement): CamtBatch =>
  ({ pmtInfId: referenceAt(batch, 'PmtInfId'), msgId: referenceAt(batch, 'MsgId'), txCount: countAt(batch, 'NbOfTxs') })

/** Bank charges, in every place where versions have them: .02 side by side, later ones in records. */
export const chargesOf = (element: XmlElement): Cents => sumCents(
  childrenOf(element, 'Chrgs')
    .flatMap((charge) => [childAt(charge, 'Amt'), ...childrenOf(charge, 'Rcrd').map((record) => childAt(record, 'Amt'))])
    .map(euros)
    .filter((amount) => amount !== undefined))

/** Banks fill an empty reference with NOTPROVIDED or NONREF; that is no reference. */
export function referenceAt(element: XmlElement | undefined, name: string): string | undefined {
  const text = textAt(element, name)
  return text !== undefined && /^(NOTPROVIDED|NONREF)$/i.test(text) ? undefined : text
}

/** Family and sub-family, such as `IDDT/ESDD`, else the bank's own code. */
export function transactionCodeOf(element: XmlElement): string | undefined {
  const code = childAt(element, 'BkTxCd')
  const family = childAt(code, 'Domn', 'Fmly')
  return family ? `${textAt(family, 'Cd') ?? ''}/${textAt(family, 'SubFmlyCd') ?? ''}` : textAt(code, 'Prtry', 'Cd')
}

/** A whole number above zero, if there is one. */
export function countAt(element: XmlElement | undefined, ...path: readonly string[]): number | undefined {
  const count = Number(textAt(element, ...path))
  return Number.isSafeInteger(count) && count > 0 ? count : undefined
}

const euros = (amount: XmlElement | undefined): Cents | undefined => (amount && isEuro(amount) ? cents(amountOf(amount)) : undefined)

/** Only real reason codes: some banks put 0000 for success here. */
function returnReasonOf(reason: XmlElement | undefined): string | undefined {
  const code = textAt(reason, 'Cd') ?? textAt(reason, 'Prtry')
  return code !== undefined && /^([A-Z]{2}\d{2}|[A-Z]{4})$/.test(code) ? code : undefined
}

function remittanceOf(remittance: XmlElement | undefined): string | undefined {
  const free = childrenOf(remittance, 'Ustrd').map((element) => textAt(element))
  const structured = childrenOf(remittance, 'Strd').map((element) => textAt(element, 'CdtrRefInf', 'Ref'))
  return [...free, ...structured].filter((text) => text !== undefined).join(' ') || undefined
}
