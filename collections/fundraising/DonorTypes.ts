import { defineCollection } from '../defineCollection'

/** What kind of giver somebody is, for the annual account; the first in order that fits is frozen on the donation (donateurstypen). */
export const DonorTypes = defineCollection({
  slug: 'donor-types',
  group: 'fundraising',
  names: { nl: ['Donateurstype', 'Donateurstypen'], en: ['Donor type', 'Donor types'] },
  defaultSort: 'position',
  admin: { useAsTitle: 'title', defaultColumns: ['position', 'title', 'ledgerCode', 'list'] },
  fields: [
    { name: 'position', type: 'number', required: true, unique: true, min: 1, max: 1_000, label: { nl: 'Volgorde', en: 'Order' } },
    { name: 'title', type: 'text', required: true, label: { nl: 'Naam', en: 'Title' } },
    { name: 'ledgerCode', type: 'text', maxLength: 20, label: { nl: 'Code in het grootboek', en: 'Ledger code' } },
    { name: 'list', type: 'relationship', relationTo: 'relation-lists', required: true, label: { nl: 'Relatielijst', en: 'Relation list' } },
  ],
})
