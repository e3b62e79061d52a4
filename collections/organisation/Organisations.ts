import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { keepExceptionMode } from '../../hooks/organisation/keepExceptionMode'
import { evaluateEndpoint } from '../../src/endpoints/evaluateEndpoint'
import { organTreeEndpoint } from '../../src/endpoints/organTreeEndpoint'
import { organisationOverlapsEndpoint } from '../../src/endpoints/overlapsEndpoint'

/** The top of a tree of organs (organisaties). */
export const Organisations = defineCollection({
  slug: 'organisations',
  group: 'organisation',
  names: { nl: ['Organisatie', 'Organisaties'], en: ['Organisation', 'Organisations'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'myDepartmentLabel'] },
  hooks: { beforeChange: [keepExceptionMode] },
  endpoints: [evaluateEndpoint, organTreeEndpoint, organisationOverlapsEndpoint],
  fields: [
    { name: 'title', type: 'text', required: true, unique: true, label: { nl: 'Naam', en: 'Title' } },
    {
      name: 'myDepartmentLabel', type: 'text', required: true, defaultValue: 'Mijn Afdeling', maxLength: 40,
      label: { nl: 'Naam van Mijn Afdeling', en: 'Name of My Department' },
    },
    choice('exceptionMode', {
      override: { nl: 'In plaats van de regels', en: 'Instead of the rules' },
      additive: { nl: 'Naast de regels', en: 'Beside the rules' },
    }, {
      required: true, defaultValue: 'override', label: { nl: 'Uitzonderingslidmaatschap geldt', en: 'An exception membership counts' },
      admin: { description: {
        nl: 'In plaats van de regels: wie een uitzondering heeft, is van dat type alleen nog lid in de tak van dat orgaan.',
        en: 'Instead of the rules: whoever has an exception is a member of that type in the branch of that organ only.',
      } },
    }),
    {
      name: 'mayTransferBranches', type: 'checkbox', defaultValue: false, label: { nl: 'Organen met organen eronder mogen worden overgedragen', en: 'Organs with organs below may be transferred' },
    },
  ],
})
