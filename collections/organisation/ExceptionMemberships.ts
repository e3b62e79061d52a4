import { defineCollection } from '../defineCollection'
import { dateOnly } from '../fields/dateOnly'
import { readOnly } from '../fields/readOnly'
import { evaluateToday, evaluateTodayAfterDelete } from '../../hooks/organisation/evaluateToday'
import { keepExceptionBegun } from '../../hooks/organisation/keepExceptionBegun'
import { keepExceptionSound } from '../../hooks/organisation/keepExceptionSound'
import { noteMaker } from '../../hooks/organisation/noteMaker'

/** Who is placed in an organ whatever the rules say, from when until when and why (uitzonderingslidmaatschappen). */
export const ExceptionMemberships = defineCollection({
  slug: 'exception-memberships',
  group: 'organisation',
  names: { nl: ['Uitzonderingslidmaatschap', 'Uitzonderingslidmaatschappen'], en: ['Exception membership', 'Exception memberships'] },
  defaultSort: '-startDate',
  admin: { defaultColumns: ['relation', 'organ', 'membershipType', 'startDate', 'endDate', 'reason'], listSearchableFields: ['reason'] },
  hooks: { beforeChange: [keepExceptionSound, noteMaker], beforeDelete: [keepExceptionBegun], afterChange: [evaluateToday], afterDelete: [evaluateTodayAfterDelete] },
  fields: [
    { name: 'relation', type: 'relationship', relationTo: 'relations', required: true, index: true, label: { nl: 'Relatie', en: 'Relation' } },
    { name: 'organ', type: 'relationship', relationTo: 'organs', required: true, index: true, label: { nl: 'Orgaan', en: 'Organ' } },
    { name: 'membershipType', type: 'relationship', relationTo: 'membership-types', required: true, label: { nl: 'Lidmaatschapstype', en: 'Membership type' } },
    dateOnly('startDate', { required: true, label: { nl: 'Ingangsdatum', en: 'Start date' }, admin: { description: { nl: 'Vandaag of later. Op die dag kijkt Kring niet meer naar de regels.', en: 'Today or later. From that day Kring no longer looks at the rules.' } } }),
    dateOnly('endDate', { label: { nl: 'Einddatum', en: 'End date' }, admin: { description: { nl: 'De eerste dag zonder de uitzondering. Leeg: tot het orgaan stopt.', en: 'The first day without the exception. Empty: until the organ ends.' } } }),
    { name: 'reason', type: 'text', required: true, maxLength: 200, label: { nl: 'Reden', en: 'Reason' } },
    readOnly({ name: 'createdBy', type: 'relationship', relationTo: 'users', label: { nl: 'Gemaakt door', en: 'Created by' } }),
  ],
})
