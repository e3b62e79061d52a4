import type { LocalDate } from '../domain/localDate'
import { firstPlaceAfter } from '../store/organPlacements'
import type { Transaction } from '../store/transaction'
import { ChangeRefused } from './changeRefused'

/** An organ's end as it stands and as it would be; null is none. */
export type OrganEnd = { readonly organ: number; readonly was: LocalDate | null; readonly becomes: LocalDate | null; readonly today: LocalDate }

/**
 * An organ stops today or later, after what is planned for it, and what has stopped does not begin again (R-END-5, R-END-6, R-TRF-5).
 * @throws ChangeRefused at `endDate`
 */
export async function checkEnd(tx: Transaction, { organ, was, becomes, today }: OrganEnd): Promise<void> {
  if (was && was <= today) throw new ChangeRefused('endDate', 'ORGAN_ENDED', { endDate: was })
  if (becomes && becomes < today) throw new ChangeRefused('endDate', 'ORGAN_END_IN_THE_PAST')
  const planned = becomes ? await firstPlaceAfter(tx, organ, becomes) : undefined
  if (!planned) return
  const code = !planned.isTransfer ? 'ORGAN_END_BEFORE_CHILD' : planned.organ === organ ? 'ORGAN_END_BEFORE_TRANSFER' : 'ORGAN_END_BEFORE_ARRIVAL'
  throw new ChangeRefused('endDate', code, { organ: planned.title, validFrom: planned.validFrom })
}
