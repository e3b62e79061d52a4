import type { SQL } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import type { LocalDate } from '../domain/localDate'
import type { RelationFacts } from './facts'
import type { Names, Reference, ReferenceKind } from './names'

export type { Names } from './names'

/** Dutch first, English beside it. */
export type Language = 'nl' | 'en'
export type Labels = Readonly<Record<Language, string>>
export type Choices = Readonly<Record<string, Labels>>

/** Where a compiled rule stands: the alias of `relations` in the query around it, and the day that it asks about. */
export type Scope = { readonly relationAlias: string; readonly date: LocalDate }

/** From one day to a later one, while no row changed. */
export type Turn = { readonly from: LocalDate; readonly date: LocalDate }

/**
 * A condition that only asks whether one expression over `relations` has one of these values. Many such conditions are
 * answered together by one join with a table of keys. Two lookups with the same shape ask about the same expression.
 */
export type Lookup = {
  readonly shape: string
  readonly key: (relationAlias: string) => SQL
  readonly values: readonly string[]
}

/** What an editor lets somebody type or choose as the value of an operator. */
export type Input =
  | 'none' | 'text' | 'texts' | 'postcodeRange' | 'number' | 'numberRange' | 'choice' | 'choices' | 'date' | 'dateRange'
  | 'ids' | 'functions' | 'subscriptionSince' | 'amountInPeriod' | 'countInPeriod'

/** One operator on one field: what its value looks like, what it means in SQL, on plain facts, and in words. */
export type Operator = OperatorOf<unknown> & { readonly accepts: (value: unknown) => ValueCheck }

/** The value in its stored form, or the code of what is wrong with it. */
export type ValueCheck = { readonly value: unknown } | { readonly code: string }

/** One entry of the catalogue. `actual` is what a relation has on the date, for "it is Zeist". */
export type Field = {
  readonly key: string
  readonly label: Labels
  readonly group: Labels
  readonly operators: Readonly<Record<string, Operator>>
  readonly actual: (facts: RelationFacts, date: LocalDate) => Actual
  readonly choices?: Choices
  readonly references?: ReferenceKind
}
export type Actual = string | number | boolean | null | readonly number[] | readonly string[]

type OperatorOf<Value> = {
  readonly label: Labels
  readonly input: Input
  readonly compile: (value: Value, scope: Scope) => SQL
  readonly holds: (value: Value, facts: RelationFacts, date: LocalDate) => boolean
  readonly describe: (value: Value, language: Language, names: Names) => string
  readonly lookup?: (value: Value) => Lookup
  /**
   * A query of `relation_id`: at least everyone for whom the answer may differ between the two days though no row
   * changed. Undefined where time changes nothing.
   */
  readonly turning?: (value: Value, turn: Turn) => SQL | undefined
  readonly references?: (value: Value) => readonly Reference[]
  /** Where what a relation has depends on the value: how much it gave in the period that is asked about. */
  readonly actual?: (value: Value, facts: RelationFacts, date: LocalDate) => Actual
}

/**
 * Ties an operator to the form of its value. The value is read through its schema at every use, so that a rule that
 * never passed `parseRule` still cannot bring anything else into SQL. A schema names its own mistake by its message.
 */
export function operator<Value>(schema: z.ZodType<Value>, spec: OperatorOf<Value>): Operator {
  const { label, input, lookup, turning, references, actual } = spec
  return {
    label,
    input,
    accepts: (value) => {
      const read = schema.safeParse(value)
      return read.success ? { value: read.data } : { code: mistakeCode(read.error) }
    },
    compile: (value, scope) => spec.compile(schema.parse(value), scope),
    holds: (value, facts, date) => spec.holds(schema.parse(value), facts, date),
    describe: (value, language, names) => spec.describe(schema.parse(value), language, names),
    ...(lookup && { lookup: (value: unknown) => lookup(schema.parse(value)) }),
    ...(turning && { turning: (value: unknown, turn: Turn) => turning(schema.parse(value), turn) }),
    ...(references && { references: (value: unknown) => references(schema.parse(value)) }),
    ...(actual && { actual: (value: unknown, facts: RelationFacts, date: LocalDate) => actual(schema.parse(value), facts, date) }),
  }
}

/** For operators that ask nothing more. */
export const nothing = z.undefined()

const mistakeCode = (error: z.ZodError): string =>
  error.issues.find(({ message }) => message.startsWith('RULE_'))?.message ?? 'RULE_VALUE_INVALID'
