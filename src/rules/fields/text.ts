import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { RelationFacts } from '../facts'
import { operator, type Labels, type Language, type Lookup, type Operator } from '../field'
import { listed, phrases } from '../phrases'
import { column, textList } from './column'

/** A text of `relations`: its column, how plain facts carry it, what a rule may write and how many at most. */
export type TextSource = {
  readonly label: Labels
  readonly columnName: string
  readonly read: (facts: RelationFacts) => string | null
  readonly value: z.ZodType<string>
}

/** A text as a person types it, without the spaces around it. */
export const plainText = z.string().trim().min(1).max(200)

/** The longest list of values in one leaf: more than there are towns in the country, less than a flood. */
const longestList = 5000

/**
 * Equality, lists and prefixes on a text column. Comparison is exact, capitals and accents included, as towns and
 * provinces come from one list; so it can use an index and be answered for many organs by one join.
 */
export function textOperators(source: TextSource): Readonly<Record<'equals' | 'oneOf' | 'startsWith' | 'isEmpty', Operator>> {
  const { columnName, read, value } = source
  const label = (language: Language): string => source.label[language].toLowerCase()
  const isEqual = (values: readonly string[]): Lookup => ({ shape: columnName, key: (alias) => column(alias, columnName), values })
  return {
    equals: operator(value, {
      compile: (text, { relationAlias }) => sql`${column(relationAlias, columnName)} = ${text}::text`,
      holds: (text, facts) => read(facts) === text,
      describe: (text, language) => phrases.equals[language](label(language), text),
      lookup: (text) => isEqual([text]),
    }),
    oneOf: operator(z.array(value).min(1).max(longestList), {
      compile: (texts, { relationAlias }) => sql`${column(relationAlias, columnName)} = any(${textList(texts)})`,
      holds: (texts, facts) => texts.some((text) => read(facts) === text),
      describe: (texts, language) => phrases.equals[language](label(language), listed(texts, language)),
      lookup: isEqual,
    }),
    startsWith: operator(value, {
      compile: (prefix, { relationAlias }) => sql`starts_with(${column(relationAlias, columnName)}, ${prefix}::text)`,
      holds: (prefix, facts) => read(facts)?.startsWith(prefix) ?? false,
      describe: (prefix, language) => phrases.startsWith[language](label(language), prefix),
      lookup: (prefix) => prefixLookup(columnName, prefix),
    }),
    isEmpty: operator(z.undefined(), {
      compile: (_, { relationAlias }) => sql`coalesce(${column(relationAlias, columnName)}, '') = ''`,
      holds: (_, facts) => (read(facts) ?? '') === '',
      describe: (_, language) => phrases.isEmpty[language](label(language)),
    }),
  }
}

/** PostgreSQL counts whole characters, JavaScript halves of some; the spread counts them whole as well. */
function prefixLookup(columnName: string, prefix: string): Lookup {
  const length = [...prefix].length
  return {
    shape: `${columnName}_${length}`,
    key: (alias) => sql`left(${column(alias, columnName)}, ${sql.raw(String(length))})`,
    values: [prefix],
  }
}
