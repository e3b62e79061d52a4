import { listFieldKey } from './fields/lists'
import { isLeaf, leavesOf, type Leaf, type Rule } from './rule'
import { RuleError } from './ruleError'

/** The rule of a relation list, or undefined where there is no such list. */
export type ListRules = (list: number) => Rule | undefined

/** More than this, lists written out within lists, keeps the database busy for longer than anybody waits. */
const mostLeaves = 20_000

/**
 * The rule with the rules of relation lists in the place of every question whether somebody is on them, also of lists
 * within lists. Nobody is on a list that does not exist, nor by way of a list that is being written out already.
 * @throws RuleError RULE_TOO_LARGE
 */
export function expandLists(rule: Rule, listRule: ListRules): Rule {
  let left = mostLeaves
  const expand = (part: Rule, within: ReadonlySet<number>): Rule => {
    if (!isLeaf(part)) return part.op === 'not' ? { op: 'not', rule: expand(part.rule, within) } : { ...part, rules: part.rules.map((one) => expand(one, within)) }
    left -= 1
    if (left < 0) throw new RuleError([{ path: [], code: 'RULE_TOO_LARGE', params: { limit: mostLeaves } }])
    const lists = listsOf(part)
    if (lists.length === 0) return part
    const rules = lists.flatMap((list) => {
      const found = within.has(list) ? undefined : listRule(list)
      return found ? [expand(found, new Set([...within, list]))] : []
    })
    return { op: 'or', rules, lists }
  }
  return expand(rule, new Set())
}

/** The lists that a rule names itself, each once. */
export const listsIn = (rule: Rule): readonly number[] => [...new Set(leavesOf(rule).flatMap(({ leaf }) => listsOf(leaf)))]

/** Whether a list with this rule would be on itself, by whatever way. */
export function isCircular(list: number, rule: Rule, listRule: ListRules): boolean {
  const seen = new Set<number>()
  const next = [...listsIn(rule)]
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    if (one === list) return true
    if (seen.has(one)) continue
    seen.add(one)
    const found = listRule(one)
    if (found) next.push(...listsIn(found))
  }
  return false
}

/** The list that would become too large to be written out if this one had the rule; undefined where none would. */
export function tooLargeWith(list: number, rule: Rule, rules: ReadonlyMap<number, Rule>): number | undefined {
  const becomes = new Map([...rules, [list, rule]])
  const listRule: ListRules = (one) => becomes.get(one)
  return [...becomes].find(([id, own]) => (id === list || isCircular(list, own, listRule)) && isTooLarge(own, listRule))?.[0]
}

function isTooLarge(rule: Rule, listRule: ListRules): boolean {
  try {
    expandLists(rule, listRule)
    return false
  } catch (error) {
    if (error instanceof RuleError) return true
    throw error
  }
}

const listsOf = ({ field, value }: Leaf): readonly number[] =>
  field === listFieldKey && Array.isArray(value) ? value.filter((list): list is number => typeof list === 'number') : []
