import { checkReferences, type KnownReferences } from '../rules/checkReferences'
import { parseRule } from '../rules/parseRule'
import type { Rule } from '../rules/rule'
import { RuleError, type RuleMistake } from '../rules/ruleError'
import { expanded } from '../store/relationLists'
import { loadReferences } from '../store/ruleReferences'
import type { Transaction } from '../store/transaction'

/** A rule as somebody wrote it: `rule` where its form is right, `asked` with its lists written out where everything is. */
export type ReadRule = { readonly rule?: Rule; readonly asked?: Rule; readonly known: KnownReferences; readonly mistakes: readonly RuleMistake[] }

/** Reads a rule and everything that it points to, and finds every mistake in it. */
export async function readRule(tx: Transaction, criteria: unknown): Promise<ReadRule> {
  const known = await loadReferences(tx)
  const { value: rule, mistakes } = await orMistakes(() => parseRule(criteria))
  if (!rule) return { known, mistakes }
  const unknown = checkReferences(rule, known)
  if (unknown.length > 0) return { known, rule, mistakes: unknown }
  const { value: asked, mistakes: tooMuch } = await orMistakes(() => expanded(tx, rule))
  return { known, rule, mistakes: tooMuch, ...(asked && { asked }) }
}

async function orMistakes<T>(read: () => T | Promise<T>): Promise<{ readonly value?: T; readonly mistakes: readonly RuleMistake[] }> {
  try {
    return { value: await read(), mistakes: [] }
  } catch (error) {
    if (error instanceof RuleError) return { mistakes: error.mistakes }
    throw error
  }
}
