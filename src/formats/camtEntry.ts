import { DomainError } from '../domain/domainError'
import { cents, sumCents, type Cents } from '../domain/money'
import { counterpartyOf, noParties } from './camtCounterparty'
import { chargesOf, readCamtBatch, readCamtDetail, referenceAt, transactionCodeOf, type CamtBatch, type CamtDetail } from './camtDetail'
import { dateOf, euroAmountOf, missing, signOf } from './camtValues'
import type { StatementEntry } from './statement'
import { childAt, textAt, type XmlElement, type XmlSize } from './xmlReader'

type Block = { batch?: CamtBatch | undefined; hasDetails: boolean }
type Part = { readonly detail?: CamtDetail | undefined; readonly block?: Block | undefined }

/** Collects the details of the entry that is being read. */
export type CamtParts = {
  readonly openBlock: () => void
  readonly closeBlock: () => void
  readonly addBatch: (batch: XmlElement) => void
  readonly addDetail: (transaction: XmlElement, size: XmlSize) => void
  /** Hands the details over and starts anew. */
  readonly taken: () => readonly Part[]
}

const mostDetails = 250_000
const mostLetters = 67_108_864

/** Throws XML_TOO_LARGE when there are more details than any bank collects in one line. */
export function camtParts(): CamtParts {
  let parts: Part[] = []
  let letters = 0
  let block: Block = { hasDetails: false }
  return {
    openBlock: () => { block = { hasDetails: false } },
    closeBlock: () => { if (!block.hasDetails && block.batch) parts.push({ block }) },
    addBatch: (batch) => { block.batch = readCamtBatch(batch) },
    addDetail: (transaction, size) => {
      letters += size.letters
      if (parts.length >= mostDetails || letters > mostLetters) throw new DomainError('XML_TOO_LARGE', { line: transaction.line })
      block.hasDetails = true
      parts.push({ detail: readCamtDetail(transaction), block })
    },
    taken: () => {
      const all = parts
      parts = []
      letters = 0
      return all
    },
  }
}

/**
 * The movements of one `Ntry`: one for every `TxDtls` with its own amount, and what those do not explain (bank charges) as a movement
 * of its own, so that they always add up to what the bank booked (sepa §10.1).
 */
export function readCamtEntry(entry: XmlElement, parts: readonly Part[]): readonly StatementEntry[] {
  const head = headOf(entry)
  const amounts = parts.map(({ detail }) => detail && detailAmountOf(detail, head))
  const [first] = parts
  if (parts.length <= 1 && amounts[0] === undefined) return [{ ...toMovement(head, first ?? {}, head.amountCents), txCount: first?.block?.batch?.txCount }]

  const known = amounts.filter((amount) => amount !== undefined)
  if (known.length < parts.length) return [undivided(head, parts)]
  const rest = cents(head.amountCents - sumCents(known))
  const movements = parts.map((part, index) => toMovement(head, part, known[index] ?? head.amountCents))
  if (rest !== 0) return [...movements, toMovement(head, {}, rest)]
  return movements.length === 1 ? movements.map((movement) => ({ ...movement, txCount: first?.block?.batch?.txCount })) : movements
}

type Head = Pick<StatementEntry, 'bookingDate' | 'valueDate' | 'amountCents' | 'isReversal' | 'bankRef' | 'code'> & {
  readonly sign: 1 | -1
  readonly chargesCents: Cents
  readonly additionalText?: string | undefined
}

function headOf(entry: XmlElement): Head {
  const amount = childAt(entry, 'Amt')
  if (!amount) throw missing(entry, 'Amt')
  const valueDate = dateOf(childAt(entry, 'ValDt'))
  const bookingDate = dateOf(childAt(entry, 'BookgDt')) ?? valueDate
  if (!bookingDate) throw missing(entry, 'BookgDt')
  const sign = signOf(entry)
  return {
    sign, bookingDate, valueDate: valueDate ?? bookingDate, amountCents: cents(euroAmountOf(amount) * sign), chargesCents: chargesOf(entry),
    isReversal: textAt(entry, 'RvslInd') === 'true', bankRef: entryReferenceOf(entry), code: transactionCodeOf(entry), additionalText: textAt(entry, 'AddtlNtryInf'),
  }
}

/** What the bank knows a whole entry by. */
export const entryReferenceOf = (entry: XmlElement): string | undefined => referenceAt(entry, 'AcctSvcrRef') ?? referenceAt(entry, 'NtryRef')

/** Where the bank adds its charges to a return, the instructed amount is the return and the charges are left over (sepa §10.1). */
function detailAmountOf({ sign, amountCents, instructedCents, chargesCents }: CamtDetail, head: Head): Cents | undefined {
  const direction = sign ?? head.sign
  const charges = chargesCents + head.chargesCents
  const whole = amountCents ?? Math.abs(head.amountCents)
  if (instructedCents !== undefined && charges !== 0 && instructedCents + charges === whole) return cents(instructedCents * direction)
  return amountCents === undefined ? undefined : cents(amountCents * direction)
}

/** Details without amounts of their own cannot be booked one by one: the whole is one movement that shows all their texts. */
function undivided(head: Head, parts: readonly Part[]): StatementEntry {
  const block = parts.find((part) => part.block?.batch)?.block
  const texts = new Set(parts.map(({ detail }) => detail?.remittance).filter((text) => text !== undefined))
  const movement = toMovement(head, { block }, head.amountCents)
  return { ...movement, description: [...texts].join(' ') || movement.description, txCount: block?.batch?.txCount ?? parts.length }
}

function toMovement(head: Head, { detail, block }: Part, amountCents: Cents): StatementEntry {
  const code = detail?.code ?? head.code
  const { counterIban, counterName } = counterpartyOf(detail?.parties ?? noParties, { isCredit: amountCents >= 0, isReversal: head.isReversal, code })
  return {
    bookingDate: head.bookingDate,
    valueDate: head.valueDate,
    amountCents,
    counterIban,
    counterName,
    description: detail?.remittance ?? detail?.additionalText ?? head.additionalText ?? '',
    endToEndId: detail?.endToEndId,
    mandateId: detail?.mandateId,
    pmtInfId: detail?.pmtInfId ?? block?.batch?.pmtInfId,
    msgId: detail?.msgId ?? block?.batch?.msgId,
    returnReason: detail?.returnReason,
    bankRef: detail?.bankRef ?? head.bankRef,
    code,
    isReversal: head.isReversal,
  }
}
