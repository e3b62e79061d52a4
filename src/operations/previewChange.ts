import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { dropPreview, previewChanges } from '../store/evaluation/previewChanges'
import { summarisePreview, type PreviewSummary } from '../store/evaluation/previewSummary'
import { withLists } from '../store/evaluation/division'
import type { PlannedChange } from '../store/evaluation/plannedChange'
import { organisationOf } from '../store/organisationOf'
import { inTransaction, type Transaction } from '../store/transaction'
import { checkChange } from './previewChecks'

/** A change as somebody is about to save it; `criteria` null ends a rule. */
export type ProposedChange =
  | { readonly kind: 'rule'; readonly organ: number | null; readonly membershipType: number | null; readonly criteria: unknown; readonly date: LocalDate }
  | { readonly kind: 'transfer'; readonly organ: number; readonly parent: number | null; readonly date: LocalDate }
  | { readonly kind: 'end'; readonly organ: number; readonly date: LocalDate }

export type Preview = PreviewSummary & { readonly date: LocalDate }

/**
 * Who would move from where to where, and who would fall out, in the run of the change's date, as the relations are now.
 * The daily engine itself answers; nothing is written. What saving would refuse is refused here, in the same words.
 * @throws DomainError PREVIEW_IN_THE_PAST, ORGAN_UNKNOWN, RULE_NEEDS_SCOPE; ChangeRefused at a field; RuleError with the mistakes in the rule
 */
export const previewChange = (req: PayloadRequest, { change, today }: { readonly change: ProposedChange; readonly today: LocalDate }): Promise<Preview> =>
  inTransaction(req, async (tx) => {
    if (change.kind === 'rule' && change.date < today) throw new DomainError('PREVIEW_IN_THE_PAST', { today })
    const scope = { organ: change.organ, type: change.kind === 'rule' ? change.membershipType : null }
    if (scope.organ === null && scope.type === null) throw new DomainError('RULE_NEEDS_SCOPE')
    const organisation = await organisationOf(tx, scope)
    if (organisation === undefined) throw new DomainError('ORGAN_UNKNOWN')
    await checkChange(tx, change, today)
    await previewChanges(tx, organisation, await plannedFrom(tx, change))
    const summary = await summarisePreview(tx, organisation)
    await dropPreview(tx)
    return { date: change.date, ...summary }
  })

async function plannedFrom(tx: Transaction, change: ProposedChange): Promise<PlannedChange> {
  if (change.kind !== 'rule') return change
  const { kind, organ, membershipType: type, criteria, date } = change
  return { kind, organ, type, date, rule: criteria === null ? undefined : (await withLists(tx))(criteria) }
}
