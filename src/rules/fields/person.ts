import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { addMonths, ageOn, type LocalDate } from '../../domain/localDate'
import { operator, type Field, type Language, type Scope } from '../field'
import type { RelationFacts } from '../facts'
import { phrases } from '../phrases'
import { column } from './column'

const label = { nl: 'Leeftijd', en: 'Age' } as const
const years = z.int().min(0).max(150)
const range = z.tuple([years, years]).refine(([from, to]) => from <= to, 'RULE_RANGE_REVERSED')

const birthDate = ({ relationAlias }: Scope): SQL => column(relationAlias, 'birth_date')

/** Whoever was born on or before this day has reached the age; the bound is reckoned here, so that the column can use an index. */
const latestBirth = (age: number, date: LocalDate): LocalDate => addMonths(date, -12 * age)

const hasReached = (age: number, scope: Scope): SQL => sql`${birthDate(scope)} <= ${latestBirth(age, scope.date)}::date`
const isBelow = (age: number, scope: Scope): SQL => sql`${birthDate(scope)} > ${latestBirth(age, scope.date)}::date`

const isAged = (facts: RelationFacts, date: LocalDate, test: (age: number) => boolean): boolean =>
  facts.birthDate !== null && test(ageOn(facts.birthDate, date))

const inYears = (language: Language): string => label[language].toLowerCase()

/** The age in whole years on the date. Unknown birth dates meet none of the comparisons. */
export const ageField: Field = {
  key: 'age',
  label,
  type: 'number',
  actual: (facts, date) => facts.birthDate && ageOn(facts.birthDate, date),
  operators: {
    equals: operator(years, {
      compile: (age, scope) => sql`${hasReached(age, scope)} and ${isBelow(age + 1, scope)}`,
      holds: (age, facts, date) => isAged(facts, date, (actual) => actual === age),
      describe: (age, language) => phrases.equals[language](inYears(language), String(age)),
    }),
    atLeast: operator(years, {
      compile: (age, scope) => hasReached(age, scope),
      holds: (age, facts, date) => isAged(facts, date, (actual) => actual >= age),
      describe: (age, language) => phrases.atLeast[language](inYears(language), String(age)),
    }),
    atMost: operator(years, {
      compile: (age, scope) => isBelow(age + 1, scope),
      holds: (age, facts, date) => isAged(facts, date, (actual) => actual <= age),
      describe: (age, language) => phrases.atMost[language](inYears(language), String(age)),
    }),
    between: operator(range, {
      compile: ([from, to], scope) => sql`${hasReached(from, scope)} and ${isBelow(to + 1, scope)}`,
      holds: ([from, to], facts, date) => isAged(facts, date, (actual) => from <= actual && actual <= to),
      describe: ([from, to], language) => phrases.between[language](inYears(language), String(from), String(to)),
    }),
    isEmpty: operator(z.undefined(), {
      compile: (_, scope) => sql`${birthDate(scope)} is null`,
      holds: (_, facts) => facts.birthDate === null,
      describe: (_, language) => phrases.isEmpty[language](inYears(language)),
    }),
  },
}

export const personFields: readonly Field[] = [ageField]
