import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { keepFollowUpSound } from '../../hooks/finance/keepFollowUpSound'

/** A call, mail or letter about what somebody still has to pay (opvolgingen). */
export const FollowUps = defineCollection({
  slug: 'follow-ups',
  group: 'finance',
  names: { nl: ['Opvolging', 'Opvolgingen'], en: ['Follow-up', 'Follow-ups'] },
  defaultSort: '-onDate',
  admin: { defaultColumns: ['onDate', 'relation', 'channel', 'note', 'nextDate', 'invoice', 'pledge'], listSearchableFields: ['note'] },
  hooks: { beforeValidate: [keepFollowUpSound] },
  fields: [
    dateOnly('onDate', { required: true, label: { nl: 'Op', en: 'On' } }),
    { name: 'relation', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Relatie', en: 'Relation' } },
    { name: 'invoice', type: 'relationship', relationTo: 'invoices', index: true, label: { nl: 'Factuur', en: 'Invoice' } },
    { name: 'pledge', type: 'relationship', relationTo: 'pledges', index: true, label: { nl: 'Toezegging', en: 'Pledge' } },
    choice('channel', { call: { nl: 'Gebeld', en: 'Called' }, mail: { nl: 'Gemaild', en: 'Mailed' }, letter: { nl: 'Brief gestuurd', en: 'Sent a letter' } }, { required: true, label: { nl: 'Hoe', en: 'How' } }),
    { name: 'note', type: 'textarea', maxLength: 2_000, label: { nl: 'Afspraak', en: 'Agreed' } },
    dateOnly('nextDate', { label: { nl: 'Kijk er weer naar op', en: 'Look again on' } }),
    { name: 'notedBy', type: 'relationship', relationTo: 'users', label: { nl: 'Genoteerd door', en: 'Noted by' } },
  ],
})
