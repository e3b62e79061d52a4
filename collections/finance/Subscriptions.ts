import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { readOnly } from '../fields/readOnly'
import { keepSubscriptionSound } from '../../hooks/finance/keepSubscriptionSound'
import { cancelSubscriptionEndpoint, proposedEndEndpoint, undoCancellationEndpoint } from '../../src/endpoints/cancelSubscriptionEndpoints'
import { tab } from '../tab'
import { sendMethods } from './sendMethods'

const isDebited = (data: { paymentMethod?: string }): boolean => data.paymentMethod === 'directDebit'

/** What a relation bought and is invoiced for; not the derived membership (abonnementen). */
export const Subscriptions = defineCollection({
  slug: 'subscriptions',
  group: 'finance',
  names: { nl: ['Abonnement', 'Abonnementen'], en: ['Subscription', 'Subscriptions'] },
  defaultSort: '-startDate',
  admin: {
    defaultColumns: ['relation', 'type', 'startDate', 'endDate', 'nextInvoiceDate', 'paymentMethod'],
    components: { views: { edit: { cancel: { Component: '/views/Subscription/index#CancelSubscription', path: '/cancel', tab: tab('/cancel', 'cancelSubscription') } } } },
  },
  endpoints: [proposedEndEndpoint, cancelSubscriptionEndpoint, undoCancellationEndpoint],
  hooks: { beforeChange: [keepSubscriptionSound] },
  fields: [
    { name: 'relation', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Contractant', en: 'Contract holder' } },
    {
      name: 'payer', type: 'relationship', relationTo: 'relations', index: true, label: { nl: 'Wie betaalt', en: 'Who pays' },
      admin: { description: { nl: 'Leeg: de contractant zelf.', en: 'Empty: the contract holder.' } },
    },
    { name: 'type', type: 'relationship', relationTo: 'subscription-types', required: true, index: true, label: { nl: 'Abonnementstype', en: 'Subscription type' } },
    dateOnly('startDate', { required: true, label: { nl: 'Ingangsdatum', en: 'Start date' } }),
    dateOnly('noticeDate', { label: { nl: 'Opgezegd op', en: 'Notice given on' } }),
    dateOnly('endDate', { label: { nl: 'Einddatum', en: 'End date' } }),
    { name: 'endReason', type: 'text', maxLength: 200, label: { nl: 'Reden van opzegging', en: 'Reason of the notice' } },
    { name: 'endNotes', type: 'textarea', maxLength: 2_000, label: { nl: 'Toelichting bij de opzegging', en: 'Notes on the notice' } },
    readOnly(dateOnly('invoicedUntilDate', { label: { nl: 'Gefactureerd tot', en: 'Invoiced until' } })),
    readOnly(dateOnly('lastInvoiceDate', { label: { nl: 'Laatste factuurdatum', en: 'Last invoice date' } })),
    readOnly(dateOnly('nextInvoiceDate', { label: { nl: 'Volgende factuurdatum', en: 'Next invoice date' }, admin: { description: {
      nl: 'De factuurronde van die dag of later maakt de factuur.', en: 'The invoice run of that day or later makes the invoice.' } } })),
    choice('sendMethod', sendMethods, { required: true, defaultValue: 'mail', label: { nl: 'Factuur versturen', en: 'Send the invoice' } }),
    choice('paymentMethod', { directDebit: { nl: 'Automatische incasso', en: 'Direct debit' }, transfer: { nl: 'Maakt zelf over', en: 'Transfer' } },
      { required: true, defaultValue: 'transfer', label: { nl: 'Betaalwijze', en: 'Payment method' } }),
    {
      name: 'mandate', type: 'relationship', relationTo: 'mandates', label: { nl: 'Machtiging', en: 'Mandate' },
      admin: { condition: isDebited },
      filterOptions: ({ data }) => {
        const { payer, relation } = data as { payer?: number | null; relation?: number }
        return { debtor: { equals: payer ?? relation ?? 0 } }
      },
      // Whose it is, `keepSubscriptionSound` checks: whoever keeps subscriptions need not be allowed to read mandates.
      validate: (): true => true,
    },
    {
      name: 'instalmentCount', type: 'number', required: true, defaultValue: 1, min: 1, max: 60, label: { nl: 'Aantal termijnen', en: 'Number of instalments' },
      admin: { condition: isDebited },
    },
    {
      name: 'collectionDay', type: 'number', min: 1, max: 31, label: { nl: 'Incasseren op dag van de maand', en: 'Collect on day of the month' },
      admin: { condition: isDebited, description: { nl: 'Leeg: op de vervaldag van de factuur. In een kortere maand de laatste dag.', en: 'Empty: on the due day of the invoice. In a shorter month its last day.' } },
    },
  ],
})
