import type { MessageVersion } from '../domain/bankProfile'
import { DomainError } from '../domain/domainError'
import { day, type LocalDate } from '../domain/localDate'
import { assertCreditorId } from './creditorId'
import { assertIban, isOutsideEea } from './iban'
import type { Pain008Rule } from './pain008Errors'
import type { Pain008GroupHead, Pain008Head, Pain008Instruction } from './pain008Message'
import { assertIdentifier, longest, sepaName, sepaText } from './sepaText'

/** An instruction beside what it is judged by. */
export type InstructionInFile = { readonly one: Pain008Instruction; readonly collectionDate: LocalDate; readonly version: MessageVersion }

const smallestAmount = 1
const largestAmount = 99_999_999_999

export const headRules: readonly Pain008Rule<Pain008Head>[] = [
  ({ messageId }) => assertIdentifier(messageId),
  ({ creditor }) => sepaName(creditor.name),
  ({ creditor }) => assertCreditorId(creditor.creditorId),
  ({ creditor }) => assertIban(creditor.iban),
  ({ creditor }) => assertBic(creditor.bic),
]

export const groupRules: readonly Pain008Rule<Pain008GroupHead>[] = [
  ({ paymentInformationId }) => assertIdentifier(paymentInformationId),
  ({ sequenceType }) => refuseWhen(sequenceType !== 'RCUR' && sequenceType !== 'OOFF', 'SEQUENCE_TYPE_INVALID', { value: sequenceType }),
  ({ collectionDate }) => day(collectionDate),
]

/** The schema does not protect amounts and texts, so these do (sepa §2). */
export const instructionRules: readonly Pain008Rule<InstructionInFile>[] = [
  ({ one }) => assertIdentifier(one.endToEndId),
  ({ one }) => assertAmount(one.amountCents),
  ({ one }) => assertIdentifier(one.mandateReference),
  ({ one, collectionDate }) => assertSigned(one.signedOn, collectionDate),
  ({ one }) => sepaName(one.debtorName),
  ({ one }) => assertIban(one.debtorIban),
  ({ one }) => assertBic(one.debtorBic),
  assertAddress,
  ({ one }) => one.formerIban === undefined || assertIban(one.formerIban),
  ({ one }) => one.formerReference === undefined || assertIdentifier(one.formerReference),
  ({ one }) => one.formerCreditor?.name === undefined || sepaName(one.formerCreditor.name),
  ({ one }) => one.formerCreditor?.creditorId === undefined || assertCreditorId(one.formerCreditor.creditorId),
]

function assertAmount(amount: number): void {
  const isInRange = Number.isInteger(amount) && amount >= smallestAmount && amount <= largestAmount
  if (!isInRange) throw new DomainError('AMOUNT_OUT_OF_RANGE', { value: amount })
}

function assertSigned(signedOn: LocalDate, collectionDate: LocalDate): void {
  if (day(signedOn) > collectionDate) throw new DomainError('MANDATE_SIGNED_AFTER_COLLECTION', { signedOn, collectionDate })
}

/** Outside the EEA the bank wants the address, and some banks take one in version .08 only (sepa §1). */
function assertAddress({ one, version }: InstructionInFile): void {
  if (!isOutsideEea(one.debtorIban)) return
  const country = one.debtorIban.slice(0, 2)
  refuseWhen(version === 'v02', 'VERSION_08_REQUIRED', { country })
  refuseWhen(!hasAddress(one), 'ADDRESS_REQUIRED_NON_EEA', { country })
}

const hasAddress = ({ debtorAddress }: Pain008Instruction): boolean =>
  debtorAddress !== undefined && sepaText(debtorAddress.town, longest.town) !== '' && /^[A-Z]{2}$/.test(debtorAddress.country)

function assertBic(bic: string | undefined): void {
  if (bic !== undefined && !/^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/.test(bic)) throw new DomainError('BIC_INVALID', { value: bic })
}

function refuseWhen(isWrong: boolean, code: string, params: Readonly<Record<string, string | number>>): void {
  if (isWrong) throw new DomainError(code, params)
}
