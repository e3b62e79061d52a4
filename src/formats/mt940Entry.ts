import { mt940Said } from './mt940Layouts'
import { realReference, type Mt940Movement } from './mt940Movement'
import type { StatementEntry } from './statement'

/** A movement as it was collected: what its first line says, the lines below that, and its texts, each in the lines that it came in. */
export type Mt940Parts = { readonly movement: Mt940Movement; readonly below: readonly string[]; readonly texts: readonly (readonly string[])[] }

/** Puts a movement together from all that a bank writes about it. */
export function mt940Entry({ movement, below, texts }: Mt940Parts): StatementEntry {
  const lines = inWords(texts)
  const said = mt940Said(texts.map((text) => text.join('')).join(' ').trim(), lines)
  const beside = besideOf(movement, below)
  const returnReason = reasonOf(said.returnReason)
  return {
    bookingDate: movement.bookingDate,
    valueDate: movement.valueDate,
    amountCents: movement.amountCents,
    counterIban: said.counterIban ?? beside.account,
    counterName: tidied(said.counterName) ?? beside.name,
    description: tidied(said.description) ?? '',
    endToEndId: realReference(tidied(said.endToEndId)),
    mandateId: realReference(tidied(said.mandateId)),
    pmtInfId: identifierOf(realReference(tidied(said.pmtInfId))),
    txCount: said.txCount !== undefined && Number.isSafeInteger(said.txCount) && said.txCount > 0 ? said.txCount : undefined,
    returnReason,
    bankRef: movement.bankRef,
    code: movement.code,
    isReversal: movement.isReversal || returnReason !== undefined,
  }
}

const wrapsAt = 65

/** Banks cut at 65 letters, also in a word; a line that ends well before that ends where the bank wanted it to. */
const inWords = (texts: readonly (readonly string[])[]): string =>
  texts.flatMap((text) => text.map((line, index) => (index === text.length - 1 || line.length < wrapsAt ? `${line} ` : line))).join('').replace(/\s+/g, ' ').trim()

const ibanLike = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/
const accountLike = /^P?0*[1-9]\d{4,9}$/

/** Before SEPA, and in its first years, the account and name of the other side stood in the reference and below it. */
function besideOf({ reference, behindReference }: Mt940Movement, below: readonly string[]) {
  const [first = '', second = ''] = below.map((line) => line.trim())
  if (ibanLike.test(first) || accountLike.test(first)) return { account: first, name: second || undefined }
  const name = behindReference ?? (first.startsWith('/') ? undefined : first || undefined)
  const isAccount = ibanLike.test(reference) || (name !== undefined && accountLike.test(reference))
  return { account: isAccount ? reference : undefined, name: isAccount ? name : behindReference }
}

/** Only real reason codes: some banks write more behind them, or 0000 for success. */
const reasonOf = (text: string | undefined): string | undefined => /^([A-Z]{2}\d{2}|[A-Z]{4})(?![A-Z0-9])/.exec(text ?? '')?.[1]

/** An identifier of a payment group is short and in one piece; some banks write more behind it. */
const identifierOf = (text: string | undefined): string | undefined => (text === undefined || /^\S{1,35}$/.test(text) ? text : /^[^/\s]+/.exec(text)?.[0])

const tidied = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim() || undefined
