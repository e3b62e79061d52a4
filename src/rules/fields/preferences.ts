import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { Preference, RelationFacts } from '../facts'
import { operator, type Field, type Labels } from '../field'
import { listed } from '../phrases'
import { groupWords, operatorWords } from '../words'
import { column } from './column'

const choices: Readonly<Record<Preference, Labels>> = {
  newsletter: { nl: 'nieuwsbrief', en: 'newsletter' },
  email: { nl: 'e-mail', en: 'e-mail' },
  phone: { nl: 'telefoon', en: 'phone' },
  post: { nl: 'post', en: 'post' },
}
const preferences = ['newsletter', 'email', 'phone', 'post'] as const

const allowed = ({ preferences: given }: RelationFacts): readonly Preference[] => preferences.filter((one) => given[one])

/** What the relation agreed to receive; one of those that are asked is enough. */
export const preferencesField: Field = {
  key: 'preferences.allows',
  label: { nl: 'Communicatievoorkeur', en: 'Communication preference' },
  group: groupWords.relation,
  choices,
  actual: allowed,
  operators: {
    oneOf: operator(z.array(z.enum(preferences)).min(1), {
      label: operatorWords.oneOf,
      input: 'choices',
      compile: (asked, { relationAlias }) =>
        sql`(${sql.join(asked.map((one) => sql`${column(relationAlias, `preferences_${one}`)} is true`), sql` or `)})`,
      holds: (asked, facts) => allowed(facts).some((one) => asked.includes(one)),
      describe: (asked, language) => {
        const list = listed(asked.map((one) => choices[one][language]), language)
        return { nl: `wil ${list} ontvangen`, en: `agreed to ${list}` }[language]
      },
    }),
  },
}
