import type { Field } from 'payload'
import { validatePostcode } from '../../hooks/crm/validatePostcode'

/** An address as rules read it: postcode, town, municipality and province each in its own column. */
export const addressFields = (): Field[] => [
  {
    type: 'row',
    fields: [
      { name: 'street', type: 'text', maxLength: 70, label: { nl: 'Straat', en: 'Street' } },
      { name: 'houseNumber', type: 'text', maxLength: 10, label: { nl: 'Huisnummer', en: 'House number' } },
      { name: 'houseNumberAddition', type: 'text', maxLength: 10, label: { nl: 'Toevoeging', en: 'Addition' } },
    ],
  },
  {
    type: 'row',
    fields: [
      { name: 'postcode', type: 'text', maxLength: 16, validate: validatePostcode, label: { nl: 'Postcode', en: 'Postcode' } },
      { name: 'town', type: 'text', maxLength: 70, label: { nl: 'Woonplaats', en: 'Town' } },
      { name: 'municipality', type: 'text', maxLength: 70, label: { nl: 'Gemeente', en: 'Municipality' } },
    ],
  },
  {
    type: 'row',
    fields: [
      { name: 'province', type: 'text', maxLength: 70, label: { nl: 'Provincie', en: 'Province' } },
      { name: 'country', type: 'text', maxLength: 2, defaultValue: 'NL', label: { nl: 'Land', en: 'Country' } },
    ],
  },
]
