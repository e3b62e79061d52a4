import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { RelationFacts } from '../facts'
import { nothing, operator, type Lookup, type Operator } from '../field'
import { listed, phrases } from '../phrases'
import { operatorWords } from '../words'
import { textList, type Subject } from './column'

/** A text of a relation: its words, its expression in SQL, how plain facts carry it, and what a rule may write. */
export type TextSource = {
  readonly subject: Subject
  readonly expression: (relationAlias: string) => SQL
  /** Names the expression where many organs may be divided by it with one join. */
  readonly shape?: string
  readonly read: (facts: RelationFacts) => string | null
  readonly value: z.ZodType<string>
}

/** A text as a person types it, without the spaces around it. */
export const plainText = z.string().trim().min(1).max(200)

/** The longest list of values in one leaf: more than there are towns in the country, less than a flood. */
const longestList = 5000

/**
 * Equality, lists and prefixes on a text. Comparison is exact, capitals and accents included, as towns and provinces
 * come from one list; so it can use an index and be answered for many organs by one join.
 */
export function textOperators({ subject, expression, shape, read, value }: TextSource): Readonly<Record<'equals' | 'oneOf' | 'startsWith' | 'isEmpty', Operator>> {
  const isEqual = (values: readonly string[]): Lookup => ({ shape: shape ?? '', key: expression, values })
  return {
    equals: operator(value, {
      label: operatorWords.equals,
      input: 'text',
      compile: (text, { relationAlias }) => sql`${expression(relationAlias)} = ${text}::text`,
      holds: (text, facts) => read(facts) === text,
      describe: (text, language, names) => phrases.equals[language](subject(language, names), text),
      ...(shape && { lookup: (text: string) => isEqual([text]) }),
    }),
    oneOf: operator(z.array(value).min(1).max(longestList), {
      label: operatorWords.oneOf,
      input: 'texts',
      compile: (texts, { relationAlias }) => sql`${expression(relationAlias)} = any(${textList(texts)})`,
      holds: (texts, facts) => texts.some((text) => read(facts) === text),
      describe: (texts, language, names) => phrases.equals[language](subject(language, names), listed(texts, language)),
      ...(shape && { lookup: isEqual }),
    }),
    startsWith: operator(value, {
      label: operatorWords.startsWith,
      input: 'text',
      compile: (prefix, { relationAlias }) => sql`starts_with(${expression(relationAlias)}, ${prefix}::text)`,
      holds: (prefix, facts) => read(facts)?.startsWith(prefix) ?? false,
      describe: (prefix, language, names) => phrases.startsWith[language](subject(language, names), prefix),
      ...(shape && { lookup: (prefix: string) => prefixLookup({ shape, expression }, prefix) }),
    }),
    isEmpty: operator(nothing, {
      label: operatorWords.isEmpty,
      input: 'none',
      compile: (_, { relationAlias }) => sql`coalesce(${expression(relationAlias)}, '') = ''`,
      holds: (_, facts) => (read(facts) ?? '') === '',
      describe: (_, language, names) => phrases.isEmpty[language](subject(language, names)),
    }),
  }
}

/** PostgreSQL counts whole characters, JavaScript halves of some; the spread counts them whole as well. */
function prefixLookup({ shape, expression }: { readonly shape: string; readonly expression: TextSource['expression'] }, prefix: string): Lookup {
  const length = [...prefix].length
  return {
    shape: `${shape}_${length}`,
    key: (alias) => sql`left(${expression(alias)}, ${sql.raw(String(length))})`,
    values: [prefix],
  }
}
