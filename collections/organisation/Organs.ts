import { defineCollection } from '../defineCollection'
import { choice } from '../fields/choice'
import { dateOnly } from '../fields/dateOnly'
import { previewChangeEndpoint } from '../../src/endpoints/previewChangeEndpoint'
import { evaluateToday } from '../../hooks/organisation/evaluateToday'
import { keepOrganEnd } from '../../hooks/organisation/keepOrganEnd'
import { keepOrganMode } from '../../hooks/organisation/keepOrganMode'
import { keepTreeSound } from '../../hooks/organisation/keepTreeSound'
import { requestCrmArtefacts } from '../../hooks/organisation/requestCrmArtefacts'
import { archiveOrganEndpoint } from '../../src/endpoints/archiveOrganEndpoint'
import { organMembersEndpoint } from '../../src/endpoints/organMembersEndpoint'
import { organOverlapsEndpoint } from '../../src/endpoints/overlapsEndpoint'

/** A part of an organisation that people can be members of: province, municipality, branch (organen). */
export const Organs = defineCollection({
  slug: 'organs',
  group: 'organisation',
  names: { nl: ['Orgaan', 'Organen'], en: ['Organ', 'Organs'] },
  defaultSort: 'title',
  defaultPopulate: { title: true, code: true },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'code', 'parent', 'startDate', 'endDate'],
    listSearchableFields: ['title', 'code'],
    components: { edit: { beforeDocumentControls: ['/views/ArchiveOrgan/ArchiveOrgan#ArchiveOrgan'] } },
  },
  hooks: { beforeChange: [keepTreeSound, keepOrganEnd, keepOrganMode], afterChange: [requestCrmArtefacts, evaluateToday] },
  endpoints: [previewChangeEndpoint, organMembersEndpoint, organOverlapsEndpoint, archiveOrganEndpoint],
  fields: [
    { name: 'title', type: 'text', required: true, label: { nl: 'Naam', en: 'Title' } },
    { name: 'code', type: 'text', maxLength: 20, label: 'Code' },
    { name: 'organisation', type: 'relationship', relationTo: 'organisations', required: true, index: true, label: { nl: 'Organisatie', en: 'Organisation' } },
    { name: 'parent', type: 'relationship', relationTo: 'organs', index: true, label: { nl: 'Valt onder', en: 'Parent' }, admin: { description: { nl: 'Een orgaan met leden verhuist met een overdracht: zie Organen in beeld.', en: 'An organ with members moves by a transfer: see Organs at a glance.' } } },
    dateOnly('startDate', { required: true, label: { nl: 'Ingangsdatum', en: 'Start date' } }),
    dateOnly('endDate', {
      label: { nl: 'Einddatum', en: 'End date' },
      admin: { description: {
        nl: 'Vanaf deze dag bestaat het orgaan niet meer, en ook niet wat eronder valt: alle lidmaatschappen daar eindigen op deze dag.',
        en: 'From this day the organ exists no longer, nor does what is below it: all memberships there end on this day.',
      } },
    }),
    choice('ruleMode', {
      rules: { nl: 'Regels bepalen de leden', en: 'Rules decide the members' },
      none: { nl: 'Nog geen regels: geen leden', en: 'No rules yet: no members' },
      passThrough: { nl: 'Groepeert alleen: geen extra voorwaarde', en: 'Groups only: no extra condition' },
    }, { required: true, defaultValue: 'none', label: { nl: 'Indeling', en: 'Division' } }),
    { name: 'rules', type: 'join', collection: 'rule-versions', on: 'organ', maxDepth: 0, label: { nl: 'Regels', en: 'Rules' }, admin: { defaultColumns: ['sentence', 'membershipType', 'validFrom', 'validTo'] } },
  ],
})
