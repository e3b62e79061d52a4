import { defineCollection } from '../defineCollection'

/** Where bank lines that are no gift and no payment go in the bookkeeping (grootboekrekeningen). */
export const LedgerAccounts = defineCollection({
  slug: 'ledger-accounts',
  group: 'finance',
  names: { nl: ['Grootboekrekening', 'Grootboekrekeningen'], en: ['Ledger account', 'Ledger accounts'] },
  defaultSort: 'code',
  admin: { useAsTitle: 'title', defaultColumns: ['code', 'title', 'isActive'], listSearchableFields: ['code', 'title'], components: { beforeListTable: ['/views/Bank/LedgerIntro#LedgerIntro'] } },
  fields: [
    { name: 'code', type: 'text', required: true, unique: true, maxLength: 20, label: 'Code' },
    { name: 'title', type: 'text', required: true, maxLength: 100, label: { nl: 'Naam', en: 'Title' } },
    { name: 'isActive', type: 'checkbox', required: true, defaultValue: true, label: { nl: 'In gebruik', en: 'In use' } },
  ],
})
