import { defineCollection } from '../defineCollection'
import { amount } from '../fields/amount'
import { choice } from '../fields/choice'
import { tab } from '../tab'
import { batchFileEndpoint } from '../../src/endpoints/batchFileEndpoint'
import { batchProgressEndpoint, createBatchesEndpoint, previewBatchesEndpoint } from '../../src/endpoints/createBatchesEndpoint'
import { importStatusReportEndpoint } from '../../src/endpoints/importStatusReportEndpoint'
import { cancelBatchEndpoint, submitBatchEndpoint, undoSubmissionEndpoint } from '../../src/endpoints/moveBatchEndpoints'

/** What is handed to the bank in one file (incassobatches). */
export const DebitBatches = defineCollection({
  slug: 'debit-batches',
  group: 'finance',
  names: { nl: ['Incassobatch', 'Incassobatches'], en: ['Debit batch', 'Debit batches'] },
  audited: false,
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'messageId',
    defaultColumns: ['messageId', 'createdAt', 'creditor', 'instructionCount', 'totalCents', 'status'],
    listSearchableFields: ['messageId'],
    components: { beforeListTable: ['/views/ImportStatusReport/ImportStatusReport#ImportStatusReport'], views: { edit: {
      overview: { Component: '/views/Batch/index#Batch', path: '/overview', tab: tab('/overview', 'batchOverview') },
    } } },
  },
  endpoints: [createBatchesEndpoint, previewBatchesEndpoint, batchProgressEndpoint, batchFileEndpoint, importStatusReportEndpoint, submitBatchEndpoint, undoSubmissionEndpoint, cancelBatchEndpoint],
  fields: [
    { name: 'messageId', type: 'text', required: true, unique: true, label: { nl: 'Batchkenmerk', en: 'Message id' }, admin: { components: { Cell: '/views/fields/LinkCell#LinkCell' } } },
    { name: 'creditor', type: 'relationship', relationTo: 'creditors', required: true, label: { nl: 'Incassant', en: 'Creditor' } },
    { name: 'instructionCount', type: 'number', required: true, label: { nl: 'Aantal', en: 'Count' } },
    amount('totalCents', { required: true, label: { nl: 'Totaal', en: 'Total' } }),
    choice('status', {
      created: { nl: 'Gemaakt', en: 'Created' },
      downloaded: { nl: 'Opgehaald', en: 'Downloaded' },
      submitted: { nl: 'Bij de bank', en: 'At the bank' },
      processed: { nl: 'Verwerkt', en: 'Processed' },
      cancelled: { nl: 'Geannuleerd', en: 'Cancelled' },
    }, { required: true }),
    choice('messageVersion', { v08: { nl: 'pain.008.001.08', en: 'pain.008.001.08' }, v02: { nl: 'pain.008.001.02', en: 'pain.008.001.02' } }, { required: true, defaultValue: 'v08', label: { nl: 'Bestandsversie', en: 'Version of the file' } }),
    { name: 'fileSha256', type: 'text', label: 'SHA-256' },
    { name: 'createdBy', type: 'relationship', relationTo: 'users', label: { nl: 'Gemaakt door', en: 'Created by' } },
  ],
})
