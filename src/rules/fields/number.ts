import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { RelationFacts } from '../facts'
import { nothing, operator, type Operator } from '../field'
import { phrases } from '../phrases'
import { operatorWords } from '../words'
import type { Subject } from './column'

/** A number of a relation: its words, its expression in SQL, and how plain facts carry it. */
export type NumberSource = {
  readonly subject: Subject
  readonly expression: (relationAlias: string) => SQL
  readonly read: (facts: RelationFacts) => number | null
}

const number = z.number().min(-1e15).max(1e15)
const range = z.tuple([number, number]).refine(([from, to]) => from <= to, 'RULE_RANGE_REVERSED')

/** Comparisons of a number. An unknown number meets none of them. */
export function numberOperators({ subject, expression, read }: NumberSource): Readonly<Record<'equals' | 'atLeast' | 'atMost' | 'between' | 'isEmpty', Operator>> {
  const isKnown = (facts: RelationFacts, test: (actual: number) => boolean): boolean => {
    const actual = read(facts)
    return actual !== null && test(actual)
  }
  return {
    equals: operator(number, {
      label: operatorWords.equals,
      input: 'number',
      compile: (asked, { relationAlias }) => sql`${expression(relationAlias)} = ${asked}::numeric`,
      holds: (asked, facts) => isKnown(facts, (actual) => actual === asked),
      describe: (asked, language, names) => phrases.equals[language](subject(language, names), String(asked)),
    }),
    atLeast: operator(number, {
      label: operatorWords.atLeast,
      input: 'number',
      compile: (asked, { relationAlias }) => sql`${expression(relationAlias)} >= ${asked}::numeric`,
      holds: (asked, facts) => isKnown(facts, (actual) => actual >= asked),
      describe: (asked, language, names) => phrases.atLeast[language](subject(language, names), String(asked)),
    }),
    atMost: operator(number, {
      label: operatorWords.atMost,
      input: 'number',
      compile: (asked, { relationAlias }) => sql`${expression(relationAlias)} <= ${asked}::numeric`,
      holds: (asked, facts) => isKnown(facts, (actual) => actual <= asked),
      describe: (asked, language, names) => phrases.atMost[language](subject(language, names), String(asked)),
    }),
    between: operator(range, {
      label: operatorWords.between,
      input: 'numberRange',
      compile: ([from, to], { relationAlias }) => sql`${expression(relationAlias)} between ${from}::numeric and ${to}::numeric`,
      holds: ([from, to], facts) => isKnown(facts, (actual) => from <= actual && actual <= to),
      describe: ([from, to], language, names) => phrases.between[language](subject(language, names), String(from), String(to)),
    }),
    isEmpty: operator(nothing, {
      label: operatorWords.isEmpty,
      input: 'none',
      compile: (_, { relationAlias }) => sql`${expression(relationAlias)} is null`,
      holds: (_, facts) => read(facts) === null,
      describe: (_, language, names) => phrases.isEmpty[language](subject(language, names)),
    }),
  }
}
