import { isLocalDate, type LocalDate } from '../../src/domain/localDate'
import { openTabs, workSorts, workTabs, type WorkCounts, type WorkFilter, type WorkSort, type WorkTab } from '../../src/store/bankWork'

type Query = Readonly<Record<string, string | undefined>>
export type Asked = { readonly filter: WorkFilter; readonly tab: WorkTab; readonly sort: WorkSort; readonly isDescending: boolean; readonly page: number }

const dayOf = (text: string | undefined): LocalDate | undefined => (text !== undefined && isLocalDate(text) ? text : undefined)
const idOf = (text: string | undefined): number | undefined => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined)

/** What the address leaves out of all lines; what it does not know is left aside. */
export const filterOf = (query: Query): WorkFilter => ({
  creditor: idOf(query['account']), statement: idOf(query['statement']), from: dayOf(query['from']), until: dayOf(query['until']), search: query['q']?.trim().slice(0, 100) || undefined,
})

/** What the address asks for: without a head the first at which there is something to do; open lines the oldest first, others the latest. */
export function askedOf(query: Query, filter: WorkFilter, counts: WorkCounts): Asked {
  const tab = workTabs.find((one) => one === query['tab']) ?? openTabs.find((one) => counts.tabs[one].count > 0) ?? 'likely'
  const isOpen = openTabs.some((one) => one === tab)
  return {
    filter, tab, sort: workSorts.find((sort) => sort === query['sort']) ?? 'date', isDescending: query['order'] === undefined ? !isOpen : query['order'] === 'desc',
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(query['page'] ?? 1)) || 1)),
  }
}

type Change = Partial<Omit<Asked, 'filter'>> & { readonly filter?: WorkFilter }

/** The same list with something changed, from its first page unless told otherwise; another head has its own order. */
export function addressOf(asked: Asked, change: Change): string {
  const { filter, tab, page, ...order } = { ...asked, page: 1, ...change }
  const isOtherTab = change.tab !== undefined && change.tab !== asked.tab && change.sort === undefined
  const parts = {
    tab, account: filter.creditor, statement: filter.statement, from: filter.from, until: filter.until, q: filter.search,
    ...(isOtherTab ? {} : { sort: order.sort, order: order.isDescending ? 'desc' : 'asc' }), page: page > 1 ? page : undefined,
  }
  const given = Object.entries(parts).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]))
  return `/admin/bank?${new URLSearchParams(given)}#regels`
}
