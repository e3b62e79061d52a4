import { defineCollection } from '../defineCollection'
import { dateOnly } from '../fields/dateOnly'
import { requireOneTarget } from '../../hooks/crm/requireOneTarget'

/** Who holds which function where, from when until when; the day of the end is the first day without (functies). */
export const Functions = defineCollection({
  slug: 'functions',
  group: 'crm',
  names: { nl: ['Functie', 'Functies'], en: ['Function', 'Functions'] },
  defaultSort: '-startDate',
  admin: { defaultColumns: ['holder', 'type', 'organ', 'target', 'startDate', 'endDate'] },
  hooks: { beforeValidate: [requireOneTarget] },
  fields: [
    { name: 'holder', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Functionaris', en: 'Holder' } },
    { name: 'type', type: 'relationship', relationTo: 'function-types', required: true, label: { nl: 'Functietype', en: 'Function type' } },
    { name: 'organ', type: 'relationship', relationTo: 'organs', index: true, label: { nl: 'Bij orgaan', en: 'At organ' } },
    { name: 'target', type: 'relationship', relationTo: 'relations', label: { nl: 'Bij relatie', en: 'At relation' } },
    dateOnly('startDate', { required: true, label: { nl: 'Ingangsdatum', en: 'Start date' } }),
    dateOnly('endDate', { label: { nl: 'Einddatum', en: 'End date' } }),
  ],
})
