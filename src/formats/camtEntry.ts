import { cents, sumCents, type Cents } from '../domain/money'
import { counterpartyOf } from './camtCounterparty'
import { detailAmountOf } from './camtDetailAmount'
import { dateOf, euroAmountOf, missing, signOf } from './camtValues'
import type { StatementEntry } from './statement'
import { childAt, childrenOf, textAt, type XmlElement } from './xmlReader'

type Detail = { readonly transaction?: XmlElement | undefined; readonly batch?: XmlElement | undefined }

/**
 * The movements of one `Ntry`: one for every `TxDtls` with its own amount, and what those do not explain (bank charges) as a movement
 * of its own, so that they always add up to what the bank booked (sepa §10.1).
 */
export function readCamtEntry(entry: XmlElement): readonly StatementEntry[] {
  const amount = signedAmountOf(entry)
  const details = detailsOf(entry)
  const amounts = details.map(({ transaction }) => (transaction ? detailAmountOf(transaction, entry) : undefined))
  const [first] = details
  if (details.length <= 1 && amounts[0] === undefined) return [{ ...toMovement(entry, first ?? {}, amount), txCount: countOf(first) }]

  const known = amounts.filter((detailAmount) => detailAmount !== undefined)
  if (known.length < details.length) return [undivided(entry, details, amount)]
  const rest = cents(amount - sumCents(known))
  const movements = details.map((detail, index) => toMovement(entry, detail, known[index] ?? amount))
  if (rest !== 0) return [...movements, toMovement(entry, {}, rest)]
  return movements.length === 1 ? movements.map((movement) => ({ ...movement, txCount: countOf(first) })) : movements
}

function signedAmountOf(entry: XmlElement): Cents {
  const amount = childAt(entry, 'Amt')
  if (!amount) throw missing(entry, 'Amt')
  return cents(euroAmountOf(amount) * signOf(entry))
}

function detailsOf(entry: XmlElement): readonly Detail[] {
  return childrenOf(entry, 'NtryDtls').flatMap((block): readonly Detail[] => {
    const batch = childAt(block, 'Btch')
    const transactions = childrenOf(block, 'TxDtls')
    if (transactions.length === 0) return batch ? [{ batch }] : []
    return transactions.map((transaction) => ({ transaction, batch }))
  })
}

/** Details without amounts of their own cannot be booked one by one: the whole is one movement that shows all their texts. */
function undivided(entry: XmlElement, details: readonly Detail[], amount: Cents): StatementEntry {
  const batch = details.find((detail) => detail.batch)?.batch
  const texts = new Set(details.flatMap(({ transaction }) => remittanceOf(transaction)))
  const movement = toMovement(entry, { batch }, amount)
  return { ...movement, description: [...texts].join(' ') || movement.description, txCount: countOf({ batch }) ?? details.length }
}

function toMovement(entry: XmlElement, { transaction, batch }: Detail, amountCents: Cents): StatementEntry {
  const bookingDate = dateOf(childAt(entry, 'BookgDt')) ?? dateOf(childAt(entry, 'ValDt'))
  if (!bookingDate) throw missing(entry, 'BookgDt')
  const code = transactionCodeOf(transaction) ?? transactionCodeOf(entry)
  const isReversal = textAt(entry, 'RvslInd') === 'true'
  const references = childAt(transaction, 'Refs')
  return {
    bookingDate,
    valueDate: dateOf(childAt(entry, 'ValDt')) ?? bookingDate,
    amountCents,
    ...counterpartyOf(childAt(transaction, 'RltdPties'), { isCredit: amountCents >= 0, isReversal, code }),
    description: remittanceOf(transaction).join(' ') || (additionalTextOf(transaction, entry) ?? ''),
    endToEndId: reference(references, 'EndToEndId'),
    mandateId: reference(references, 'MndtId'),
    pmtInfId: reference(references, 'PmtInfId') ?? reference(batch, 'PmtInfId'),
    msgId: reference(references, 'MsgId') ?? reference(batch, 'MsgId'),
    returnReason: returnReasonOf(transaction),
    bankRef: reference(references, 'AcctSvcrRef') ?? reference(entry, 'AcctSvcrRef') ?? reference(entry, 'NtryRef'),
    code,
    isReversal,
  }
}

/** Banks fill an empty reference with NOTPROVIDED or NONREF; that is no reference. */
function reference(element: XmlElement | undefined, name: string): string | undefined {
  const text = textAt(element, name)
  return text !== undefined && /^(NOTPROVIDED|NONREF)$/i.test(text) ? undefined : text
}

function transactionCodeOf(element: XmlElement | undefined): string | undefined {
  const family = childAt(element, 'BkTxCd', 'Domn', 'Fmly')
  const ownCode = textAt(element, 'BkTxCd', 'Prtry', 'Cd')
  return family ? `${textAt(family, 'Cd') ?? ''}/${textAt(family, 'SubFmlyCd') ?? ''}` : ownCode
}

/** Only real reason codes: some banks put 0000 for success here. */
function returnReasonOf(transaction: XmlElement | undefined): string | undefined {
  const code = textAt(transaction, 'RtrInf', 'Rsn', 'Cd') ?? textAt(transaction, 'RtrInf', 'Rsn', 'Prtry')
  return code !== undefined && /^([A-Z]{2}\d{2}|[A-Z]{4})$/.test(code) ? code : undefined
}

const remittanceOf = (transaction: XmlElement | undefined): readonly string[] => {
  const remittance = childAt(transaction, 'RmtInf')
  const free = childrenOf(remittance, 'Ustrd').map((element) => textAt(element))
  const structured = childrenOf(remittance, 'Strd').map((element) => textAt(element, 'CdtrRefInf', 'Ref'))
  return [...free, ...structured].filter((text) => text !== undefined)
}

const additionalTextOf = (transaction: XmlElement | undefined, entry: XmlElement): string | undefined =>
  textAt(transaction, 'AddtlTxInf') ?? textAt(transaction, 'RtrInf', 'AddtlInf') ?? textAt(entry, 'AddtlNtryInf')

function countOf(detail: Detail | undefined): number | undefined {
  const count = Number(textAt(detail?.batch, 'NbOfTxs'))
  return Number.isSafeInteger(count) && count > 0 ? count : undefined
}
