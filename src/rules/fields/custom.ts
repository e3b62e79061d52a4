import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { CustomFieldType } from '../../domain/customField'
import { isLocalDate, type LocalDate } from '../../domain/localDate'
import type { RelationFacts } from '../facts'
import { nothing, operator, type Actual, type Field, type Operator } from '../field'
import { phrases } from '../phrases'
import { groupWords, operatorWords } from '../words'
import { column, type Subject } from './column'
import { dateOperators } from './date'
import { numberOperators } from './number'
import { plainText, textOperators } from './text'

/** The key under which rules ask for a custom field: its type stands in it, so that a rule is read without asking anybody. */
export const customFieldKey = ({ type, key }: { readonly type: CustomFieldType; readonly key: string }): string => `custom.${type}.${key}`

/** The type and the key of the custom field that a rule asks for; undefined for any other field. */
export function customFieldIn(fieldKey: string): { readonly type: CustomFieldType; readonly key: string } | undefined {
  const [, type, key] = /^custom\.(text|number|date|yesNo)\.([a-z][A-Za-z0-9]{0,39})$/.exec(fieldKey) ?? []
  return type !== undefined && key !== undefined ? { type: type as CustomFieldType, key } : undefined
}

/** The field for a custom field of any name: whether there is one is for `checkReferences` to say. */
export function customField(fieldKey: string): Field | undefined {
  const asked = customFieldIn(fieldKey)
  if (!asked) return undefined
  const { type, key } = asked
  return { key: fieldKey, label: { nl: key, en: key }, group: groupWords.custom, actual: (facts) => actualOf[type](facts, key), operators: operatorsOf[type](key) }
}

/** Nothing but the own properties: a key may be called `constructor`. */
const valueIn = ({ custom }: RelationFacts, key: string): unknown => (Object.hasOwn(custom, key) ? custom[key] : undefined)

const textIn = (facts: RelationFacts, key: string): string | null => {
  const value = valueIn(facts, key)
  return typeof value === 'string' ? value : null
}
const numberIn = (facts: RelationFacts, key: string): number | null => {
  const value = valueIn(facts, key)
  return typeof value === 'number' ? value : null
}
const dateIn = (facts: RelationFacts, key: string): LocalDate | null => {
  const value = valueIn(facts, key)
  return typeof value === 'string' && isLocalDate(value) ? value : null
}
const yesNoIn = (facts: RelationFacts, key: string): boolean | null => {
  const value = valueIn(facts, key)
  return typeof value === 'boolean' ? value : null
}

const actualOf: Readonly<Record<CustomFieldType, (facts: RelationFacts, key: string) => Actual>> = { text: textIn, number: numberIn, date: dateIn, yesNo: yesNoIn }

const json = (alias: string, key: string): SQL => sql`${column(alias, 'custom_fields')} -> ${key}::text`
const plain = (alias: string, key: string): SQL => sql`${column(alias, 'custom_fields')} ->> ${key}::text`

/** What is of another kind than the field says comes out as null, and never as an error. */
const expressions = {
  text: (key: string) => (alias: string) => sql`case jsonb_typeof(${json(alias, key)}) when 'string' then ${plain(alias, key)} end`,
  number: (key: string) => (alias: string) => sql`case jsonb_typeof(${json(alias, key)}) when 'number' then (${plain(alias, key)})::numeric end`,
  date: (key: string) => (alias: string) => sql`
    case when jsonb_typeof(${json(alias, key)}) = 'string' and ${plain(alias, key)} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(${plain(alias, key)}, 'date')
         then (${plain(alias, key)})::date end`,
} as const

const operatorsOf: Readonly<Record<CustomFieldType, (key: string) => Readonly<Record<string, Operator>>>> = {
  text: (key) => textOperators({ subject: titled(key), expression: parenthesised(expressions.text(key)), read: (facts) => textIn(facts, key), value: plainText }),
  number: (key) => numberOperators({ subject: titled(key), expression: parenthesised(expressions.number(key)), read: (facts) => numberIn(facts, key) }),
  date: (key) => dateOperators({ subject: titled(key), expression: parenthesised(expressions.date(key)), read: (facts) => dateIn(facts, key) }),
  yesNo: (key) => ({
    isTrue: operator(nothing, {
      label: operatorWords.isTrue,
      input: 'none',
      compile: (_, { relationAlias }) => sql`(${json(relationAlias, key)}) = 'true'::jsonb`,
      holds: (_, facts) => yesNoIn(facts, key) === true,
      describe: (_, language, names) => phrases.isTrue[language](titled(key)(language, names)),
    }),
  }),
}

const titled = (key: string): Subject => (_, names) => names.customFields?.get(key)?.title ?? key
const parenthesised = (expression: (alias: string) => SQL) => (alias: string): SQL => sql`(${expression(alias)})`
