import type { AddressFacts } from '../facts'
import type { Field, Labels } from '../field'
import { groupWords } from '../words'
import { column, within } from './column'
import { postcodeField } from './postcode'
import { plainText, textOperators } from './text'

const addressText = (name: Exclude<keyof AddressFacts, 'postcode'>, label: Labels): Field => {
  const shape = `address_${name}`
  return {
    key: `address.${name}`,
    label,
    group: groupWords.address,
    actual: ({ address }) => address[name],
    operators: textOperators({ subject: within(label), shape, expression: (alias) => column(alias, shape), read: ({ address }) => address[name], value: plainText }),
  }
}

/** The main address of the relation: what organs divide their members by. */
export const addressFields: readonly Field[] = [
  postcodeField,
  addressText('town', { nl: 'Woonplaats', en: 'Town' }),
  addressText('municipality', { nl: 'Gemeente', en: 'Municipality' }),
  addressText('province', { nl: 'Provincie', en: 'Province' }),
  addressText('country', { nl: 'Land', en: 'Country' }),
]
