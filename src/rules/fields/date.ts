import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { LocalDate } from '../../domain/localDate'
import { dateValue, describeDate, isInOrder, resolveDate, type DateValue } from '../dateValue'
import type { RelationFacts } from '../facts'
import { nothing, operator, type Operator, type Turn } from '../field'
import { phrases } from '../phrases'
import { anyOf, isSwept } from '../turn'
import { operatorWords } from '../words'
import type { Subject } from './column'

/** A calendar day of a relation: its words, its expression in SQL, and how plain facts carry it. */
export type DateSource = {
  readonly subject: Subject
  readonly expression: (relationAlias: string) => SQL
  readonly read: (facts: RelationFacts) => LocalDate | null
}

const range = z.tuple([dateValue, dateValue]).refine(([from, to]) => isInOrder(from, to), 'RULE_RANGE_REVERSED')

/** Before, after and between, with fixed days or days that move along. An unknown day meets none of them. */
export function dateOperators({ subject, expression, read }: DateSource): Readonly<Record<'onOrBefore' | 'onOrAfter' | 'between' | 'isEmpty', Operator>> {
  const turning = (bounds: readonly DateValue[], turn: Turn): SQL | undefined => {
    const swept = anyOf(bounds.map((bound) => isSwept(expression('r'), bound, turn)))
    return swept && sql`select r.id as relation_id from relations r where ${swept}`
  }
  const isKnown = (facts: RelationFacts, test: (day: LocalDate) => boolean): boolean => {
    const day = read(facts)
    return day !== null && test(day)
  }
  return {
    onOrBefore: operator(dateValue, {
      label: operatorWords.onOrBefore,
      input: 'date',
      compile: (bound, { relationAlias, date }) => sql`${expression(relationAlias)} <= ${resolveDate(bound, date)}::date`,
      holds: (bound, facts, date) => isKnown(facts, (day) => day <= resolveDate(bound, date)),
      describe: (bound, language, names) => phrases.onOrBefore[language](subject(language, names), describeDate(bound, language)),
      turning: (bound, turn) => turning([bound], turn),
    }),
    onOrAfter: operator(dateValue, {
      label: operatorWords.onOrAfter,
      input: 'date',
      compile: (bound, { relationAlias, date }) => sql`${expression(relationAlias)} >= ${resolveDate(bound, date)}::date`,
      holds: (bound, facts, date) => isKnown(facts, (day) => day >= resolveDate(bound, date)),
      describe: (bound, language, names) => phrases.onOrAfter[language](subject(language, names), describeDate(bound, language)),
      turning: (bound, turn) => turning([bound], turn),
    }),
    between: operator(range, {
      label: operatorWords.between,
      input: 'dateRange',
      compile: ([from, to], { relationAlias, date }) =>
        sql`${expression(relationAlias)} between ${resolveDate(from, date)}::date and ${resolveDate(to, date)}::date`,
      holds: ([from, to], facts, date) => isKnown(facts, (day) => resolveDate(from, date) <= day && day <= resolveDate(to, date)),
      describe: ([from, to], language, names) =>
        phrases.between[language](subject(language, names), describeDate(from, language), describeDate(to, language)),
      turning,
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
