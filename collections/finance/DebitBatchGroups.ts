import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'

/** The part of a batch that the bank books as one line: one collection date, one sequence type (PmtInf). */
export const DebitBatchGroups = defineCollection({
  slug: 'debit-batch-groups',
  group: 'finance',
  names: { nl: ['Batchgroep', 'Batchgroepen'], en: ['Batch group', 'Batch groups'] },
  audited: false,
  defaultSort: '-collectionDate',
  admin: { useAsTitle: 'paymentInformationId', hidden: true, defaultColumns: ['paymentInformationId', 'collectionDate', 'instructionCount', 'totalCents', 'status'] },
  fields: [
    { name: 'paymentInformationId', type: 'text', required: true, unique: true, label: 'PmtInfId' },
    { name: 'batch', type: 'relationship', relationTo: 'debit-batches', required: true, index: true },
    dateOnly('collectionDate', { required: true }),
    choice('sequenceType', { RCUR: { nl: 'Doorlopend', en: 'Recurring' }, OOFF: { nl: 'Eenmalig', en: 'One-off' } }, { required: true }),
    { name: 'instructionCount', type: 'number', required: true },
    amount('totalCents', { required: true }),
    choice('status', { open: { nl: 'Wacht op de bank', en: 'Waiting for the bank' }, processed: { nl: 'Verwerkt', en: 'Processed' } }, { required: true, defaultValue: 'open' }),
  ],
})
