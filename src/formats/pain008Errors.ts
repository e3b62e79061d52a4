import { DomainError } from '../domain/domainError'
import { assertCreditorId } from './creditorId'
import { assertIban, isOutsideEea } from './iban'
import type { Pain008Group, Pain008Instruction, Pain008Message } from './pain008Message'
import { assertIdentifier, sepaName, sepaText } from './sepaText'

/** One thing that keeps a file from being written; without an end-to-end id it concerns the file or a group. */
export type Pain008Mistake = {
  readonly endToEndId?: string | undefined
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A file that must not be written, with everything that is wrong with it at once. */
export class Pain008Error extends DomainError {
  constructor(readonly errors: readonly Pain008Mistake[]) {
    super('PAIN008_INVALID', { count: errors.length, first: `${errors[0]?.endToEndId ?? ''} ${errors[0]?.code ?? ''}`.trim() })
    this.name = 'Pain008Error'
  }
}

const smallestAmount = 1
const largestAmount = 99_999_999_999

/** Every mistake in a message, by instruction. The schema does not protect amounts and texts, so this does (sepa §2). */
export function mistakesIn(message: Pain008Message): readonly Pain008Mistake[] {
  const instructions = message.groups.flatMap((group) => group.instructions)
  return [
    ...tried(undefined, [
      () => assertIdentifier(message.messageId),
      () => sepaName(message.creditor.name),
      () => assertCreditorId(message.creditor.creditorId),
      () => assertIban(message.creditor.iban),
      () => refuseWhen(message.groups.length === 0, 'BATCH_EMPTY'),
      () => assertBic(message.creditor.bic),
    ]),
    ...message.groups.flatMap((group) => mistakesInGroup(group)),
    ...message.groups.flatMap((group) => group.instructions.flatMap((instruction) => mistakesInInstruction(instruction, group))),
    ...doubles(message.groups.map((group) => group.paymentInformationId)).map((value) => ({ code: 'PAYMENT_INFORMATION_ID_DOUBLE', params: { value } })),
    ...doubles(instructions.map(({ endToEndId }) => endToEndId)).map((endToEndId) => ({ endToEndId, code: 'END_TO_END_ID_DOUBLE', params: { value: endToEndId } })),
  ]
}

const mistakesInGroup = (group: Pain008Group): readonly Pain008Mistake[] => tried(undefined, [
  () => assertIdentifier(group.paymentInformationId),
  () => refuseWhen(!['RCUR', 'OOFF'].includes(group.sequenceType), 'SEQUENCE_TYPE_INVALID', { value: group.sequenceType }),
  () => refuseWhen(group.instructions.length === 0, 'BATCH_EMPTY'),
])

const mistakesInInstruction = (instruction: Pain008Instruction, group: Pain008Group): readonly Pain008Mistake[] => tried(instruction.endToEndId, [
  () => assertIdentifier(instruction.endToEndId),
  () => refuseWhen(!isAmountInRange(instruction.amountCents), 'AMOUNT_OUT_OF_RANGE', { value: instruction.amountCents }),
  () => assertIdentifier(instruction.mandateReference),
  () => refuseWhen(instruction.signedOn > group.collectionDate, 'MANDATE_SIGNED_AFTER_COLLECTION', { signedOn: instruction.signedOn, collectionDate: group.collectionDate }),
  () => sepaName(instruction.debtorName),
  () => assertIban(instruction.debtorIban),
  () => assertBic(instruction.debtorBic),
  () => refuseWhen(isOutsideEea(instruction.debtorIban) && !hasAddress(instruction), 'ADDRESS_REQUIRED_NON_EEA', { country: instruction.debtorIban.slice(0, 2) }),
])

const isAmountInRange = (amount: number): boolean => Number.isInteger(amount) && amount >= smallestAmount && amount <= largestAmount

const hasAddress = ({ debtorAddress }: Pain008Instruction): boolean =>
  debtorAddress !== undefined && sepaText(debtorAddress.town, 35) !== '' && /^[A-Z]{2}$/.test(debtorAddress.country)

const assertBic = (bic: string | undefined): void =>
  refuseWhen(bic !== undefined && !/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic), 'BIC_INVALID', { value: bic ?? '' })

function refuseWhen(isWrong: boolean, code: string, params: Readonly<Record<string, string | number>> = {}): void {
  if (isWrong) throw new DomainError(code, params)
}

/** Collects the broken rules instead of stopping at the first. */
function tried(endToEndId: string | undefined, rules: readonly (() => void)[]): readonly Pain008Mistake[] {
  return rules.flatMap((rule) => {
    try {
      rule()
      return []
    } catch (error) {
      if (error instanceof DomainError) return [{ endToEndId, code: error.code, params: error.params }]
      throw error
    }
  })
}

function doubles(values: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return [...new Set(values.filter((value) => seen.has(value) || !seen.add(value)))]
}
