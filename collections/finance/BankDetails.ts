import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { dateOnly } from '../fields/dateOnly'

/** What a camt.054 tells about the inside of a bank line: never money by itself (regelspecificaties). */
export const BankDetails = defineCollection({
  slug: 'bank-details',
  group: 'finance',
  names: { nl: ['Regelspecificatie', 'Regelspecificaties'], en: ['Line detail', 'Line details'] },
  audited: false,
  defaultSort: '-bookingDate',
  admin: { defaultColumns: ['bookingDate', 'amountCents', 'endToEndId', 'returnReason', 'counterName', 'transaction'], listSearchableFields: ['endToEndId', 'counterName', 'entryReference'] },
  fields: [
    { name: 'import', type: 'relationship', relationTo: 'bank-imports', required: true, index: true, label: { nl: 'Bankbestand', en: 'Bank file' } },
    { name: 'iban', type: 'text', required: true, label: 'IBAN' },
    dateOnly('bookingDate', { required: true, label: { nl: 'Boekdatum', en: 'Booking date' } }),
    amount('entryCents', { required: true, positive: false, label: { nl: 'Bedrag van de regel', en: 'Amount of the line' } }),
    { name: 'entryReference', type: 'text', label: { nl: 'Kenmerk van de regel', en: 'Reference of the line' } },
    amount('amountCents', { required: true, positive: false, label: { nl: 'Bedrag', en: 'Amount' } }),
    { name: 'counterName', type: 'text', label: { nl: 'Tegenpartij', en: 'Counterparty' } },
    { name: 'counterIban', type: 'text', label: { nl: 'Tegenrekening', en: 'Counter account' } },
    { name: 'description', type: 'text', label: { nl: 'Omschrijving', en: 'Description' } },
    { name: 'endToEndId', type: 'text', index: true, label: { nl: 'Kenmerk', en: 'End-to-end id' } },
    { name: 'mandateReference', type: 'text', label: { nl: 'Mandaatnummer', en: 'Mandate reference' } },
    { name: 'paymentInformationId', type: 'text', index: true, label: 'PmtInfId' },
    { name: 'returnReason', type: 'text', label: { nl: 'Retourreden', en: 'Return reason' } },
    { name: 'transaction', type: 'relationship', relationTo: 'bank-transactions', index: true, label: { nl: 'Bankregel', en: 'Bank line' }, admin: { components: { Cell: '/views/fields/BankLineCell#BankLineCell' } } },
    { name: 'fingerprint', type: 'text', required: true, index: true, admin: { hidden: true } },
  ],
})
