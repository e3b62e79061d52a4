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

/** One collection from one debtor. */
export type Pain008Instruction = {
  readonly endToEndId: string
  readonly amountCents: Cents
  readonly mandateReference: string
  readonly signedOn: LocalDate
  /** The debtor's account changed since the last collection: written as SMNDA, same mandate new debtor account (sepa §7.1). */
  readonly hasNewAccount?: boolean | undefined
  readonly debtorName: string
  readonly debtorIban: string
  readonly debtorBic?: string | undefined
  /** Written only for an account outside the EEA, where it is required (sepa §1). */
  readonly debtorAddress?: Pain008Address | undefined
  readonly remittance: string
}

/** One payment group: one creditor account, sequence type and collection date; the bank books it as one line. */
export type Pain008Group = {
  readonly paymentInformationId: string
  /** The wanted date; the file asks for the next banking day when this one is closed. */
  readonly collectionDate: LocalDate
  readonly sequenceType: SequenceType
  readonly instructions: readonly Pain008Instruction[]
}

/** A whole file. */
export type Pain008Message = {
  readonly messageId: string
  readonly createdAt: Date
  readonly creditor: { readonly name: string; readonly creditorId: string; readonly iban: string; readonly bic?: string | undefined }
  readonly groups: readonly Pain008Group[]
}
