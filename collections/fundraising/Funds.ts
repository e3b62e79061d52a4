import { defineCollection } from '../defineCollection'
import { tab } from '../tab'
import { validateMatchTexts } from '../../hooks/fundraising/validateMatchTexts'

/** Where given money goes to; an organ has at most one of its own (fondsen). */
export const Funds = defineCollection({
  slug: 'funds',
  group: 'fundraising',
  names: { nl: ['Fonds', 'Fondsen'], en: ['Fund', 'Funds'] },
  defaultSort: 'title',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'code', 'organ', 'isActive'],
    listSearchableFields: ['title', 'code'],
    components: { views: { edit: {
      forecast: { Component: '/views/FundForecast/index#FundForecast', path: '/prognose', tab: tab('/prognose', 'fundForecast') },
    } } },
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: { nl: 'Naam', en: 'Title' } },
    { name: 'code', type: 'text', required: true, unique: true, maxLength: 20, label: 'Code' },
    { name: 'ledgerAccount', type: 'text', maxLength: 20, label: { nl: 'Grootboekrekening', en: 'Ledger account' } },
    { name: 'organ', type: 'relationship', relationTo: 'organs', unique: true, label: { nl: 'Orgaan', en: 'Organ' } },
    {
      name: 'bankMatchLines', type: 'textarea', label: { nl: 'Herkenning op het bankafschrift', en: 'Recognised on the statement by' }, validate: validateMatchTexts,
      admin: { description: { nl: 'Eén tekst per regel, van minstens vier tekens. Een bijschrijving met die tekst in de omschrijving wordt een donatie aan dit fonds.', en: 'One text a line, of at least four characters. A credit with that text in its description becomes a donation to this fund.' } },
    },
    { name: 'isActive', type: 'checkbox', defaultValue: true, label: { nl: 'Actief', en: 'Active' } },
  ],
})
