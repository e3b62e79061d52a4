import { defineCollection } from '../defineCollection'
import { dateOnly } from '../fields/dateOnly'
import { readOnly } from '../fields/readOnly'
import { chainTransfer, unchainTransfer } from '../../hooks/organisation/chainTransfer'
import { keepTransferDone } from '../../hooks/organisation/keepTransferDone'
import { keepTransferSound } from '../../hooks/organisation/keepTransferSound'

/**
 * Under which organ an organ stands on which days: half-open periods without gaps, the last one open. A placement that
 * begins in the future is a planned transfer; deleting it cancels the transfer (overdrachten).
 */
export const OrganPlacements = defineCollection({
  slug: 'organ-placements',
  group: 'organisation',
  names: { nl: ['Overdracht', 'Overdrachten'], en: ['Transfer', 'Transfers'] },
  defaultSort: '-validFrom',
  admin: {
    defaultColumns: ['organ', 'parent', 'validFrom', 'validTo'],
    description: {
      nl: 'Onder welk orgaan een orgaan valt, en sinds wanneer. Een nieuwe overdracht gaat op zijn vroegst morgen in; tot die dag annuleer je haar door haar te verwijderen.',
      en: 'Under which organ an organ stands, and since when. A new transfer begins tomorrow at the earliest; until that day deleting it cancels it.',
    },
  },
  hooks: { beforeChange: [keepTransferSound], afterChange: [chainTransfer], beforeDelete: [keepTransferDone], afterDelete: [unchainTransfer] },
  fields: [
    { name: 'organ', type: 'relationship', relationTo: 'organs', required: true, index: true, label: { nl: 'Orgaan', en: 'Organ' } },
    { name: 'parent', type: 'relationship', relationTo: 'organs', index: true, label: { nl: 'Valt onder', en: 'Parent' }, admin: { description: { nl: 'Leeg: rechtstreeks onder de organisatie.', en: 'Empty: directly under the organisation.' } } },
    dateOnly('validFrom', { required: true, label: { nl: 'Met ingang van', en: 'From' } }),
    readOnly(dateOnly('validTo', { label: { nl: 'Tot', en: 'Until' } })),
  ],
})
