import { defineCollection } from '../defineCollection'

/** What somebody can be at an organ or at another relation: chair, secretary, treasurer (functietypen). */
export const FunctionTypes = defineCollection({
  slug: 'function-types',
  group: 'crm',
  names: { nl: ['Functietype', 'Functietypen'], en: ['Function type', 'Function types'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'isRepresentative', 'seesFund'] },
  fields: [
    { name: 'title', type: 'text', required: true, unique: true, label: { nl: 'Naam', en: 'Title' } },
    {
      name: 'isRepresentative', type: 'checkbox', defaultValue: false, label: { nl: 'Vertegenwoordiger', en: 'Representative' },
      admin: { description: { nl: 'Ziet in Mijn Afdeling de leden van het eigen orgaan.', en: 'Sees the members of the own organ in My Department.' } },
    },
    {
      name: 'seesFund', type: 'checkbox', defaultValue: false, label: { nl: 'Ziet het fonds', en: 'Sees the fund' },
      admin: { description: { nl: 'Ziet ook het fonds van het orgaan.', en: 'Sees the fund of the organ as well.' } },
    },
  ],
})
