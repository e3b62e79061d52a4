import type { PayloadRequest } from 'payload'
import type { LocalDate } from '../domain/localDate'
import { daysOf } from '../domain/membershipPeriod'
import { normaliseQuery } from '../domain/searchText'
import { businessDate } from '../store/businessDate'
import { memberRowsOn } from '../store/organTreeView'
import { readConnection } from '../store/transaction'

/** Members on one page of the list. */
export const membersPerPage = 50

export type OrganMember = {
  readonly relation: number
  readonly number: number
  readonly name: string
  readonly town: string | null
  readonly membershipType: string
  /** The first of the consecutive days, from before Kring where that was imported. */
  readonly since: LocalDate
  readonly days: number
}

export type OrganMembers = { readonly date: LocalDate; readonly members: readonly OrganMember[]; readonly count: number; readonly page: number; readonly pages: number }

type Wish = { readonly organ: number; readonly date: LocalDate; readonly search?: string | undefined; readonly page?: number | undefined }

/** Who was in the organ on a day, by name. A day that is yet to come is answered with today: `date` tells which day it is. */
export async function organMembers(req: PayloadRequest, { organ, date: asked, search = '', page = 1 }: Wish): Promise<OrganMembers> {
  const today = businessDate(req)
  const date = asked > today ? today : asked
  const words = normaliseQuery(search).split(/\s+/).filter(Boolean)
  const { members, count } = await memberRowsOn(readConnection(req), organ, { date, today }, { search: words, page, perPage: membersPerPage })
  return {
    date, count, page, pages: Math.ceil(count / membersPerPage),
    members: members.map(({ startDate, countedFromDate, ...member }) =>
      ({ ...member, since: countedFromDate ?? startDate, days: daysOf({ startDate, countedFromDate }, date) })),
  }
}
