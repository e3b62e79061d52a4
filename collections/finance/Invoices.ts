import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { tab } from '../tab'
import { creditInvoiceEndpoint } from '../../src/endpoints/creditInvoiceEndpoint'
import { invoicePdfEndpoint, printInvoicesEndpoint } from '../../src/endpoints/invoicePdfEndpoint'
import { invoiceRunEndpoint, invoiceRunProgressEndpoint, previewInvoiceRunEndpoint } from '../../src/endpoints/invoiceRunEndpoint'
import { confirmPrintedEndpoint, sendInvoicesEndpoint } from '../../src/endpoints/sendInvoicesEndpoint'
import { sendMethods } from './sendMethods'

/** What a relation owes, or gets back by a credit note. Made by operations; what is open follows from payments and credit notes (facturen). */
export const Invoices = defineCollection({
  slug: 'invoices',
  group: 'finance',
  names: { nl: ['Factuur', 'Facturen'], en: ['Invoice', 'Invoices'] },
  audited: false,
  defaultSort: '-number',
  admin: {
    useAsTitle: 'number',
    defaultColumns: ['number', 'debtor', 'invoiceDate', 'totalCents', 'openCents', 'status', 'sentOn'],
    listSearchableFields: ['number', 'description'],
    components: { views: { edit: { overview: { Component: '/views/Invoice/index#Invoice', path: '/overview', tab: tab('/overview', 'invoiceOverview') } } } },
  },
  endpoints: [invoiceRunEndpoint, previewInvoiceRunEndpoint, invoiceRunProgressEndpoint, printInvoicesEndpoint, sendInvoicesEndpoint, confirmPrintedEndpoint, invoicePdfEndpoint, creditInvoiceEndpoint],
  fields: [
    { name: 'number', type: 'text', required: true, unique: true, label: { nl: 'Factuurnummer', en: 'Number' } },
    choice('kind', { invoice: { nl: 'Factuur', en: 'Invoice' }, credit: { nl: 'Creditfactuur', en: 'Credit note' } }, { required: true, defaultValue: 'invoice', label: { nl: 'Soort', en: 'Kind' } }),
    { name: 'creditOf', type: 'relationship', relationTo: 'invoices', index: true, label: { nl: 'Crediteert', en: 'Credits' } },
    { name: 'debtor', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Debiteur', en: 'Debtor' } },
    { name: 'subscription', type: 'relationship', relationTo: 'subscriptions', index: true, label: { nl: 'Abonnement', en: 'Subscription' } },
    { name: 'description', type: 'text', required: true, label: { nl: 'Omschrijving', en: 'Description' } },
    dateOnly('invoiceDate', { required: true, label: { nl: 'Factuurdatum', en: 'Invoice date' } }),
    dateOnly('dueDate', { required: true, label: { nl: 'Vervaldatum', en: 'Due date' } }),
    dateOnly('periodStartDate', { label: { nl: 'Periode van', en: 'Period from' } }),
    dateOnly('periodEndDate', { label: { nl: 'Periode tot', en: 'Period until' } }),
    amount('totalCents', { required: true, positive: false, label: { nl: 'Totaal', en: 'Total' } }),
    amount('vatCents', { required: true, positive: false, defaultValue: 0, label: { nl: 'Waarvan btw', en: 'Of which VAT' } }),
    amount('creditedCents', { required: true, positive: false, defaultValue: 0, label: { nl: 'Gecrediteerd', en: 'Credited' } }),
    amount('openCents', { required: true, positive: false, label: { nl: 'Openstaand', en: 'Open' } }),
    choice('status', {
      open: { nl: 'Open', en: 'Open' }, partiallyPaid: { nl: 'Deels betaald', en: 'Partially paid' }, paid: { nl: 'Betaald', en: 'Paid' }, credited: { nl: 'Gecrediteerd', en: 'Credited' },
    }, { required: true }),
    choice('sendMethod', sendMethods, { required: true, defaultValue: 'none', label: { nl: 'Versturen', en: 'Send' } }),
    dateOnly('sentOn', { label: { nl: 'Verstuurd op', en: 'Sent on' } }),
    { name: 'mandate', type: 'relationship', relationTo: 'mandates', label: { nl: 'Machtiging', en: 'Mandate' } },
    { name: 'instalmentCount', type: 'number', required: true, defaultValue: 1, label: { nl: 'Aantal termijnen', en: 'Number of instalments' } },
    { name: 'collectionDay', type: 'number', label: { nl: 'Incasseren op dag van de maand', en: 'Collect on day of the month' } },
    { name: 'reminderCount', type: 'number', required: true, defaultValue: 0, label: { nl: 'Herinneringen', en: 'Reminders' } },
    dateOnly('lastRemindedOn', { label: { nl: 'Laatst herinnerd op', en: 'Last reminded on' } }),
  ],
})
