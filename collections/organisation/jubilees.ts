import { defineCollection } from '../defineCollection'
import { dateOnly } from '../fields/dateOnly'

/** After how many unbroken years of which membership a jubilee is awarded (jubileumtypen). */
export const JubileeTypes = defineCollection({
  slug: 'jubilee-types',
  group: 'organisation',
  names: { nl: ['Jubileumtype', 'Jubileumtypen'], en: ['Jubilee type', 'Jubilee types'] },
  defaultSort: 'years',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'membershipType', 'years'] },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 60, label: { nl: 'Naam', en: 'Title' } },
    { name: 'membershipType', type: 'relationship', relationTo: 'membership-types', required: true, label: { nl: 'Lidmaatschapstype', en: 'Membership type' } },
    { name: 'years', type: 'number', required: true, min: 1, max: 100, label: { nl: 'Jaren', en: 'Years' } },
  ],
})

/** Jubilees that were awarded, each once (jubilea). */
export const Jubilees = defineCollection({
  slug: 'jubilees',
  group: 'organisation',
  names: { nl: ['Jubileum', 'Jubilea'], en: ['Jubilee', 'Jubilees'] },
  audited: false,
  defaultSort: '-date',
  admin: { defaultColumns: ['date', 'relation', 'jubileeType'] },
  fields: [
    dateOnly('date', { required: true, index: true, label: { nl: 'Datum', en: 'Date' } }),
    { name: 'relation', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Relatie', en: 'Relation' } },
    { name: 'jubileeType', type: 'relationship', relationTo: 'jubilee-types', required: true, label: { nl: 'Jubileum', en: 'Jubilee' } },
    { name: 'membershipId', type: 'number', required: true, label: { nl: 'Lidmaatschap', en: 'Membership' } },
  ],
})
