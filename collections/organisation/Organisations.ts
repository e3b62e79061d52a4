import { defineCollection } from '../defineCollection'
import { evaluateEndpoint } from '../../src/endpoints/evaluateEndpoint'

/** The top of a tree of organs (organisaties). */
export const Organisations = defineCollection({
  slug: 'organisations',
  group: 'organisation',
  names: { nl: ['Organisatie', 'Organisaties'], en: ['Organisation', 'Organisations'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'myDepartmentLabel'] },
  endpoints: [evaluateEndpoint],
  fields: [
    { name: 'title', type: 'text', required: true, unique: true, label: { nl: 'Naam', en: 'Title' } },
    {
      name: 'myDepartmentLabel', type: 'text', required: true, defaultValue: 'Mijn Afdeling', maxLength: 40,
      label: { nl: 'Naam van Mijn Afdeling', en: 'Name of My Department' },
    },
  ],
})
