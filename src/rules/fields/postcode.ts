import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { operator, type Field } from '../field'
import { phrases } from '../phrases'
import { groupWords, operatorWords } from '../words'
import { column, within } from './column'
import { textOperators } from './text'

const label = { nl: 'Postcode', en: 'Postcode' } as const
const columnName = 'address_postcode'

const compact = z.string().transform((text) => text.replace(/\s/g, '').toUpperCase())
const anyPostcode = compact.pipe(z.string().regex(/^[A-Z0-9-]{1,10}$/, 'RULE_POSTCODE_INVALID'))
const bound = compact.pipe(z.string().regex(/^[1-9]\d{3}([A-Z]{2})?$/, 'RULE_POSTCODE_INVALID'))
const range = z.tuple([bound, bound]).refine(([from, to]) => from <= lastOf(to), 'RULE_RANGE_REVERSED')

/** `3599` as an upper bound takes in everything up to 3599ZZ. */
const lastOf = (to: string): string => to.padEnd(6, 'Z')

const dutch = /^[1-9][0-9]{3}[A-Z]{2}$/

/** Stored as `1234AB`. A range covers Dutch postcodes only, as a foreign `3500` would otherwise fall in between. */
export const postcodeField: Field = {
  key: 'address.postcode',
  label,
  group: groupWords.address,
  actual: ({ address }) => address.postcode,
  operators: {
    ...textOperators({ subject: within(label), shape: columnName, expression: (alias) => column(alias, columnName), read: ({ address }) => address.postcode, value: anyPostcode }),
    between: operator(range, {
      label: operatorWords.between,
      input: 'postcodeRange',
      compile: ([from, to], { relationAlias }) => {
        const postcode = column(relationAlias, columnName)
        return sql`${postcode} collate "C" between ${from}::text and ${lastOf(to)}::text and ${postcode} ~ ${dutch.source}::text`
      },
      holds: ([from, to], { address: { postcode } }) =>
        postcode !== null && dutch.test(postcode) && from <= postcode && postcode <= lastOf(to),
      describe: ([from, to], language) => phrases.between[language](within(label)(language, {}), from, to),
    }),
  },
}
