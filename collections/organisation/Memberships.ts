import { defineCollection } from '../defineCollection'
import { dateOnly } from '../fields/dateOnly'
import { sayHowToCorrect } from '../../hooks/organisation/sayHowToCorrect'
import { correctMembershipEndpoint } from '../../src/endpoints/correctMembershipEndpoint'
import { importMembershipHistoryEndpoint } from '../../src/endpoints/importMembershipHistoryEndpoint'

/** Derived periods `[startDate, endDate)`, written by the daily evaluation and by corrections of the past alone (lidmaatschappen). */
export const Memberships = defineCollection({
  slug: 'memberships',
  group: 'organisation',
  names: { nl: ['Lidmaatschap', 'Lidmaatschappen'], en: ['Membership', 'Memberships'] },
  audited: false,
  defaultSort: '-startDate',
  admin: {
    defaultColumns: ['relation', 'organ', 'membershipType', 'startDate', 'endDate'],
    components: { beforeListTable: ['/views/ImportHistory/HistoryLink#HistoryLink'] },
  },
  hooks: { beforeOperation: [sayHowToCorrect] },
  endpoints: [correctMembershipEndpoint, importMembershipHistoryEndpoint],
  fields: [
    { name: 'relation', type: 'relationship', relationTo: 'relations', required: true, label: { nl: 'Relatie', en: 'Relation' } },
    { name: 'organisation', type: 'relationship', relationTo: 'organisations', required: true, label: { nl: 'Organisatie', en: 'Organisation' } },
    { name: 'organ', type: 'relationship', relationTo: 'organs', label: { nl: 'Orgaan', en: 'Organ' } },
    { name: 'membershipType', type: 'relationship', relationTo: 'membership-types', required: true, label: { nl: 'Lidmaatschapstype', en: 'Membership type' } },
    dateOnly('startDate', { required: true, label: { nl: 'Ingangsdatum', en: 'Start date' } }),
    dateOnly('endDate', { label: { nl: 'Einddatum', en: 'End date' } }),
    dateOnly('countedFromDate', { label: { nl: 'Telt vanaf', en: 'Counted from' } }),
    { name: 'startReason', type: 'text', required: true, label: { nl: 'Reden ingang', en: 'Reason of start' } },
    { name: 'endReason', type: 'text', label: { nl: 'Reden einde', en: 'Reason of end' } },
  ],
})
