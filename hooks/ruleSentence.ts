import { nothingClosed, readRule } from '../src/operations/readRule'
import { describeRule } from '../src/rules/describeRule'
import type { Rule } from '../src/rules/rule'
import { lockLists } from '../src/store/relationLists'
import type { Transaction } from '../src/store/transaction'

/**
 * A rule that is about to be kept, with its sentence in Dutch; nothing where the criteria are wrong, as the field's own
 * validation says what and where. Until the transaction ends no list that the rule uses can be taken away.
 */
export async function ruleSentence(tx: Transaction, criteria: unknown): Promise<{ readonly rule?: Rule; readonly sentence?: string }> {
  await lockLists(tx)
  const { rule, known } = await readRule(tx, criteria, nothingClosed)
  return rule ? { rule, sentence: describeRule(rule, 'nl', known) } : {}
}
