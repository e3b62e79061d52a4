import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { invoiceRunEndpoint } from '../../src/endpoints/invoiceRunEndpoint'

/** What a relation owes. Made by the invoice run; its open amount follows from its payments (facturen). */
export const Invoices = defineCollection({
  slug: 'invoices',
  group: 'finance',
  names: { nl: ['Factuur', 'Facturen'], en: ['Invoice', 'Invoices'] },
  audited: false,
  defaultSort: '-number',
  admin: {
    useAsTitle: 'number',
    defaultColumns: ['number', 'debtor', 'invoiceDate', 'totalCents', 'openCents', 'status'],
    listSearchableFields: ['number', 'description'],
  },
  endpoints: [invoiceRunEndpoint],
  fields: [
    { name: 'number', type: 'text', required: true, unique: true, label: { nl: 'Factuurnummer', en: 'Number' } },
    { name: 'debtor', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Debiteur', en: 'Debtor' } },
    { name: 'subscription', type: 'relationship', relationTo: 'subscriptions', index: true, label: { nl: 'Abonnement', en: 'Subscription' } },
    { name: 'description', type: 'text', required: true, label: { nl: 'Omschrijving', en: 'Description' } },
    dateOnly('invoiceDate', { required: true, label: { nl: 'Factuurdatum', en: 'Invoice date' } }),
    dateOnly('dueDate', { required: true, label: { nl: 'Vervaldatum', en: 'Due date' } }),
    dateOnly('periodStartDate', { label: { nl: 'Periode van', en: 'Period from' } }),
    dateOnly('periodEndDate', { label: { nl: 'Periode tot', en: 'Period until' } }),
    amount('totalCents', { required: true, label: { nl: 'Totaal', en: 'Total' } }),
    amount('openCents', { required: true, positive: false, label: { nl: 'Openstaand', en: 'Open' } }),
    choice('status', { open: { nl: 'Open', en: 'Open' }, partiallyPaid: { nl: 'Deels betaald', en: 'Partially paid' }, paid: { nl: 'Betaald', en: 'Paid' } }, { required: true }),
    { name: 'mandate', type: 'relationship', relationTo: 'mandates', label: { nl: 'Machtiging', en: 'Mandate' } },
    { name: 'instalmentCount', type: 'number', required: true, defaultValue: 1, label: { nl: 'Aantal termijnen', en: 'Number of instalments' } },
  ],
})
