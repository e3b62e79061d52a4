import { defineCollection } from '../defineCollection'
import { keepTypeInPlace } from '../../hooks/organisation/keepTypeInPlace'

/** The kinds of tie: member, volunteer, donor (lidmaatschapstypen). */
export const MembershipTypes = defineCollection({
  slug: 'membership-types',
  group: 'organisation',
  names: { nl: ['Lidmaatschapstype', 'Lidmaatschapstypen'], en: ['Membership type', 'Membership types'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'organisation'] },
  hooks: { beforeChange: [keepTypeInPlace] },
  fields: [
    { name: 'title', type: 'text', required: true, label: { nl: 'Naam', en: 'Title' } },
    { name: 'organisation', type: 'relationship', relationTo: 'organisations', required: true, label: { nl: 'Organisatie', en: 'Organisation' } },
    { name: 'rules', type: 'join', collection: 'rule-versions', on: 'membershipType', maxDepth: 0, label: { nl: 'Regels', en: 'Rules' }, admin: { defaultColumns: ['sentence', 'organ', 'validFrom', 'validTo'] } },
  ],
})
