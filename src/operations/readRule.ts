import { checkReferences, type KnownReferences } from '../rules/checkReferences'
import { closedFieldsIn, type ClosedField } from '../rules/closedFields'
import { currentMembershipKey } from '../rules/fields/membership'
import { listFieldKey } from '../rules/fields/lists'
import { parseRule } from '../rules/parseRule'
import type { Leaf, Rule } from '../rules/rule'
import { RuleError, type RuleMistake } from '../rules/ruleError'
import { expanded } from '../store/relationLists'
import { loadRulesBehind } from '../store/rulesBehind'
import { loadReferences } from '../store/ruleReferences'
import type { Transaction } from '../store/transaction'

/** A rule as somebody wrote it: `rule` where its form is right, `asked` with its lists written out where everything is. */
export type ReadRule = { readonly rule?: Rule; readonly asked?: Rule; readonly known: KnownReferences; readonly mistakes: readonly RuleMistake[] }

/** Nothing is closed: for the house itself, and for a rule that was judged before. */
export const nothingClosed: ClosedField = () => undefined

/** A rule of a membership type or an organ decides who is a member, and so never asks who is one on the day itself. */
export type RuleUse = 'list' | 'rule'

/** Reads a rule and everything that it points to, and finds every mistake in it, also fields that are closed to whoever asks or to this use. */
export async function readRule(tx: Transaction, criteria: unknown, closed: ClosedField, use: RuleUse = 'list'): Promise<ReadRule> {
  const known = await loadReferences(tx)
  const { value: rule, mistakes } = await orMistakes(() => parseRule(criteria))
  if (!rule) return { known, mistakes }
  const unknown = checkReferences(rule, known)
  if (unknown.length > 0) return { known, rule, mistakes: unknown }
  const { value: closedOnes, mistakes: unreadable } = await orMistakes(() => closedMistakes(tx, rule, closed, use))
  if (!closedOnes || closedOnes.length > 0) return { known, rule, mistakes: closedOnes ?? unreadable }
  const { value: asked, mistakes: tooMuch } = await orMistakes(() => expanded(tx, rule))
  return { known, rule, mistakes: tooMuch, ...(asked && { asked }) }
}

async function closedMistakes(tx: Transaction, rule: Rule, closed: ClosedField, use: RuleUse): Promise<readonly RuleMistake[]> {
  const behind = await loadRulesBehind(tx, rule)
  const behindLists = (leaf: Leaf): readonly Rule[] => (leaf.field === listFieldKey ? behind(leaf) : [])
  return [...closedFieldsIn(rule, closed, behind), ...(use === 'rule' ? closedFieldsIn(rule, closedToRules, behindLists) : [])]
}

/** Who was in a selection when it was taken stands fast, whatever its list asks; who is on a list does not. */
const closedToRules: ClosedField = (key) => (key === currentMembershipKey ? { code: 'RULE_FIELD_NOT_IN_RULES', params: { field: key } } : undefined)

async function orMistakes<T>(read: () => T | Promise<T>): Promise<{ readonly value?: T; readonly mistakes: readonly RuleMistake[] }> {
  try {
    return { value: await read(), mistakes: [] }
  } catch (error) {
    if (error instanceof RuleError) return { mistakes: error.mistakes }
    throw error
  }
}
