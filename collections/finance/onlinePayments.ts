import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { tab } from '../tab'
import { fillLinkedTo } from '../../hooks/finance/fillLinkedTo'
import { onlineCallbackEndpoint } from '../../src/endpoints/onlineCallbackEndpoint'
import { linkOnlinePaymentEndpoint, startOnlinePaymentEndpoint } from '../../src/endpoints/onlinePaymentEndpoints'

/** A payment through a provider: what it was for, and what became of it (online betalingen). */
export const OnlinePayments = defineCollection({
  slug: 'online-payments',
  group: 'finance',
  names: { nl: ['Online betaling', 'Online betalingen'], en: ['Online payment', 'Online payments'] },
  audited: false,
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'providerReference',
    defaultColumns: ['createdAt', 'linkedTo', 'amountCents', 'status', 'method', 'payer', 'payout'],
    listSearchableFields: ['providerReference', 'description'],
    components: { views: { edit: { overview: { Component: '/views/OnlinePayment/index#OnlinePayment', path: '/overview', tab: tab('/overview', 'onlinePayment') } } } },
  },
  endpoints: [onlineCallbackEndpoint, startOnlinePaymentEndpoint, linkOnlinePaymentEndpoint],
  hooks: { afterOperation: [fillLinkedTo] },
  fields: [
    { name: 'provider', type: 'text', required: true, maxLength: 30, label: { nl: 'Betaaldienst', en: 'Provider' } },
    { name: 'providerReference', type: 'text', required: true, maxLength: 100, label: { nl: 'Kenmerk', en: 'Reference' } },
    choice('method', {
      ideal: { nl: 'iDEAL', en: 'iDEAL' }, card: { nl: 'Kaart', en: 'Card' }, bancontact: { nl: 'Bancontact', en: 'Bancontact' }, other: { nl: 'Anders', en: 'Other' },
    }, { required: true, label: { nl: 'Betaalwijze', en: 'Method' } }),
    amount('amountCents', { required: true, label: { nl: 'Bedrag', en: 'Amount' } }),
    choice('status', {
      open: { nl: 'Open', en: 'Open' }, paid: { nl: 'Betaald', en: 'Paid' }, failed: { nl: 'Mislukt', en: 'Failed' }, expired: { nl: 'Verlopen', en: 'Expired' },
      cancelled: { nl: 'Geannuleerd', en: 'Cancelled' }, refunded: { nl: 'Terugbetaald', en: 'Refunded' },
    }, { required: true, index: true }),
    dateOnly('paidOn', { label: { nl: 'Betaald op', en: 'Paid on' } }),
    dateOnly('refundedOn', { label: { nl: 'Terugbetaald op', en: 'Refunded on' } }),
    { name: 'payer', type: 'relationship', relationTo: 'relations', index: true, label: { nl: 'Betaler', en: 'Payer' } },
    { name: 'description', type: 'text', maxLength: 200, label: { nl: 'Omschrijving', en: 'Description' } },
    {
      name: 'linkedTo', type: 'json', virtual: true, label: { nl: 'Gekoppeld aan', en: 'Linked to' },
      admin: { condition: () => false, disableListFilter: true, components: { Field: '/views/fields/JsonField#JsonField', Cell: '/views/fields/LinkedToCell#LinkedToCell' } },
    },
    { name: 'invoice', type: 'relationship', relationTo: 'invoices', index: true, label: { nl: 'Factuur', en: 'Invoice' } },
    { name: 'pledge', type: 'relationship', relationTo: 'pledges', index: true, label: { nl: 'Toezegging', en: 'Pledge' } },
    { name: 'fund', type: 'relationship', relationTo: 'funds', index: true, label: { nl: 'Fonds', en: 'Fund' } },
    { name: 'payout', type: 'relationship', relationTo: 'online-payouts', index: true, label: { nl: 'Uitbetaling', en: 'Payout' } },
  ],
})

/** What a provider pays out in one amount: payments, less its costs (uitbetalingen). */
export const OnlinePayouts = defineCollection({
  slug: 'online-payouts',
  group: 'finance',
  names: { nl: ['Uitbetaling', 'Uitbetalingen'], en: ['Payout', 'Payouts'] },
  audited: false,
  defaultSort: '-createdAt',
  admin: { useAsTitle: 'providerReference', defaultColumns: ['createdAt', 'provider', 'providerReference', 'amountCents', 'costCents', 'status'], listSearchableFields: ['providerReference'] },
  fields: [
    { name: 'provider', type: 'text', required: true, maxLength: 30, label: { nl: 'Betaaldienst', en: 'Provider' } },
    { name: 'providerReference', type: 'text', required: true, maxLength: 100, label: { nl: 'Kenmerk op het afschrift', en: 'Reference on the statement' } },
    amount('amountCents', { required: true, positive: false, label: { nl: 'Uit te betalen', en: 'To be paid out' } }),
    amount('costCents', { required: true, label: { nl: 'Kosten', en: 'Costs' } }),
    choice('status', { open: { nl: 'Nog niet ontvangen', en: 'Not received yet' }, received: { nl: 'Ontvangen', en: 'Received' } }, { required: true, index: true }),
  ],
})
