import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { periodChanges, type PeriodChange } from '../domain/periodChanges'
import { correctPeriods, type Correction, type KnownPeriod } from '../domain/periodCorrection'
import { ancestryIn, isKnownOwner, organTitles, periodsOf, writeCorrections, type PeriodOwner } from '../store/membershipCorrections'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'

/** What to correct. A day that is not given stays as it was; `countedFromDate` null takes it away. */
export type CorrectionCommand = PeriodOwner & {
  readonly organ: number | null
  readonly action: Correction['action']
  readonly membershipId?: number | undefined
  readonly startDate?: LocalDate | undefined
  readonly endDate?: LocalDate | undefined
  readonly countedFromDate?: LocalDate | null | undefined
  readonly reason: string
  readonly isPreview?: boolean | undefined
  readonly today: LocalDate
}

/** One period that the correction touches, with the title of its organ; null for the organisation itself. */
export type CorrectedPeriod = PeriodChange & { readonly title: string | null }
export type CorrectionOutcome = { readonly changes: readonly CorrectedPeriod[] }

/**
 * Corrects the past of one membership, and what has to change along above and below it (domain issue “Corrections”). What was
 * known stays readable in the list of corrections. As a preview it tells what would change and writes nothing.
 * @throws DomainError CORRECTION_REASON_REQUIRED, CORRECTION_DATES_REQUIRED, CORRECTION_NOTHING, and those of `correctPeriods`
 */
export const correctMembership = (req: PayloadRequest, command: CorrectionCommand): Promise<CorrectionOutcome> =>
  inTransaction(req, async (tx) => {
    const reason = command.reason.trim()
    if (!command.isPreview && reason === '') throw new DomainError('CORRECTION_REASON_REQUIRED')
    if (!command.isPreview) await lockByName(tx, 'evaluateMemberships')
    if (!(await isKnownOwner(tx, command))) throw new DomainError('CORRECTION_MEMBERSHIP_UNKNOWN')
    const known = await periodsOf(tx, [command])
    const after = correctPeriods(known, correctionIn(command, known), { tree: await ancestryIn(tx, command.organisation), today: command.today })
    const changes = periodChanges(known, after)
    if (changes.length === 0) throw new DomainError('CORRECTION_NOTHING')
    if (!command.isPreview) await writeCorrections(tx, changes.map((change) => ({ ...change, ...ownerIn(command) })), { source: 'manual', reason, actor: actorOf(req), today: command.today })
    return { changes: await withTitles(tx, changes) }
  })

const ownerIn = ({ relation, organisation, membershipType }: PeriodOwner): PeriodOwner => ({ relation, organisation, membershipType })

function correctionIn({ action, organ, membershipId, startDate, endDate, countedFromDate }: CorrectionCommand, known: readonly KnownPeriod[]): Correction {
  if (action === 'add') {
    if (!startDate || !endDate) throw new DomainError('CORRECTION_DATES_REQUIRED')
    return { action, organ, startDate, endDate }
  }
  const target = known.find(({ id }) => id === membershipId)
  if (!target) throw new DomainError('CORRECTION_MEMBERSHIP_UNKNOWN')
  if (action === 'remove') return { action, id: target.id }
  return {
    action, id: target.id, startDate: startDate ?? target.startDate, endDate: endDate ?? target.endDate,
    countedFromDate: countedFromDate === undefined ? target.countedFromDate : countedFromDate,
  }
}

async function withTitles(tx: Transaction, changes: readonly PeriodChange[]): Promise<readonly CorrectedPeriod[]> {
  const titles = await organTitles(tx, changes.flatMap(({ organ }) => organ ?? []))
  return changes.map((change) => ({ ...change, title: change.organ === null ? null : titles.get(change.organ) ?? `#${change.organ}` }))
}
