import { fragment } from 'xmlbuilder2'
import { nextBankingDay } from '../domain/bankingDays'
import { amsterdamDateTime } from '../domain/localDate'
import { euroAmount, sumCents, type Cents } from '../domain/money'
import { assertCreditorId } from './creditorId'
import { assertIban, isOutsideEea } from './iban'
import { mistakesIn, Pain008Error } from './pain008Errors'
import type { Pain008Address, Pain008Group, Pain008Instruction, Pain008Message } from './pain008Message'
import { pain008Skeleton } from './pain008Skeleton'
import { sepaName, sepaRemittance, sepaText } from './sepaText'
import { xmlTemplate } from './xmlTemplate'

export { Pain008Error, type Pain008Mistake } from './pain008Errors'
export type { Pain008Address, Pain008Group, Pain008Instruction, Pain008Message } from './pain008Message'

/**
 * A pain.008.001.08 file in pieces, one a transaction, for SEPA core direct debits booked as one line a group (sepa §1-2).
 * Throws Pain008Error with every mistake before the first piece comes out; amounts are whole cents and totals are their sums.
 */
export function pain008(message: Pain008Message): Iterable<string> {
  const mistakes = mistakesIn(message)
  if (mistakes.length > 0) throw new Pain008Error(mistakes)
  return pieces(message)
}

function* pieces(message: Pain008Message): Generator<string> {
  const creditor = {
    creditorName: sepaName(message.creditor.name),
    creditorIban: assertIban(message.creditor.iban),
    creditorId: assertCreditorId(message.creditor.creditorId),
    creditorAgent: agent(message.creditor.bic),
  }
  yield pain008Skeleton.head({
    ...creditor, messageId: message.messageId, createdAt: amsterdamDateTime(message.createdAt),
    ...totalsOf(message.groups.flatMap((group) => group.instructions)),
  })
  for (const group of message.groups) {
    yield pain008Skeleton.groupHead({ ...creditor, ...groupValues(group) })
    for (const instruction of group.instructions) yield pain008Skeleton.transaction(transactionValues(instruction))
    yield pain008Skeleton.groupTail
  }
  yield pain008Skeleton.tail
}

const totalsOf = (instructions: readonly { readonly amountCents: Cents }[]) => ({
  count: instructions.length,
  total: euroAmount(sumCents(instructions.map(({ amountCents }) => amountCents))),
})

const groupValues = (group: Pain008Group) => ({
  paymentInformationId: group.paymentInformationId,
  sequenceType: group.sequenceType,
  collectionDate: nextBankingDay(group.collectionDate),
  ...totalsOf(group.instructions),
})

function transactionValues(instruction: Pain008Instruction) {
  const remittance = sepaRemittance(instruction.remittance)
  const iban = assertIban(instruction.debtorIban)
  return {
    endToEndId: instruction.endToEndId,
    amount: euroAmount(instruction.amountCents),
    mandateReference: instruction.mandateReference,
    signedOn: instruction.signedOn,
    amendment: instruction.hasNewAccount ? amendment : '',
    debtorAgent: agent(instruction.debtorBic),
    debtorName: sepaName(instruction.debtorName),
    address: instruction.debtorAddress && isOutsideEea(iban) ? addressMarkup(instruction.debtorAddress) : '',
    debtorIban: iban,
    remittance: remittance === '' ? '' : remittanceMarkup({ remittance }),
  }
}

const amendment = fragment({
  AmdmntInd: 'true', AmdmntInfDtls: { OrgnlDbtrAcct: { Id: { Othr: { Id: 'SMNDA' } } } },
}).toString()
const remittanceMarkup = xmlTemplate(fragment({ RmtInf: { Ustrd: '{remittance}' } }).toString())
const agentMarkup = xmlTemplate(fragment({ BICFI: '{bic}' }).toString())
const unknownAgent = fragment({ Othr: { Id: 'NOTPROVIDED' } }).toString()

const agent = (bic: string | undefined): string => (bic === undefined ? unknownAgent : agentMarkup({ bic }))

const addressTemplate = xmlTemplate(fragment({
  PstlAdr: { StrtNm: '{street}', BldgNb: '{houseNumber}', PstCd: '{postcode}', TwnNm: '{town}', Ctry: '{country}' },
}).toString())

/** No empty elements, and never an AdrLine. */
const addressMarkup = (address: Pain008Address): string => addressTemplate({
  street: sepaText(address.street ?? '', 70),
  houseNumber: sepaText(address.houseNumber ?? '', 16),
  postcode: sepaText(address.postcode ?? '', 16),
  town: sepaText(address.town, 35),
  country: address.country,
}).replace(/<(\w+)><\/\1>/g, '')
