import type { LocalDate } from '../domain/localDate'
import { RuleError } from '../rules/ruleError'
import { organOn } from '../store/organPlacements'
import { hadMembers } from '../store/organs'
import { countsRules, hasOtherVersions, type RuleScope } from '../store/ruleVersions'
import type { Transaction } from '../store/transaction'
import { ChangeRefused } from './changeRefused'
import { checkEnd } from './endChecks'
import type { ProposedChange } from './previewChange'
import { nothingClosed, readRule } from './readRule'
import { checkTransfer } from './transferChecks'

/**
 * Refuses what saving would refuse, in the same words.
 * @throws ChangeRefused at a field, RuleError with every mistake in the rule
 */
export async function checkChange(tx: Transaction, change: ProposedChange, today: LocalDate): Promise<void> {
  if (change.kind === 'transfer') return checkTransfer(tx, { organ: change.organ, parent: change.parent ?? undefined, validFrom: change.date, today })
  if (change.kind === 'rule') return checkRule(tx, change, today)
  const was = (await organOn(tx, change.organ, change.date))?.endDate ?? null
  if (was !== change.date) await checkEnd(tx, { organ: change.organ, was, becomes: change.date, today })
}

async function checkRule(tx: Transaction, { organ, membershipType, criteria, date }: ProposedChange & { readonly kind: 'rule' }, today: LocalDate): Promise<void> {
  if (criteria !== null) {
    const { mistakes } = await readRule(tx, criteria, nothingClosed, 'rule')
    if (mistakes.length > 0) throw new RuleError(mistakes)
    if (organ !== null && await countsRules(tx, organ) === false) throw new ChangeRefused('organ', 'RULE_ORGAN_WITHOUT_RULES')
  }
  if (date > today) return
  if (criteria === null) throw new ChangeRefused('validTo', 'RULE_END_FROM_TOMORROW')
  if (await isRunning(tx, { organ, membershipType })) throw new ChangeRefused('validFrom', 'RULE_FROM_TOMORROW')
}

/** Where rules or members are already, no rule begins today. */
const isRunning = async (tx: Transaction, scope: RuleScope): Promise<boolean> =>
  await hasOtherVersions(tx, scope) || (scope.organ !== null && await hadMembers(tx, scope.organ))
