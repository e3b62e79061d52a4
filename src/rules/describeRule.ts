import { operatorOf } from './catalogue'
import type { Language, Names } from './field'
import { listFieldKey } from './fields/lists'
import { conjunctions } from './phrases'
import { isLeaf, type Rule } from './rule'

/** The rule as one sentence: `Provincie is Utrecht en (woonplaats is Zeist of leeftijd is minstens 65)`. */
export function describeRule(rule: Rule, language: Language, names: Names = {}): string {
  const sentence = inWords(rule, language, names)
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function inWords(rule: Rule, language: Language, names: Names): string {
  if (isLeaf(rule)) return operatorOf(rule).describe(rule.value, language, names)
  if (rule.op === 'not') return `${{ nl: 'niet', en: 'not' }[language]} (${inWords(rule.rule, language, names)})`
  if (rule.lists) return operatorOf(onLists).describe(rule.lists, language, names)
  const parts = rule.rules.map((part) => (isGroup(part) ? `(${inWords(part, language, names)})` : inWords(part, language, names)))
  return parts.join(` ${conjunctions[rule.op][language]} `)
}

const isGroup = (rule: Rule): boolean => !isLeaf(rule) && rule.op !== 'not' && !rule.lists && rule.rules.length > 1

/** Lists that were written out are still called by their names. */
const onLists = { field: listFieldKey, operator: 'oneOf' } as const
