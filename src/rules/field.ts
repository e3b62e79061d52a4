import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { z } from 'zod'
import type { LocalDate } from '../domain/localDate'
import type { RelationFacts } from './facts'

/** Dutch first, English beside it. */
export type Language = 'nl' | 'en'
export type Labels = Readonly<Record<Language, string>>

/** Where a compiled rule stands: the alias of `relations` in the query around it, and the day that it asks about. */
export type Scope = { readonly relationAlias: string; readonly date: LocalDate }

/** Names of what a rule points to by id, for its description in words; an id without a name is shown as `#12`. */
export type Names = { readonly subscriptionTypes?: ReadonlyMap<number, string> }

/**
 * A condition that only asks whether one expression over `relations` has one of these values. Many such conditions are
 * answered together by one join with a table of keys. Two lookups with the same shape ask about the same expression.
 */
export type Lookup = {
  readonly shape: string
  readonly key: (relationAlias: string) => SQL
  readonly values: readonly string[]
}

/** One operator on one field: what its value looks like, what it means in SQL, on plain facts, and in words. */
export type Operator = {
  readonly accepts: (value: unknown) => ValueCheck
  readonly compile: (value: unknown, scope: Scope) => SQL
  readonly holds: (value: unknown, facts: RelationFacts, date: LocalDate) => boolean
  readonly describe: (value: unknown, language: Language, names: Names) => string
  readonly lookup?: (value: unknown) => Lookup
}

/** The value in its stored form, or the code of what is wrong with it. */
export type ValueCheck = { readonly value: unknown } | { readonly code: string }

/** One entry of the catalogue. `actual` is what a relation has on the date, for "it is Zeist". */
export type Field = {
  readonly key: string
  readonly label: Labels
  readonly type: 'text' | 'postcode' | 'number' | 'choice' | 'subscriptionTypes'
  readonly operators: Readonly<Record<string, Operator>>
  readonly actual: (facts: RelationFacts, date: LocalDate) => Actual
}
export type Actual = string | number | null | readonly number[]

type OperatorOf<Value> = {
  readonly compile: (value: Value, scope: Scope) => SQL
  readonly holds: (value: Value, facts: RelationFacts, date: LocalDate) => boolean
  readonly describe: (value: Value, language: Language, names: Names) => string
  readonly lookup?: (value: Value) => Lookup
}

/**
 * Ties an operator to the form of its value. The value is read through its schema at every use, so that a rule that
 * never passed `parseRule` still cannot bring anything else into SQL. A schema names its own mistake by its message.
 */
export function operator<Value>(schema: z.ZodType<Value>, spec: OperatorOf<Value>): Operator {
  const { lookup } = spec
  return {
    accepts: (value) => {
      const read = schema.safeParse(value)
      return read.success ? { value: read.data } : { code: mistakeCode(read.error) }
    },
    compile: (value, scope) => spec.compile(schema.parse(value), scope),
    holds: (value, facts, date) => spec.holds(schema.parse(value), facts, date),
    describe: (value, language, names) => spec.describe(schema.parse(value), language, names),
    ...(lookup && { lookup: (value: unknown) => lookup(schema.parse(value)) }),
  }
}

const mistakeCode = (error: z.ZodError): string =>
  error.issues.find(({ message }) => message.startsWith('RULE_'))?.message ?? 'RULE_VALUE_INVALID'
