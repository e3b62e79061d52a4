import { defineCollection } from '../defineCollection'
import { json } from '../fields/json'

/** What the bank answered to a file of debits: a pain.002 that was read once (statusberichten). */
export const StatusReports = defineCollection({
  slug: 'status-reports',
  group: 'finance',
  names: { nl: ['Statusbericht', 'Statusberichten'], en: ['Status report', 'Status reports'] },
  audited: false,
  defaultSort: '-createdAt',
  admin: { useAsTitle: 'fileName', defaultColumns: ['createdAt', 'fileName', 'batch', 'groupStatus', 'refusedCount', 'conflictCount'] },
  fields: [
    { name: 'fileName', type: 'text', required: true, label: { nl: 'Bestand', en: 'File' } },
    { name: 'fileSha256', type: 'text', required: true, unique: true, label: 'SHA-256' },
    { name: 'messageId', type: 'text', label: { nl: 'Kenmerk', en: 'Message id' } },
    { name: 'batch', type: 'relationship', relationTo: 'debit-batches', index: true, label: { nl: 'Incassobatch', en: 'Debit batch' } },
    { name: 'groupStatus', type: 'text', label: { nl: 'Status van het bestand', en: 'Status of the file' } },
    { name: 'refusedCount', type: 'number', required: true, label: { nl: 'Geweigerd', en: 'Refused' } },
    { name: 'conflictCount', type: 'number', required: true, label: { nl: 'Om naar te kijken', en: 'To look at' } },
    json('result', { label: { nl: 'Regel voor regel', en: 'Line by line' } }),
    { name: 'importedBy', type: 'relationship', relationTo: 'users', label: { nl: 'Ingelezen door', en: 'Imported by' } },
  ],
})
