import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { evaluateOrganisation, organisationIds, type EvaluationCounts } from '../store/evaluation'
import { lockByName, type Transaction } from '../store/transaction'

/** What one run did in one organisation. */
export type OrganisationCounts = EvaluationCounts & { readonly organisation: number }

/**
 * Evaluates the memberships of all organisations for one business date, in the given transaction, one run at a time.
 * A run waits for the one before it. `lastEvaluated` is the last date that was evaluated; running that date again is
 * safe, an earlier one is refused, as what was found on a day is never rewritten.
 * @throws DomainError EVALUATION_IN_THE_PAST
 */
export async function evaluateMemberships(
  tx: Transaction,
  { date, lastEvaluated }: { readonly date: LocalDate; readonly lastEvaluated: () => Promise<LocalDate | undefined> },
): Promise<readonly OrganisationCounts[]> {
  await lockByName(tx, 'evaluateMemberships')
  const last = await lastEvaluated()
  if (last && date < last) throw new DomainError('EVALUATION_IN_THE_PAST', { date, last })
  const counts: OrganisationCounts[] = []
  for (const organisation of await organisationIds(tx)) {
    counts.push({ organisation, ...(await evaluateOrganisation(tx, { organisation, date })) })
  }
  return counts
}
