import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { json } from '../fields/json'

/** What happened to a batch, when and by whom; never changed (geschiedenis van batches). */
export const DebitBatchEvents = defineCollection({
  slug: 'debit-batch-events',
  group: 'finance',
  names: { nl: ['Gebeurtenis van een batch', 'Gebeurtenissen van batches'], en: ['Event of a batch', 'Events of batches'] },
  audited: false,
  defaultSort: '-at',
  admin: { hidden: true, defaultColumns: ['at', 'batch', 'kind', 'actor', 'instruction'] },
  fields: [
    { name: 'batch', type: 'relationship', relationTo: 'debit-batches', required: true, index: true, label: 'Batch' },
    { name: 'at', type: 'date', required: true, label: { nl: 'Moment', en: 'At' } },
    { name: 'actor', type: 'relationship', relationTo: 'users', label: { nl: 'Door', en: 'By' } },
    choice('kind', {
      made: { nl: 'Gemaakt', en: 'Made' },
      downloaded: { nl: 'Opgehaald', en: 'Downloaded' },
      submitted: { nl: 'Naar de bank gestuurd', en: 'Sent to the bank' },
      totalUndone: { nl: 'Boeking van het totaal teruggedraaid', en: 'Booking of the total undone' },
      submissionUndone: { nl: 'Toch niet verstuurd', en: 'Not sent after all' },
      refused: { nl: 'Opdracht geweigerd', en: 'Instruction refused' },
      refusalUndone: { nl: 'Weigering ongedaan gemaakt', en: 'Refusal undone' },
      reported: { nl: 'Bericht van de bank', en: 'Report of the bank' },
      processed: { nl: 'Verwerkt', en: 'Processed' },
      cancelled: { nl: 'Geannuleerd', en: 'Cancelled' },
    }, { required: true, label: { nl: 'Wat', en: 'What' } }),
    { name: 'instruction', type: 'relationship', relationTo: 'debit-instructions', label: { nl: 'Incasso-opdracht', en: 'Instruction' } },
    json('detail', { label: { nl: 'Bijzonderheden', en: 'Details' } }),
  ],
})
