import { defineCollection } from '../defineCollection'
import { dateOnly } from '../fields/dateOnly'

/** Another account or reference of a mandate that was collected with: what it was, what it became (wijzigingen van machtigingen). */
export const MandateChanges = defineCollection({
  slug: 'mandate-changes',
  group: 'finance',
  names: { nl: ['Wijziging van een machtiging', 'Wijzigingen van machtigingen'], en: ['Change of a mandate', 'Changes of mandates'] },
  audited: false,
  defaultSort: '-changedOn',
  admin: { hidden: true, defaultColumns: ['changedOn', 'mandate', 'formerIban', 'iban'] },
  fields: [
    { name: 'mandate', type: 'relationship', relationTo: 'mandates', required: true, index: true, label: { nl: 'Machtiging', en: 'Mandate' } },
    dateOnly('changedOn', { required: true, label: { nl: 'Gewijzigd op', en: 'Changed on' } }),
    { name: 'formerReference', type: 'text', required: true, label: { nl: 'Was mandaatnummer', en: 'Former reference' } },
    { name: 'reference', type: 'text', required: true, label: { nl: 'Werd mandaatnummer', en: 'Reference' } },
    { name: 'formerIban', type: 'text', required: true, label: { nl: 'Was IBAN', en: 'Former IBAN' } },
    { name: 'iban', type: 'text', required: true, label: { nl: 'Werd IBAN', en: 'IBAN' } },
    { name: 'formerHolder', type: 'text', required: true, label: { nl: 'Was rekeninghouder', en: 'Former holder' } },
    { name: 'holder', type: 'text', required: true, label: { nl: 'Werd rekeninghouder', en: 'Holder' } },
    { name: 'changedBy', type: 'relationship', relationTo: 'users', label: { nl: 'Door', en: 'By' } },
  ],
})
