import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { readOnly } from '../fields/readOnly'
import { keepSelectionCounted } from '../../hooks/crm/keepListCounted'
import { keepSelectionUsed } from '../../hooks/crm/keepListUsed'
import { takeSelectionMembers } from '../../hooks/crm/takeSelectionMembers'

/** Who was on a list at a moment: kept as it was, or taken anew every night (selecties). */
export const Selections = defineCollection({
  slug: 'selections',
  group: 'crm',
  names: { nl: ['Selectie', 'Selecties'], en: ['Selection', 'Selections'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'list', 'mode', 'memberCount', 'computedAt'] },
  hooks: { beforeChange: [keepSelectionCounted], afterChange: [takeSelectionMembers], beforeDelete: [keepSelectionUsed] },
  fields: [
    { name: 'title', type: 'text', required: true, unique: true, maxLength: 140, label: { nl: 'Naam', en: 'Title' } },
    { name: 'list', type: 'relationship', relationTo: 'relation-lists', required: true, label: { nl: 'Uit relatielijst', en: 'From relation list' } },
    choice('mode', { static: { nl: 'Blijft zoals hij is', en: 'Stays as it is' }, daily: { nl: 'Elke nacht opnieuw', en: 'Anew every night' } },
      { required: true, defaultValue: 'static', label: { nl: 'Verversen', en: 'Refresh' } }),
    readOnly({ name: 'memberCount', type: 'number', label: { nl: 'Aantal', en: 'Count' } }),
    readOnly({ name: 'computedAt', type: 'date', label: { nl: 'Bepaald op', en: 'Computed at' }, admin: { date: { pickerAppearance: 'dayAndTime' } } }),
  ],
})
