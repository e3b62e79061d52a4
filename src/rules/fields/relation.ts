import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { operator, type Choices, type Field, type Labels, type Language } from '../field'
import { listed, phrases } from '../phrases'
import { groupWords, operatorWords } from '../words'
import { column, textList } from './column'

const choiceField = (name: 'type' | 'status', label: Labels, choices: Choices): Field => {
  const choice = z.enum(Object.keys(choices))
  const word = (value: string, language: Language): string => choices[value]?.[language] ?? value
  const isOneOf = (values: readonly string[], language: Language): string =>
    phrases.equals[language](label[language].toLowerCase(), listed(values.map((value) => word(value, language)), language))
  return {
    key: `relation.${name}`,
    label,
    group: groupWords.relation,
    choices,
    actual: (facts) => facts[name],
    operators: {
      equals: operator(choice, {
        label: operatorWords.equals,
        input: 'choice',
        compile: (value, { relationAlias }) => sql`${column(relationAlias, name)}::text = ${value}::text`,
        holds: (value, facts) => facts[name] === value,
        describe: (value, language) => isOneOf([value], language),
      }),
      oneOf: operator(z.array(choice).min(1), {
        label: operatorWords.oneOf,
        input: 'choices',
        compile: (values, { relationAlias }) => sql`${column(relationAlias, name)}::text = any(${textList(values)})`,
        holds: (values, facts) => values.includes(facts[name]),
        describe: isOneOf,
      }),
    },
  }
}

/** What a relation is and whether it is still in use. */
export const relationFields: readonly Field[] = [
  choiceField('type', { nl: 'Relatietype', en: 'Relation type' }, {
    person: { nl: 'persoon', en: 'person' },
    organisation: { nl: 'organisatie', en: 'organisation' },
  }),
  choiceField('status', { nl: 'Status', en: 'Status' }, {
    active: { nl: 'actief', en: 'active' },
    archived: { nl: 'gearchiveerd', en: 'archived' },
  }),
]
