import type { Input } from '../../src/rules/field'

/** What a condition starts with, before anybody filled anything in. */
const blank: Readonly<Record<Input, unknown>> = {
  none: undefined, text: '', texts: [], postcodeRange: ['', ''], number: null, numberRange: [null, null], choice: '', choices: [],
  date: '', dateRange: ['', ''], ids: [], functions: { types: [] }, subscriptionSince: { types: [], onOrBefore: { days: 0 } },
  amountInPeriod: { cents: null }, countInPeriod: { count: null },
}

export const blankValue = (input: Input): unknown => blank[input]

/** The value in the form of another operator of the same field, as far as it goes: nobody types a list of towns twice. */
export function carriedOver(from: Input, to: Input, value: unknown): unknown {
  if (from === to) return value
  const carry = ways[`${from} ${to}`]
  return carry?.(value) ?? blankValue(to)
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined)
const listOf = (value: unknown): unknown => (isEmpty(value) ? [] : [value])
const pair = (empty: unknown) => (value: unknown): unknown => [value, empty]

const ways: Readonly<Record<string, (value: unknown) => unknown>> = {
  'text texts': listOf, 'texts text': first, 'choice choices': listOf, 'choices choice': first, 'choice text': (value) => value, 'choices texts': (value) => value,
  'text choice': () => '', 'text postcodeRange': pair(''), 'postcodeRange text': first, 'number numberRange': pair(null), 'numberRange number': first,
  'date dateRange': pair(''), 'dateRange date': first,
  'ids subscriptionSince': (types) => ({ types, onOrBefore: { days: 0 } }), 'subscriptionSince ids': (value) => part(value, 'types'),
}

/** Whether something must still be filled in: that is a next step, not a mistake. */
export function isUnfinished(input: Input, value: unknown): boolean {
  switch (input) {
    case 'none': return false
    case 'postcodeRange': case 'numberRange': case 'dateRange': return !Array.isArray(value) || value.length === 0 || value.some(isEmpty)
    case 'functions': case 'subscriptionSince': return isEmpty(part(value, 'types')) || (input === 'subscriptionSince' && isEmpty(part(value, 'onOrBefore')))
    case 'amountInPeriod': return isEmpty(part(value, 'cents'))
    case 'countInPeriod': return isEmpty(part(value, 'count'))
    default: return isEmpty(value)
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** One part of a value that is an object, whatever it really is. */
export const part = (value: unknown, name: string): unknown =>
  (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined)
