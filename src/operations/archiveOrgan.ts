import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { activeRelationsOf, archiveArtefacts, endOfOrgan } from '../store/crmArtefacts'
import { endFunctionsAt } from '../store/functions'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'

export type Archived = { readonly functions: number; readonly items: number }

/**
 * Archives what was made in the CRM for an organ that has ended: its relation, and the functions at it, so that whoever
 * represented it sees nothing there any more (R-END-3, R-END-4). Memberships stay what they were.
 * @throws DomainError ORGAN_UNKNOWN, ORGAN_NOT_ENDED
 */
export const archiveOrgan = (req: PayloadRequest, { organ, today }: { readonly organ: number; readonly today: LocalDate }): Promise<Archived> =>
  inTransaction(req, async (tx) => {
    const found = await endOfOrgan(tx, organ)
    if (!found) throw new DomainError('ORGAN_UNKNOWN')
    if (!found.endDate || found.endDate > today) throw new DomainError('ORGAN_NOT_ENDED', { title: found.title })
    const functions = await endFunctionsAt(tx, organ, today, actorOf(req))
    const items = await archiveArtefacts(tx, { organ }, today)
    for (const id of await activeRelationsOf(tx, organ)) await req.payload.update({ collection: 'relations', id, data: { status: 'archived' }, depth: 0, req })
    return { functions, items }
  })
