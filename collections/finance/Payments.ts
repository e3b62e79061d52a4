import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { dateOnly } from '../fields/dateOnly'

/** Money received for an invoice; a reversal is a row of its own that names the original (betalingen). */
export const Payments = defineCollection({
  slug: 'payments',
  group: 'finance',
  names: { nl: ['Betaling', 'Betalingen'], en: ['Payment', 'Payments'] },
  audited: false,
  defaultSort: '-receivedOn',
  admin: { defaultColumns: ['receivedOn', 'invoice', 'amountCents', 'instruction', 'transaction'] },
  fields: [
    dateOnly('receivedOn', { required: true, label: { nl: 'Ontvangen op', en: 'Received on' } }),
    { name: 'invoice', type: 'relationship', relationTo: 'invoices', required: true, index: true, label: { nl: 'Factuur', en: 'Invoice' } },
    amount('amountCents', { required: true, positive: false, label: { nl: 'Bedrag', en: 'Amount' } }),
    { name: 'instruction', type: 'relationship', relationTo: 'debit-instructions', label: { nl: 'Incasso-opdracht', en: 'Instruction' } },
    { name: 'transaction', type: 'relationship', relationTo: 'bank-transactions', label: { nl: 'Bankregel', en: 'Bank line' }, admin: { components: { Cell: '/views/fields/BankLineCell#BankLineCell' } } },
    { name: 'onlinePayment', type: 'relationship', relationTo: 'online-payments', index: true, label: { nl: 'Online betaling', en: 'Online payment' } },
    { name: 'reversalOf', type: 'relationship', relationTo: 'payments', unique: true, label: { nl: 'Terugboeking van', en: 'Reversal of' } },
  ],
})
