import { defineCollection } from '../defineCollection'
import { dateOnly } from '../fields/dateOnly'

/**
 * Under which organ an organ stands on which days: half-open periods without gaps, the last one open. A placement that
 * begins in the future is a planned transfer; deleting it cancels the transfer (overdrachten).
 */
export const OrganPlacements = defineCollection({
  slug: 'organ-placements',
  group: 'organisation',
  names: { nl: ['Overdracht', 'Overdrachten'], en: ['Transfer', 'Transfers'] },
  defaultSort: '-validFrom',
  admin: { defaultColumns: ['organ', 'parent', 'validFrom', 'validTo'] },
  fields: [
    { name: 'organ', type: 'relationship', relationTo: 'organs', required: true, index: true, label: { nl: 'Orgaan', en: 'Organ' } },
    { name: 'parent', type: 'relationship', relationTo: 'organs', index: true, label: { nl: 'Valt onder', en: 'Parent' } },
    dateOnly('validFrom', { required: true, label: { nl: 'Met ingang van', en: 'From' } }),
    dateOnly('validTo', { label: { nl: 'Tot', en: 'Until' } }),
  ],
})
