import type { PayloadRequest } from 'payload'
import type { LocalDate } from '../domain/localDate'
import { ownDonations, ownFund, ownPledges, type ListWish, type Listed, type OwnFund, type OwnPledge, type Period } from '../store/ownFunds'
import { ownOrgans, type FundDonation, type OwnOrgan } from '../store/representatives'
import type { Transaction } from '../store/transaction'
import { forecastOf, type FundForecast } from './forecastOf'
import { behindTheWall, chosenOrgan } from './myDepartment'

/** The own organs, the chosen one, its fund, and what of it was asked for. */
export type DepartmentFund<Shown> = { readonly organs: readonly OwnOrgan[]; readonly organ: OwnOrgan; readonly fund: OwnFund; readonly shown: Shown }

/** Lines on one page of a list of the fund. */
export const fundLinesPerPage = 25

/** Work on the fund of an own organ; undefined where there is no such organ, no fund, or no right to see it (R-MA-5, R-FUND-1, R-FUND-2). */
const inOwnFund = <Shown>(req: PayloadRequest, organ: number | undefined, work: (tx: Transaction, own: { organ: OwnOrgan; fund: OwnFund; today: LocalDate }) => Promise<Shown>): Promise<DepartmentFund<Shown> | undefined> =>
  behindTheWall(req, async (tx, today) => {
    const organs = await ownOrgans(tx)
    const chosen = chosenOrgan(organs, organ)
    const fund = chosen?.seesFund ? await ownFund(tx, chosen.id) : undefined
    return chosen && fund && { organs, organ: chosen, fund, shown: await work(tx, { organ: chosen, fund, today }) }
  })

type Asked = { readonly organ?: number | undefined }
type Wish = Asked & Omit<ListWish, 'perPage'>

/** What was given to the fund of an own organ, in a period or ever. */
export const departmentDonations = (req: PayloadRequest, { organ: asked, period, ...wish }: Wish & { readonly period?: Period | undefined }): Promise<DepartmentFund<Listed<FundDonation>> | undefined> =>
  inOwnFund(req, asked, (tx, { organ }) => ownDonations(tx, organ.id, { ...wish, perPage: fundLinesPerPage }, period))

/** What was promised to the fund of an own organ. */
export const departmentPledges = (req: PayloadRequest, { organ: asked, ...wish }: Wish): Promise<DepartmentFund<Listed<OwnPledge>> | undefined> =>
  inOwnFund(req, asked, (tx, { organ }) => ownPledges(tx, organ.id, { ...wish, perPage: fundLinesPerPage }))

/** What the fund of an own organ received and is expected to receive in a period. */
export const departmentForecast = (req: PayloadRequest, { organ, period }: Asked & { readonly period: Period }): Promise<DepartmentFund<FundForecast> | undefined> =>
  inOwnFund(req, organ, (tx, { fund, today }) => forecastOf(tx, fund.id, { today, ...period }, 'own_fund'))
