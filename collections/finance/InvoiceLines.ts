import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { vatRates } from './vatRates'

/** What an invoice is made of; amounts with VAT included (factuurregels). */
export const InvoiceLines = defineCollection({
  slug: 'invoice-lines',
  group: 'finance',
  names: { nl: ['Factuurregel', 'Factuurregels'], en: ['Invoice line', 'Invoice lines'] },
  audited: false,
  defaultSort: '-invoice',
  admin: { useAsTitle: 'description', defaultColumns: ['invoice', 'description', 'amountCents', 'vat', 'vatCents', 'ledgerAccount'], listSearchableFields: ['description', 'ledgerAccount'] },
  fields: [
    { name: 'invoice', type: 'relationship', relationTo: 'invoices', required: true, index: true, label: { nl: 'Factuur', en: 'Invoice' } },
    { name: 'position', type: 'number', required: true, label: { nl: 'Regel', en: 'Line' } },
    { name: 'description', type: 'text', required: true, label: { nl: 'Omschrijving', en: 'Description' } },
    { name: 'quantity', type: 'number', required: true, defaultValue: 1, label: { nl: 'Aantal', en: 'Quantity' } },
    amount('amountCents', { required: true, positive: false, label: { nl: 'Bedrag, inclusief btw', en: 'Amount, VAT included' } }),
    choice('vat', vatRates, { required: true, label: { nl: 'Btw', en: 'VAT' } }),
    amount('vatCents', { required: true, positive: false, label: { nl: 'Waarvan btw', en: 'Of which VAT' } }),
    { name: 'ledgerAccount', type: 'text', label: { nl: 'Grootboekrekening', en: 'Ledger account' } },
    { name: 'costCentre', type: 'text', label: { nl: 'Kostenplaats', en: 'Cost centre' } },
  ],
})
