import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { formatDate, type LocalDate } from '../domain/localDate'
import { loadDivision, type Division } from '../store/evaluation/division'
import { evaluatedOn, fingerprintOf } from '../store/evaluation/evaluatedDays'
import { explainPlace, type Explanation } from '../store/evaluation/explainPlace'
import { recordedPeriod, wasCorrected, type RecordedPeriod } from '../store/recordedPeriod'
import { loadFacts, type KnownRelation } from '../store/relationFacts'
import { organisationOf } from '../store/organisationOf'
import { inTransaction, type Transaction } from '../store/transaction'

/** A place: an organ, or null for the organisation itself, as a member of one type, on a day. */
export type ExplainQuestion = { readonly relation: number; readonly organ: number | null; readonly membershipType: number; readonly date: LocalDate; readonly today: LocalDate }

export type ExplainedMembership = {
  readonly explanation: Explanation
  /** The period that is on record for that day, if any. */
  readonly recorded: RecordedPeriod | null
  /** Whether the record says the same. It does not where something changed since the last run, or a correction was made. */
  readonly isAsRecorded: boolean
  /** For a past day that the record tells otherwise: whether a correction was made of this place since. */
  readonly isCorrected: boolean
  /** `then`: judged by the facts as they were when that day was evaluated. `now`: by the facts of this moment. */
  readonly basis: 'then' | 'now'
  /** For a past day: the tree, the rules or a relation list were changed since, outside their own history. */
  readonly isDivisionChanged: boolean
}

/**
 * Every rule on the way to the place with its verdict and the value that decided it. A past day is judged by the facts of
 * that day's run, today and later by those of now.
 * @throws DomainError RELATION_UNKNOWN, ORGAN_UNKNOWN, EXPLAIN_NOT_EVALUATED
 */
export const explainMembership = (req: PayloadRequest, question: ExplainQuestion): Promise<ExplainedMembership> =>
  inTransaction(req, (tx) => explainIn(tx, question))

/** The same, within a transaction. */
export async function explainIn(tx: Transaction, { relation, organ, membershipType: type, date, today }: ExplainQuestion): Promise<ExplainedMembership> {
  const organisation = await organisationOf(tx, { organ, type })
  if (organisation === undefined) throw new DomainError('ORGAN_UNKNOWN')
  const run = date < today ? await evaluatedOn(tx, organisation, date) : undefined
  if (date < today && !run) throw new DomainError('EXPLAIN_NOT_EVALUATED', { date: formatDate(date, 'nl') })
  const known = (await loadFacts(tx, [relation], run?.at)).get(relation)
  if (!known) throw new DomainError('RELATION_UNKNOWN')
  const division = await loadDivision(tx, organisation, date)
  const explanation = explainPlace(withOwnExceptions(division, relation, known), { relation, facts: known.facts, deceasedOn: known.deceasedOn }, { organ, type })
  const recorded = await recordedPeriod(tx, { relation, organisation, organ, type }, date)
  const isAsRecorded = (recorded !== null) === explanation.isMember
  return {
    explanation, recorded, isAsRecorded,
    isCorrected: !isAsRecorded && await wasCorrected(tx, { relation, organisation, organ, type }),
    basis: run ? 'then' : 'now', isDivisionChanged: run !== undefined && run.division !== fingerprintOf(division),
  }
}

/** The exceptions as they were known with the facts, not as they are now. */
const withOwnExceptions = (division: Division, relation: number, { exceptions }: KnownRelation): Division => ({
  ...division,
  exceptions: exceptions
    .filter(({ startDate, endDate }) => startDate <= division.date && (endDate === null || division.date < endDate))
    .map(({ organ, membershipType }) => ({ relation, organ, type: membershipType })),
})
