import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'

/** Money that was really received for a fund; a reversal is a row of its own that names the original (donaties). */
export const Donations = defineCollection({
  slug: 'donations',
  group: 'fundraising',
  names: { nl: ['Donatie', 'Donaties'], en: ['Donation', 'Donations'] },
  audited: false,
  defaultSort: '-receivedOn',
  admin: { defaultColumns: ['receivedOn', 'donor', 'fund', 'amountCents', 'source', 'pledge', 'transaction'] },
  fields: [
    dateOnly('receivedOn', { required: true, index: true, label: { nl: 'Ontvangen op', en: 'Received on' } }),
    { name: 'donor', type: 'relationship', relationTo: 'relations', index: true, label: { nl: 'Donateur', en: 'Donor' } },
    { name: 'fund', type: 'relationship', relationTo: 'funds', required: true, index: true, label: { nl: 'Fonds', en: 'Fund' } },
    { name: 'pledge', type: 'relationship', relationTo: 'pledges', index: true, label: { nl: 'Toezegging', en: 'Pledge' } },
    amount('amountCents', { required: true, positive: false, label: { nl: 'Bedrag', en: 'Amount' } }),
    choice('source', { directDebit: { nl: 'Incasso', en: 'Direct debit' }, bank: { nl: 'Overboeking', en: 'Transfer' }, online: { nl: 'Online betaling', en: 'Online payment' } }, { required: true, label: { nl: 'Bron', en: 'Source' } }),
    { name: 'instruction', type: 'relationship', relationTo: 'debit-instructions', label: { nl: 'Incasso-opdracht', en: 'Instruction' } },
    { name: 'transaction', type: 'relationship', relationTo: 'bank-transactions', label: { nl: 'Bankregel', en: 'Bank line' }, admin: { components: { Cell: '/views/fields/BankLineCell#BankLineCell' } } },
    { name: 'onlinePayment', type: 'relationship', relationTo: 'online-payments', index: true, label: { nl: 'Online betaling', en: 'Online payment' } },
    { name: 'donorType', type: 'relationship', relationTo: 'donor-types', label: { nl: 'Donateurstype', en: 'Donor type' } },
    { name: 'reversalOf', type: 'relationship', relationTo: 'donations', unique: true, label: { nl: 'Terugboeking van', en: 'Reversal of' } },
  ],
})
