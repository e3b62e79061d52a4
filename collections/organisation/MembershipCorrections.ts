import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'

/** A period as it was known and as it was corrected, with the reason. Nothing here changes afterwards (correcties). */
export const MembershipCorrections = defineCollection({
  slug: 'membership-corrections',
  group: 'organisation',
  names: { nl: ['Correctie', 'Correcties'], en: ['Correction', 'Corrections'] },
  audited: false,
  defaultSort: '-createdAt',
  admin: { defaultColumns: ['createdAt', 'relation', 'organ', 'kind', 'startDate', 'endDate', 'reason'] },
  fields: [
    { name: 'relation', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Relatie', en: 'Relation' } },
    { name: 'organisation', type: 'relationship', relationTo: 'organisations', required: true, label: { nl: 'Organisatie', en: 'Organisation' } },
    { name: 'organ', type: 'relationship', relationTo: 'organs', label: { nl: 'Orgaan', en: 'Organ' } },
    { name: 'membershipType', type: 'relationship', relationTo: 'membership-types', required: true, label: { nl: 'Lidmaatschapstype', en: 'Membership type' } },
    { name: 'membershipId', type: 'number', required: true, index: true, label: { nl: 'Lidmaatschap', en: 'Membership' } },
    choice('kind', { added: { nl: 'Toegevoegd', en: 'Added' }, changed: { nl: 'Gewijzigd', en: 'Changed' }, removed: { nl: 'Verwijderd', en: 'Removed' } }, { required: true, label: { nl: 'Soort', en: 'Kind' } }),
    choice('source', { manual: { nl: 'Met de hand', en: 'By hand' }, import: { nl: 'Import', en: 'Import' } }, { required: true, label: { nl: 'Herkomst', en: 'Source' } }),
    dateOnly('previousStartDate', { label: { nl: 'Ingangsdatum was', en: 'Start date was' } }),
    dateOnly('previousEndDate', { label: { nl: 'Einddatum was', en: 'End date was' } }),
    dateOnly('previousCountedFromDate', { label: { nl: 'Telde vanaf', en: 'Was counted from' } }),
    dateOnly('startDate', { label: { nl: 'Ingangsdatum is', en: 'Start date is' } }),
    dateOnly('endDate', { label: { nl: 'Einddatum is', en: 'End date is' } }),
    dateOnly('countedFromDate', { label: { nl: 'Telt vanaf', en: 'Is counted from' } }),
    { name: 'reason', type: 'text', required: true, label: { nl: 'Reden', en: 'Reason' } },
    { name: 'correctedBy', type: 'relationship', relationTo: 'users', label: { nl: 'Door', en: 'By' } },
  ],
})
