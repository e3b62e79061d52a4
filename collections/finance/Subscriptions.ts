import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { readOnly } from '../fields/readOnly'
import { keepSubscriptionSound } from '../../hooks/finance/keepSubscriptionSound'

/** What a relation bought and is invoiced for; not the derived membership (abonnementen). */
export const Subscriptions = defineCollection({
  slug: 'subscriptions',
  group: 'finance',
  names: { nl: ['Abonnement', 'Abonnementen'], en: ['Subscription', 'Subscriptions'] },
  defaultSort: '-startDate',
  admin: { defaultColumns: ['relation', 'type', 'startDate', 'endDate', 'invoicedUntilDate', 'paymentMethod'] },
  hooks: { beforeChange: [keepSubscriptionSound] },
  fields: [
    { name: 'relation', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Contractant', en: 'Contract holder' } },
    { name: 'type', type: 'relationship', relationTo: 'subscription-types', required: true, index: true, label: { nl: 'Abonnementstype', en: 'Subscription type' } },
    dateOnly('startDate', { required: true, label: { nl: 'Ingangsdatum', en: 'Start date' } }),
    dateOnly('endDate', { label: { nl: 'Einddatum', en: 'End date' } }),
    readOnly(dateOnly('invoicedUntilDate', { label: { nl: 'Gefactureerd tot', en: 'Invoiced until' } })),
    choice('paymentMethod', { directDebit: { nl: 'Automatische incasso', en: 'Direct debit' }, transfer: { nl: 'Maakt zelf over', en: 'Transfer' } },
      { required: true, defaultValue: 'transfer', label: { nl: 'Betaalwijze', en: 'Payment method' } }),
    {
      name: 'mandate', type: 'relationship', relationTo: 'mandates', label: { nl: 'Machtiging', en: 'Mandate' },
      admin: { condition: (data: { paymentMethod?: string }) => data.paymentMethod === 'directDebit' },
      filterOptions: ({ data }) => ({ debtor: { equals: (data as { relation?: number }).relation ?? 0 } }),
      // Whose it is, `keepSubscriptionSound` checks: whoever keeps subscriptions need not be allowed to read mandates.
      validate: (): true => true,
    },
    {
      name: 'instalmentCount', type: 'number', required: true, defaultValue: 1, min: 1, max: 60, label: { nl: 'Aantal termijnen', en: 'Number of instalments' },
      admin: { condition: (data: { paymentMethod?: string }) => data.paymentMethod === 'directDebit' },
    },
  ],
})
