import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { lockInstructions } from '../store/instructions'
import { endMandates, endPledgesUnder, underWay, type UnderWay } from '../store/mandateEnds'
import { lockMandate } from '../store/mandates'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'

export type EndMandate = {
  readonly mandate: number
  readonly reason: string
  /** Whether the pledges that are collected under it end as well (R-PL-5). */
  readonly endsPledges?: boolean | undefined
  readonly today: LocalDate
}

/** What was planned and is cancelled, which pledges ended, and what goes on regardless: that is with the bank, or on its way there. */
export type EndedMandate = UnderWay & { readonly cancelled: number; readonly pledges: number }

/**
 * Ends a mandate today, for good: nothing is collected under it any more, and what was planned is cancelled (sepa §7). The day of
 * signature stays. What stands in a batch already is told, not called back.
 * @throws DomainError MANDATE_UNKNOWN, MANDATE_ENDED_STAYS
 */
export const endMandate = (req: PayloadRequest, { mandate: id, reason, endsPledges, today }: EndMandate): Promise<EndedMandate> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    const mandate = await lockMandate(tx, id)
    if (!mandate) throw new DomainError('MANDATE_UNKNOWN')
    if (mandate.status === 'terminated') throw new DomainError('MANDATE_ENDED_STAYS')
    const end = { mandate: id, endedOn: today, reason: reason.trim() }
    const cancelled = await endMandates(tx, [end], actorOf(req))
    const pledges = endsPledges ? await endPledgesUnder(tx, [end], actorOf(req)) : 0
    return { cancelled, pledges, ...await underWay(tx, id) }
  })
