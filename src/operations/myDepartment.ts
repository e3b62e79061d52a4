import type { PayloadRequest } from 'payload'
import { personOf } from '../access/representedOrgans'
import type { LocalDate } from '../domain/localDate'
import { businessDate } from '../store/businessDate'
import {
  becomeRepresentative, fundFigures, headcountByMonth, membersOf, mutationsOf, ownOrgans,
  type DepartmentMember, type DepartmentMutation, type FundFigures, type Headcount, type OwnOrgan,
} from '../store/representatives'
import { inTransaction, type Transaction } from '../store/transaction'

export type Department = {
  readonly organ: OwnOrgan
  readonly members: readonly DepartmentMember[]
  readonly memberCount: number
  readonly mutations: readonly DepartmentMutation[]
  readonly headcount: readonly Headcount[]
  readonly fund: FundFigures | undefined
}

type Wish = { readonly organ?: number | undefined; readonly search: string; readonly page: number }

/** Months of the headcount chart. */
const chartMonths = 13
/** The mutations of the last month. */
const mutationDays = 31
/** Members on one page of the list. */
export const membersPerPage = 25

/** Runs the work as the database role that has projections alone: the second wall around representatives. */
export const behindTheWall = <T>(req: PayloadRequest, work: (tx: Transaction, today: LocalDate) => Promise<T>): Promise<T> =>
  inTransaction(req, async (tx) => {
    const today = businessDate(req)
    await becomeRepresentative(tx, personOf(req), today)
    return work(tx, today)
  })

/** The own organ that was asked for, or the first where none was; undefined for any other. */
export const chosenOrgan = (organs: readonly OwnOrgan[], asked: number | undefined): OwnOrgan | undefined =>
  organs.find(({ id }) => id === asked) ?? (asked === undefined ? organs[0] : undefined)

/** The organs that whoever asks represents, and everything about the chosen one; undefined where there is none. */
export const myDepartment = (req: PayloadRequest, wish: Wish): Promise<{ organs: readonly OwnOrgan[]; department: Department | undefined }> =>
  behindTheWall(req, async (tx, today) => {
    const organs = await ownOrgans(tx)
    const organ = chosenOrgan(organs, wish.organ)
    if (!organ) return { organs, department: undefined }
    const { members, count } = await membersOf(tx, organ.id, { search: wish.search, page: wish.page, perPage: membersPerPage })
    const department: Department = {
      organ, members, memberCount: count,
      mutations: await mutationsOf(tx, organ.id, today, mutationDays),
      headcount: await headcountByMonth(tx, organ.id, today, chartMonths),
      fund: organ.seesFund ? await fundFigures(tx, organ.id, today) : undefined,
    }
    return { organs, department }
  })

/** The headcount of an own organ; of any other organ there is nothing to see. */
export const departmentHeadcount = (req: PayloadRequest, organ: number): Promise<readonly Headcount[]> =>
  behindTheWall(req, (tx, today) => headcountByMonth(tx, organ, today, chartMonths))
