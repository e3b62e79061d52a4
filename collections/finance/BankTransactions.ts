import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { tab } from '../tab'
import { acceptProposalsEndpoint, assignGroupEndpoint, bookLineEndpoint, judgeTwinEndpoint, matchNowEndpoint, undoBookingEndpoint } from '../../src/endpoints/bankLineEndpoints'
import { bankTargetsEndpoint, lineWorkEndpoint } from '../../src/endpoints/bankWorkEndpoints'

/** One line of a bank statement and what became of it (bankregels). */
export const BankTransactions = defineCollection({
  slug: 'bank-transactions',
  group: 'finance',
  names: { nl: ['Bankregel', 'Bankregels'], en: ['Bank line', 'Bank lines'] },
  audited: false,
  defaultSort: '-bookingDate',
  admin: {
    useAsTitle: 'description',
    defaultColumns: ['bookingDate', 'amountCents', 'counterName', 'description', 'status', 'kind'],
    listSearchableFields: ['description', 'counterName', 'endToEndId'],
    components: { views: { edit: { overview: { Component: '/views/BankLine/index#BankLine', path: '/overview', tab: tab('/overview', 'bankLine') } } } },
  },
  endpoints: [acceptProposalsEndpoint, matchNowEndpoint, bookLineEndpoint, undoBookingEndpoint, judgeTwinEndpoint, assignGroupEndpoint, lineWorkEndpoint, bankTargetsEndpoint],
  fields: [
    { name: 'statement', type: 'relationship', relationTo: 'bank-statements', required: true, index: true, label: { nl: 'Bankafschrift', en: 'Statement' } },
    { name: 'line', type: 'number', required: true, label: { nl: 'Regel', en: 'Line' } },
    dateOnly('bookingDate', { required: true, label: { nl: 'Boekdatum', en: 'Booking date' } }),
    dateOnly('valueDate', { required: true, label: { nl: 'Valutadatum', en: 'Value date' } }),
    amount('amountCents', { required: true, positive: false, label: { nl: 'Bedrag', en: 'Amount' } }),
    { name: 'counterName', type: 'text', label: { nl: 'Tegenpartij', en: 'Counterparty' } },
    { name: 'counterIban', type: 'text', label: { nl: 'Tegenrekening', en: 'Counter account' } },
    { name: 'description', type: 'text', label: { nl: 'Omschrijving', en: 'Description' }, admin: { components: { Cell: '/views/fields/LinkCell#LinkCell' } } },
    { name: 'endToEndId', type: 'text', index: true, label: { nl: 'Kenmerk', en: 'End-to-end id' } },
    { name: 'mandateReference', type: 'text', label: { nl: 'Mandaatnummer', en: 'Mandate reference' } },
    { name: 'paymentInformationId', type: 'text', index: true, label: 'PmtInfId' },
    { name: 'messageId', type: 'text', label: { nl: 'Kenmerk van het incassobestand', en: 'Message id' } },
    { name: 'bankReference', type: 'text', index: true, label: { nl: 'Kenmerk van de bank', en: 'Reference of the bank' } },
    { name: 'transactionCode', type: 'text', label: { nl: 'Soort mutatie', en: 'Transaction code' } },
    { name: 'returnReason', type: 'text', label: { nl: 'Retourreden', en: 'Return reason' } },
    choice('status', {
      open: { nl: 'Te verwerken', en: 'Open' }, processed: { nl: 'Verwerkt', en: 'Processed' },
      duplicate: { nl: 'Dubbel, telt niet mee', en: 'Duplicate, does not count' }, undone: { nl: 'Teruggedraaid', en: 'Undone' },
    }, { required: true, index: true }),
    choice('kind', {
      batchTotal: { nl: 'Totaal van een batch', en: 'Total of a batch' },
      return: { nl: 'Storno', en: 'Return' },
      invoicePayment: { nl: 'Betaling van een factuur', en: 'Payment of an invoice' },
      donation: { nl: 'Donatie', en: 'Donation' },
      payout: { nl: 'Uitbetaling van online betalingen', en: 'Payout of online payments' },
      ledger: { nl: 'Op een grootboekrekening', en: 'To a ledger account' },
      several: { nl: 'Gesplitst', en: 'Split' },
    }, { label: { nl: 'Herkend als', en: 'Recognised as' } }),
    { name: 'group', type: 'relationship', relationTo: 'debit-batch-groups', index: true, label: { nl: 'Batchgroep', en: 'Batch group' } },
    { name: 'isReversal', type: 'checkbox', required: true, defaultValue: false, label: { nl: 'Terugboeking volgens de bank', en: 'Reversal, says the bank' } },
    { name: 'twin', type: 'relationship', relationTo: 'bank-transactions', index: true, label: { nl: 'Misschien dezelfde als', en: 'Perhaps the same as' } },
    { name: 'isByHand', type: 'checkbox', required: true, defaultValue: false, label: { nl: 'Niet vanzelf boeken', en: 'Not booked by itself' } },
    { name: 'fingerprint', type: 'text', required: true, index: true, admin: { hidden: true } },
  ],
})
