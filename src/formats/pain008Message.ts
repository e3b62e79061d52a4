import type { MessageVersion } from '../domain/bankProfile'
import type { SequenceType } from '../domain/debitBatch'
import type { LocalDate } from '../domain/localDate'
import type { Cents } from '../domain/money'

/** A structured address. An unstructured one cannot be expressed: banks refuse it since 15 November 2026 (EPC153-22). */
export type Pain008Address = {
  readonly street?: string | undefined
  readonly houseNumber?: string | undefined
  readonly postcode?: string | undefined
  readonly town: string
  /** Two letters, ISO 3166. */
  readonly country: string
}

/** Whoever collects, as the contract with the bank names them. */
export type Pain008Creditor = { readonly name: string; readonly creditorId: string; readonly iban: string; readonly bic?: string | undefined }

/** What opens a file: who collects, in which version, and what the whole file comes to. */
export type Pain008Head = {
  readonly messageId: string
  readonly createdAt: Date
  readonly creditor: Pain008Creditor
  readonly version: MessageVersion
  /** Whether a former account is named itself, or only that the account is new: SMNDA (sepa §7.1). */
  readonly originalAccount: 'withheld' | 'told'
  readonly count: number
  readonly totalCents: Cents
}

/** What opens a payment group: one creditor account, sequence type and collection date; the bank books it as one line. */
export type Pain008GroupHead = {
  readonly paymentInformationId: string
  /** The wanted date; the file asks for the next banking day when this one is closed. */
  readonly collectionDate: LocalDate
  readonly sequenceType: SequenceType
  /** One line on the statement for the whole group, or one for each instruction; the former unless said otherwise (sepa §2.3). */
  readonly batchBooking?: boolean | undefined
  readonly count: number
  readonly totalCents: Cents
}

/** One collection from one debtor. What was `former` differs from what the bank last saw, and is reported as an amendment (sepa §7.1). */
export type Pain008Instruction = {
  readonly endToEndId: string
  readonly amountCents: Cents
  readonly mandateReference: string
  readonly signedOn: LocalDate
  readonly formerIban?: string | undefined
  readonly formerReference?: string | undefined
  readonly formerCreditor?: { readonly name?: string | undefined; readonly creditorId?: string | undefined } | undefined
  readonly debtorName: string
  readonly debtorIban: string
  readonly debtorBic?: string | undefined
  /** Written only for an account outside the EEA, where it is required (sepa §1). */
  readonly debtorAddress?: Pain008Address | undefined
  readonly remittance: string
}

/** A payment group with all that is in it, for files that fit in memory. */
export type Pain008Group = Omit<Pain008GroupHead, 'count' | 'totalCents'> & { readonly instructions: readonly Pain008Instruction[] }

/** A whole file in memory; version .08 with the former account withheld unless said otherwise. */
export type Pain008Message = Pick<Pain008Head, 'messageId' | 'createdAt' | 'creditor'>
  & Partial<Pick<Pain008Head, 'version' | 'originalAccount'>>
  & { readonly groups: readonly Pain008Group[] }
