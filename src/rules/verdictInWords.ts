import { cents, formatEuro } from '../domain/money'
import { formatDate, isLocalDate } from '../domain/localDate'
import { fieldOf, operatorOf } from './catalogue'
import { describeRule } from './describeRule'
import type { Verdict } from './explainRule'
import type { Actual, Language, Names } from './field'
import { nameOf } from './names'
import { listed } from './phrases'
import { isLeaf, type Leaf } from './rule'

/** A judged rule, or a part of it, as one says it. */
export type VerdictInWords = {
  readonly kind: 'condition' | 'all' | 'any' | 'not'
  /** `Woonplaats is Zeist of Soest` */
  readonly asked: string
  readonly holds: boolean
  /** `het is Utrecht`; null for a group, and where whoever asks may not know. */
  readonly has: string | null
  /** `Woonplaats is Zeist of Soest: nee, het is Utrecht` */
  readonly line: string
  /** What made the rule fail: without it, or with the other answer, it might have held. */
  readonly isDecisive: boolean
  readonly parts: readonly VerdictInWords[]
}

type Telling = { readonly language: Language; readonly names: Names; /** Whether whoever asks may know what a relation has in this field. */ readonly mayKnow: (field: string) => boolean }

/** Every node of a judged rule with what was asked and what the relation has, and what decided where it fails. */
export const verdictInWords = (verdict: Verdict, telling: Telling): VerdictInWords => inWords(verdict, telling, new Set(verdict.holds ? [] : decidersOf(verdict)))

function inWords(verdict: Verdict, telling: Telling, deciders: ReadonlySet<Verdict>): VerdictInWords {
  const { rule, holds } = verdict
  const { language, names } = telling
  const [asked, has] = [describeRule(rule, language, names), hasOf(verdict, telling)]
  const answer = words[holds ? 'yes' : 'no'][language]
  return {
    kind: kindOf(verdict), asked, holds, has, isDecisive: deciders.has(verdict),
    line: `${asked}: ${has === null ? answer : `${answer}, ${has}`}`,
    parts: verdict.parts.map((part) => inWords(part, telling, deciders)),
  }
}

const kindOf = ({ rule }: Verdict): VerdictInWords['kind'] => (isLeaf(rule) ? 'condition' : ({ and: 'all', or: 'any', not: 'not' } as const)[rule.op])

/** Of a group that asks all the first part that fails, of one that asks any every part. A negation and a list decide as a whole. */
function decidersOf(verdict: Verdict): readonly Verdict[] {
  const { rule, parts } = verdict
  if (isLeaf(rule) || rule.op === 'not' || rule.lists || parts.length === 0) return [verdict]
  const failing = parts.filter(({ holds }) => !holds)
  return (rule.op === 'and' ? failing.slice(0, 1) : failing).flatMap(decidersOf)
}

/** What decided, in the order in which it stands. */
export const decisiveIn = (told: VerdictInWords): readonly VerdictInWords[] => (told.isDecisive ? [told] : told.parts.flatMap(decisiveIn))

function hasOf({ rule, holds, actual, parts: [inner] }: Verdict, telling: Telling): string | null {
  if (!isLeaf(rule)) return rule.op === 'not' && inner ? hasOf(inner, telling) : null
  if (actual === undefined || !telling.mayKnow(rule.field)) return null
  const { language } = telling
  if (isSeveral(actual)) return severalOf(rule, actual, { ...telling, holds })
  if (actual === null) return rule.operator === 'isEmpty' ? null : words.empty[language]
  return `${words.itIs[language]} ${oneOf(rule, actual, telling)}`
}

const isSeveral = (actual: Actual): actual is Extract<Actual, readonly unknown[]> => Array.isArray(actual)

function severalOf(rule: Leaf, actual: readonly (string | number)[], { holds, ...telling }: Telling & { readonly holds: boolean }): string {
  if (actual.length === 0) return words.none[telling.language]
  const list = listed([...new Set(actual)].map((one) => oneOf(rule, one, telling)), telling.language, 'and')
  return holds ? list : `${words.instead[telling.language]} ${list}`
}

function oneOf(rule: Leaf, value: Exclude<Actual, null | readonly unknown[]>, { language, names }: Telling): string {
  const field = fieldOf(rule.field)
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'][language]
  if (typeof value === 'string') return field?.choices?.[value]?.[language] ?? (isLocalDate(value) ? formatDate(value, language) : value)
  if (field?.references) return nameOf({ kind: field.references, id: value }, names)
  return operatorOf(rule).input === 'amountInPeriod' ? formatEuro(cents(value), language) : String(value)
}

const words = {
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  itIs: { nl: 'het is', en: 'it is' },
  empty: { nl: 'niet ingevuld', en: 'not filled in' },
  none: { nl: 'geen', en: 'none' },
  instead: { nl: 'wel', en: 'but' },
} as const
