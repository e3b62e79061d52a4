import { defineCollection } from '../defineCollection'
import { releaseArtefact } from '../../hooks/organisation/releaseArtefact'

/** A window on a list of relations for the people who hold a function at an organ (weergaven). */
export const CrmViews = defineCollection({
  slug: 'crm-views',
  group: 'crm',
  names: { nl: ['Weergave', 'Weergaven'], en: ['View', 'Views'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'organ', 'list', 'functionType'] },
  hooks: { beforeDelete: [releaseArtefact('view')] },
  fields: [
    { name: 'title', type: 'text', required: true, unique: true, maxLength: 140, label: { nl: 'Naam', en: 'Title' } },
    { name: 'organ', type: 'relationship', relationTo: 'organs', required: true, index: true, label: { nl: 'Orgaan', en: 'Organ' } },
    { name: 'list', type: 'relationship', relationTo: 'relation-lists', required: true, label: { nl: 'Toont', en: 'Shows' } },
    { name: 'functionType', type: 'relationship', relationTo: 'function-types', required: true, label: { nl: 'Voor wie bij het orgaan is', en: 'For whoever at the organ is' } },
  ],
})
