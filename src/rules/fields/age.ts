import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addMonths, ageOn, type LocalDate } from '../../domain/localDate'
import type { RelationFacts } from '../facts'
import { nothing, operator, type Field, type Language, type Scope, type Turn } from '../field'
import { phrases } from '../phrases'
import { anyOf, isPassed } from '../turn'
import { groupWords, operatorWords } from '../words'
import { column } from './column'

const label = { nl: 'Leeftijd', en: 'Age' } as const
const years = z.int().min(0).max(150)
const range = z.tuple([years, years]).refine(([from, to]) => from <= to, 'RULE_RANGE_REVERSED')

const birthDate = ({ relationAlias }: Pick<Scope, 'relationAlias'>): SQL => column(relationAlias, 'birth_date')

/** Whoever was born on or before this day has reached the age; the bound is reckoned here, so that the column can use an index. */
const latestBirth = (age: number, date: LocalDate): LocalDate => addMonths(date, -12 * age)

const hasReached = (age: number, scope: Scope): SQL => sql`${birthDate(scope)} <= ${latestBirth(age, scope.date)}::date`
const isBelow = (age: number, scope: Scope): SQL => sql`${birthDate(scope)} > ${latestBirth(age, scope.date)}::date`

/** Whoever reached one of these ages meanwhile. */
const reaching = (ages: readonly number[], { from, date }: Turn): SQL => {
  const births = ages.map((age) => isPassed(birthDate({ relationAlias: 'r' }), { from: latestBirth(age, from), date: latestBirth(age, date) }))
  return sql`select r.id as relation_id from relations r where ${anyOf(births)}`
}

const isAged = (facts: RelationFacts, date: LocalDate, test: (age: number) => boolean): boolean =>
  facts.birthDate !== null && test(ageOn(facts.birthDate, date))

const inYears = (language: Language): string => label[language].toLowerCase()

/** The age in whole years on the date. Unknown birth dates meet none of the comparisons. */
export const ageField: Field = {
  key: 'age',
  label,
  group: groupWords.person,
  actual: (facts, date) => facts.birthDate && ageOn(facts.birthDate, date),
  operators: {
    equals: operator(years, {
      label: operatorWords.equals,
      input: 'number',
      compile: (age, scope) => sql`${hasReached(age, scope)} and ${isBelow(age + 1, scope)}`,
      holds: (age, facts, date) => isAged(facts, date, (actual) => actual === age),
      describe: (age, language) => phrases.equals[language](inYears(language), String(age)),
      turning: (age, turn) => reaching([age, age + 1], turn),
    }),
    atLeast: operator(years, {
      label: operatorWords.atLeast,
      input: 'number',
      compile: (age, scope) => hasReached(age, scope),
      holds: (age, facts, date) => isAged(facts, date, (actual) => actual >= age),
      describe: (age, language) => phrases.atLeast[language](inYears(language), String(age)),
      turning: (age, turn) => reaching([age], turn),
    }),
    atMost: operator(years, {
      label: operatorWords.atMost,
      input: 'number',
      compile: (age, scope) => isBelow(age + 1, scope),
      holds: (age, facts, date) => isAged(facts, date, (actual) => actual <= age),
      describe: (age, language) => phrases.atMost[language](inYears(language), String(age)),
      turning: (age, turn) => reaching([age + 1], turn),
    }),
    between: operator(range, {
      label: operatorWords.between,
      input: 'numberRange',
      compile: ([from, to], scope) => sql`${hasReached(from, scope)} and ${isBelow(to + 1, scope)}`,
      holds: ([from, to], facts, date) => isAged(facts, date, (actual) => from <= actual && actual <= to),
      describe: ([from, to], language) => phrases.between[language](inYears(language), String(from), String(to)),
      turning: ([from, to], turn) => reaching([from, to + 1], turn),
    }),
    isEmpty: operator(nothing, {
      label: operatorWords.isEmpty,
      input: 'none',
      compile: (_, scope) => sql`${birthDate(scope)} is null`,
      holds: (_, facts) => facts.birthDate === null,
      describe: (_, language) => phrases.isEmpty[language](inYears(language)),
    }),
  },
}
