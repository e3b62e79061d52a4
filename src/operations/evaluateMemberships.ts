import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { evaluateOrganisation, organisationIds, type EvaluationCounts, type Thoroughness } from '../store/evaluation'
import { dropChangedRelations, takeChangedRelations } from '../store/evaluation/population'
import { lockByName, type Transaction } from '../store/transaction'

/** What one run did in one organisation. */
export type OrganisationCounts = EvaluationCounts & { readonly organisation: number }

type Command = { readonly date: LocalDate; readonly thoroughness?: Thoroughness; readonly isMissedDay?: boolean; readonly lastEvaluated: () => Promise<LocalDate | undefined> }

/**
 * Evaluates the memberships of all organisations for one business date, in the given transaction, one run at a time.
 * A run waits for the one before it. `lastEvaluated` is the last date that was evaluated; running that date again is
 * safe, an earlier one is refused, as what was found on a day is never rewritten.
 * @throws DomainError EVALUATION_IN_THE_PAST
 */
export async function evaluateMemberships(tx: Transaction, { date, thoroughness = 'full', isMissedDay = false, lastEvaluated }: Command): Promise<readonly OrganisationCounts[]> {
  await lockByName(tx, 'evaluateMemberships')
  const last = await lastEvaluated()
  if (last && date < last) throw new DomainError('EVALUATION_IN_THE_PAST', { date, last })
  await takeChangedRelations(tx, { isMissedDay })
  const counts: OrganisationCounts[] = []
  for (const organisation of await organisationIds(tx)) {
    counts.push({ organisation, ...(await evaluateOrganisation(tx, { organisation, date, thoroughness, isMissedDay })) })
  }
  await dropChangedRelations(tx)
  return counts
}
