import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'

/** What (a part of) a bank line was booked as, why, and by whom; the parts of a line add up to it (boekingen). */
export const BankBookings = defineCollection({
  slug: 'bank-bookings',
  group: 'finance',
  names: { nl: ['Boeking', 'Boekingen'], en: ['Booking', 'Bookings'] },
  audited: false,
  defaultSort: '-bookedAt',
  admin: { defaultColumns: ['transaction', 'kind', 'amountCents', 'why', 'bookedBy', 'bookedAt', 'undoneAt'] },
  fields: [
    { name: 'transaction', type: 'relationship', relationTo: 'bank-transactions', required: true, index: true, label: { nl: 'Bankregel', en: 'Bank line' }, admin: { components: { Cell: '/views/fields/BankLineCell#BankLineCell' } } },
    choice('kind', {
      batchTotal: { nl: 'Totaal van een batch', en: 'Total of a batch' },
      return: { nl: 'Storno', en: 'Return' },
      invoicePayment: { nl: 'Betaling van een factuur', en: 'Payment of an invoice' },
      donation: { nl: 'Donatie', en: 'Donation' },
      payout: { nl: 'Uitbetaling van online betalingen', en: 'Payout of online payments' },
      ledger: { nl: 'Op een grootboekrekening', en: 'To a ledger account' },
    }, { required: true, label: { nl: 'Geboekt als', en: 'Booked as' } }),
    amount('amountCents', { required: true, positive: false, label: { nl: 'Bedrag', en: 'Amount' } }),
    choice('why', {
      paymentInformationId: { nl: 'Kenmerk van de batch', en: 'Reference of the batch' },
      messageId: { nl: 'Kenmerk van het incassobestand', en: 'Reference of the debit file' },
      amountAndDate: { nl: 'Enige batch met dit bedrag rond deze dag', en: 'The only batch of this amount around this day' },
      endToEndId: { nl: 'Kenmerk van de incasso', en: 'Reference of the debit' },
      mandateAndAmount: { nl: 'Enige incasso van dit bedrag onder deze machtiging', en: 'The only debit of this amount under this mandate' },
      invoiceNumber: { nl: 'Factuurnummer en precies het open bedrag', en: 'Invoice number and exactly what is open' },
      paymentReference: { nl: 'Betalingskenmerk', en: 'Payment reference' },
      fundText: { nl: 'Tekst van het fonds', en: 'Text of the fund' },
      payoutReference: { nl: 'Kenmerk van de uitbetaling', en: 'Reference of the payout' },
      person: { nl: 'Door een medewerker', en: 'By staff' },
    }, { required: true, label: { nl: 'Waaraan herkend', en: 'Recognised by' } }),
    { name: 'group', type: 'relationship', relationTo: 'debit-batch-groups', index: true, label: { nl: 'Batchgroep', en: 'Batch group' } },
    { name: 'instruction', type: 'relationship', relationTo: 'debit-instructions', index: true, label: { nl: 'Incasso-opdracht', en: 'Instruction' } },
    { name: 'invoice', type: 'relationship', relationTo: 'invoices', index: true, label: { nl: 'Factuur', en: 'Invoice' } },
    { name: 'pledge', type: 'relationship', relationTo: 'pledges', index: true, label: { nl: 'Toezegging', en: 'Pledge' } },
    { name: 'fund', type: 'relationship', relationTo: 'funds', label: { nl: 'Fonds', en: 'Fund' } },
    { name: 'donor', type: 'relationship', relationTo: 'relations', label: { nl: 'Donateur', en: 'Donor' } },
    { name: 'ledgerAccount', type: 'relationship', relationTo: 'ledger-accounts', index: true, label: { nl: 'Grootboekrekening', en: 'Ledger account' } },
    { name: 'payout', type: 'relationship', relationTo: 'online-payouts', index: true, label: { nl: 'Uitbetaling', en: 'Payout' } },
    { name: 'note', type: 'text', maxLength: 200, label: { nl: 'Toelichting', en: 'Note' } },
    { name: 'bookedBy', type: 'relationship', relationTo: 'users', label: { nl: 'Geboekt door', en: 'Booked by' } },
    { name: 'bookedAt', type: 'date', required: true, label: { nl: 'Geboekt op', en: 'Booked at' }, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    { name: 'undoneBy', type: 'relationship', relationTo: 'users', label: { nl: 'Teruggedraaid door', en: 'Undone by' } },
    { name: 'undoneAt', type: 'date', label: { nl: 'Teruggedraaid op', en: 'Undone at' }, admin: { date: { pickerAppearance: 'dayAndTime' } } },
  ],
})
