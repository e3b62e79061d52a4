/** The part of the package `sepa` that the bench measures itself against; its own types are out of reach of its exports. */
declare module 'sepa' {
  export type SepaTransaction = {
    id: string
    end2endId: string
    amount: number
    mandateId: string
    mandateSignatureDate: Date
    debtorName: string
    debtorIBAN: string
    debtorBIC: string
    remittanceInfo: string
  }

  export type SepaPaymentInfo = {
    id: string
    collectionDate: Date
    sequenceType: 'FRST' | 'RCUR' | 'OOFF' | 'FNAL'
    batchBooking: boolean
    creditorId: string
    creditorName: string
    creditorIBAN: string
    creditorBIC: string
    createTransaction: () => SepaTransaction
    addTransaction: (transaction: SepaTransaction) => void
  }

  export class Document {
    constructor(painFormat: string)
    readonly grpHdr: { id: string; created: Date; initiatorName: string }
    createPaymentInfo(): SepaPaymentInfo
    addPaymentInfo(info: SepaPaymentInfo): void
    toString(): string
  }
}
