import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { daysOf } from '../domain/membershipPeriod'
import { normaliseQuery } from '../domain/searchText'
import { businessDate } from '../store/businessDate'
import { dropPlanned, planMembersOf } from '../store/evaluation/plannedMembers'
import { organisationOf } from '../store/organisationOf'
import { memberRowsOn, type MemberRow, type MembersPage } from '../store/organTreeView'
import type { Sight } from '../store/periodsOn'
import { inTransaction, readConnection } from '../store/transaction'

/** Members on one page of the list. */
export const membersPerPage = 50

/** A member as the list shows it; `since` is the first of the consecutive days, from before Kring where that was imported. */
export type OrganMember = Omit<MemberRow, 'startDate' | 'countedFromDate'> & { readonly since: LocalDate; readonly days: number }

export type OrganMembers = { readonly date: LocalDate; readonly members: readonly OrganMember[]; readonly count: number; readonly page: number; readonly pages: number }

type Wish = { readonly organ: number; readonly date: LocalDate; readonly search?: string | undefined; readonly page?: number | undefined }

/** Who was in the organ on a day, by name; on a day that is yet to come, who would be as things are planned now. */
export async function organMembers(req: PayloadRequest, { organ, date, search = '', page = 1 }: Wish): Promise<OrganMembers> {
  const today = businessDate(req)
  const words = normaliseQuery(search).split(/\s+/).filter(Boolean)
  const wish = { search: words, page, perPage: membersPerPage }
  const { members, count } = date > today ? await comingMembers(req, organ, { date, today }, wish) : await memberRowsOn(readConnection(req), organ, { date, today }, wish)
  return {
    date, count, page, pages: Math.ceil(count / membersPerPage),
    members: members.map(({ startDate, countedFromDate, ...member }) =>
      ({ ...member, since: countedFromDate ?? startDate, days: daysOf({ startDate, countedFromDate }, date) })),
  }
}

const comingMembers = (req: PayloadRequest, organ: number, sight: Sight, wish: MembersPage): ReturnType<typeof memberRowsOn> => inTransaction(req, async (tx) => {
  const organisation = await organisationOf(tx, { organ, type: null })
  if (organisation === undefined) throw new DomainError('ORGAN_UNKNOWN')
  await planMembersOf(tx, organisation, { date: sight.date, organ })
  const found = await memberRowsOn(tx, organ, sight, wish)
  await dropPlanned(tx)
  return found
})
