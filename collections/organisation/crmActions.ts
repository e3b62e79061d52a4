import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { keepActionSound } from '../../hooks/organisation/keepActionSound'
import { releaseArtefact } from '../../hooks/organisation/releaseArtefact'
import { requestCrmArtefacts } from '../../hooks/organisation/requestCrmArtefacts'

const kinds = {
  relation: { nl: 'Relatie van het orgaan', en: 'Relation of the organ' },
  functionGroup: { nl: 'Groep van functionarissen', en: 'Group of function holders' },
  memberGroup: { nl: 'Groep van leden', en: 'Group of members' },
  view: { nl: 'Weergave van de leden', en: 'View of the members' },
  rights: { nl: 'Rechten in Mijn Afdeling', en: 'Rights in My Department' },
} as const

/** What is made in the CRM for every organ of an organisation (CRM-acties). */
export const CrmActions = defineCollection({
  slug: 'crm-actions',
  group: 'organisation',
  names: { nl: ['CRM-actie', 'CRM-acties'], en: ['CRM action', 'CRM actions'] },
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'organisation', 'kind', 'functionType'] },
  hooks: { beforeChange: [keepActionSound], afterChange: [requestCrmArtefacts] },
  fields: [
    { name: 'organisation', type: 'relationship', relationTo: 'organisations', required: true, index: true, label: { nl: 'Organisatie', en: 'Organisation' } },
    choice('kind', kinds, { required: true, label: { nl: 'Wat', en: 'What' } }),
    {
      name: 'title', type: 'text', required: true, maxLength: 100, defaultValue: '{orgaan}', label: { nl: 'Naam', en: 'Title' },
      admin: { description: { nl: 'Waar {orgaan} staat, komt de naam van het orgaan.', en: 'The name of the organ takes the place of {orgaan}.' } },
    },
    {
      name: 'functionType', type: 'relationship', relationTo: 'function-types', label: { nl: 'Functietype', en: 'Function type' },
      admin: { condition: (data: { kind?: string }) => ['functionGroup', 'view', 'rights'].includes(data.kind ?? '') },
    },
    {
      name: 'seesFund', type: 'checkbox', defaultValue: false, label: { nl: 'Ziet het fonds', en: 'Sees the fund' },
      admin: { condition: (data: { kind?: string }) => data.kind === 'rights' },
    },
  ],
})

/** What was made for which organ by which action; it stays when the organ ends (CRM-items van organen). */
export const CrmArtefacts = defineCollection({
  slug: 'crm-artefacts',
  group: 'organisation',
  names: { nl: ['CRM-item van orgaan', 'CRM-items van organen'], en: ['CRM item of an organ', 'CRM items of organs'] },
  audited: false,
  defaultSort: 'title',
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'organ', 'kind', 'relation', 'list', 'view', 'archivedOn'] },
  fields: [
    { name: 'organ', type: 'relationship', relationTo: 'organs', required: true, index: true, label: { nl: 'Orgaan', en: 'Organ' } },
    { name: 'action', type: 'relationship', relationTo: 'crm-actions', required: true, label: { nl: 'CRM-actie', en: 'CRM action' } },
    choice('kind', kinds, { required: true, label: { nl: 'Wat', en: 'What' } }),
    { name: 'title', type: 'text', required: true, label: { nl: 'Naam', en: 'Title' } },
    { name: 'relation', type: 'relationship', relationTo: 'relations', label: { nl: 'Relatie', en: 'Relation' } },
    { name: 'list', type: 'relationship', relationTo: 'relation-lists', label: { nl: 'Relatielijst', en: 'Relation list' } },
    { name: 'view', type: 'relationship', relationTo: 'crm-views', label: { nl: 'Weergave', en: 'View' } },
    { name: 'right', type: 'relationship', relationTo: 'organ-rights', label: { nl: 'Recht', en: 'Right' } },
    dateOnly('archivedOn', { label: { nl: 'Gearchiveerd op', en: 'Archived on' } }),
  ],
})

/** Whoever holds this function at the organ follows its members in My Department, and its fund where so set (orgaanrechten). */
export const OrganRights = defineCollection({
  slug: 'organ-rights',
  group: 'organisation',
  names: { nl: ['Recht bij orgaan', 'Rechten bij organen'], en: ['Right at an organ', 'Rights at organs'] },
  defaultSort: 'organ',
  admin: { defaultColumns: ['organ', 'functionType', 'seesFund'] },
  hooks: { beforeDelete: [releaseArtefact('right')] },
  fields: [
    { name: 'organ', type: 'relationship', relationTo: 'organs', required: true, index: true, label: { nl: 'Orgaan', en: 'Organ' } },
    { name: 'functionType', type: 'relationship', relationTo: 'function-types', required: true, label: { nl: 'Functietype', en: 'Function type' } },
    { name: 'seesFund', type: 'checkbox', defaultValue: false, label: { nl: 'Ziet het fonds', en: 'Sees the fund' } },
  ],
})
