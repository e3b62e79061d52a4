import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'

/** Who joined and who left, one row for each start and each end of a period (mutaties). */
export const MembershipMutations = defineCollection({
  slug: 'membership-mutations',
  group: 'organisation',
  names: { nl: ['Mutatie', 'Mutaties'], en: ['Mutation', 'Mutations'] },
  audited: false,
  defaultSort: '-date',
  admin: { defaultColumns: ['date', 'kind', 'relation', 'organ', 'membershipType', 'reason'] },
  fields: [
    dateOnly('date', { required: true, index: true, label: { nl: 'Datum', en: 'Date' } }),
    choice('kind', { joined: { nl: 'Erbij', en: 'Joined' }, left: { nl: 'Eraf', en: 'Left' }, corrected: { nl: 'Correctie', en: 'Corrected' } }, { required: true, label: { nl: 'Soort', en: 'Kind' } }),
    { name: 'relation', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Relatie', en: 'Relation' } },
    { name: 'organisation', type: 'relationship', relationTo: 'organisations', required: true, label: { nl: 'Organisatie', en: 'Organisation' } },
    { name: 'organ', type: 'relationship', relationTo: 'organs', index: true, label: { nl: 'Orgaan', en: 'Organ' } },
    { name: 'membershipType', type: 'relationship', relationTo: 'membership-types', required: true, label: { nl: 'Lidmaatschapstype', en: 'Membership type' } },
    { name: 'membership', type: 'relationship', relationTo: 'memberships', required: true, label: { nl: 'Lidmaatschap', en: 'Membership' } },
    { name: 'reason', type: 'text', required: true, label: { nl: 'Reden', en: 'Reason' } },
  ],
})
