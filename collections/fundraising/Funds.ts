import { defineCollection } from '../defineCollection'

/** Where given money goes to; an organ has at most one of its own (fondsen). */
export const Funds = defineCollection({
  slug: 'funds',
  group: 'fundraising',
  names: { nl: ['Fonds', 'Fondsen'], en: ['Fund', 'Funds'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'code', 'organ', 'isActive'], listSearchableFields: ['title', 'code'] },
  fields: [
    { name: 'title', type: 'text', required: true, label: { nl: 'Naam', en: 'Title' } },
    { name: 'code', type: 'text', required: true, unique: true, maxLength: 20, label: 'Code' },
    { name: 'organ', type: 'relationship', relationTo: 'organs', unique: true, label: { nl: 'Orgaan', en: 'Organ' } },
    {
      name: 'bankMatchLines', type: 'textarea', label: { nl: 'Herkenning op het bankafschrift', en: 'Recognised on the statement by' },
      admin: { description: { nl: 'Eén tekst per regel. Een bijschrijving met die tekst in de omschrijving wordt een donatie aan dit fonds.', en: 'One text a line. A credit with that text in its description becomes a donation to this fund.' } },
    },
    { name: 'isActive', type: 'checkbox', defaultValue: true, label: { nl: 'Actief', en: 'Active' } },
  ],
})
