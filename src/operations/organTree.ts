import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { textOf } from '../i18n/text'
import { businessDate } from '../store/businessDate'
import { plannedCounts } from '../store/evaluation/plannedMembers'
import { allOrganisations, membersCountOn, treeRowsOn, upcomingOrgans, type TreeRow, type UpcomingOrgan } from '../store/organTreeView'
import type { PlannedKind, PlannedRow } from '../store/plannedChanges'
import { inTransaction, readConnection } from '../store/transaction'

/** Something planned, told in the language of whoever asks. `id` is the placement of a transfer, or the rule. */
export type Planned = { readonly kind: PlannedKind; readonly id: number | null; readonly date: LocalDate; readonly text: string }
export type TreeNode = Omit<TreeRow, 'planned'> & { readonly planned: readonly Planned[] }

export type OrganTree = {
  readonly organisation: { readonly id: number; readonly title: string; readonly members: number }
  readonly date: LocalDate
  readonly nodes: readonly TreeNode[]
  readonly upcoming: readonly UpcomingOrgan[]
}

type Wish = { readonly organisation: number; readonly date: LocalDate; /** False leaves the members of a coming day at 0. */ readonly isCounted?: boolean | undefined }

/**
 * The tree of an organisation as it stands on a day (R-ORG-3), with how many members each organ has that day and what is
 * planned after it. On a day that is yet to come: how many it would have as things are planned now, by the engine itself.
 * Throws ORGANISATION_UNKNOWN.
 */
export async function organTree(req: PayloadRequest, { organisation: id, date, isCounted = true }: Wish): Promise<OrganTree> {
  const [tx, today] = [readConnection(req), businessDate(req)]
  const organisation = (await allOrganisations(tx)).find((one) => one.id === id)
  if (!organisation) throw new DomainError('ORGANISATION_UNKNOWN')
  const sight = { date, today }
  const coming = date > today && isCounted ? await inTransaction(req, (own) => plannedCounts(own, id, date)) : undefined
  const rows = await treeRowsOn(tx, id, sight)
  return {
    organisation: { id, title: organisation.title, members: date > today ? coming?.get(0) ?? 0 : await membersCountOn(tx, { organisation: id }, sight) },
    date,
    nodes: rows.map((row) => ({ ...row, members: coming?.get(row.id) ?? row.members, planned: row.planned.map(inWords(req)) })),
    upcoming: date < today ? [] : await upcomingOrgans(tx, id, date),
  }
}

/** What is planned, in words. */
export const inWords = (req: PayloadRequest) => ({ kind, id, date, words }: PlannedRow): Planned => {
  const sentences = {
    transfer: words === null ? { code: 'PLANNED_TRANSFER_TOP' } : { code: 'PLANNED_TRANSFER', params: { parent: words } },
    end: { code: 'PLANNED_END' },
    rule: { code: 'PLANNED_RULE', params: { sentence: words ?? '' } },
  }
  return { kind, id, date, text: textOf(req.i18n.language, sentences[kind]) }
}
