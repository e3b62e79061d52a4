import { addMonths, isLocalDate, type LocalDate } from '../../src/domain/localDate'
import { failedSorts, failureTasks, type FailedFilter, type FailedSort } from '../../src/store/failedInstructions'

type Query = Readonly<Record<string, string | undefined>>
export type Asked = { readonly filter: FailedFilter; readonly sort: FailedSort; readonly isDescending: boolean; readonly page: number }

const monthsShown = 3
const dayOr = (text: string | undefined, otherwise: LocalDate): LocalDate => (text !== undefined && isLocalDate(text) ? text : otherwise)

/** What the address asks for: the last months, latest first, unless it says otherwise; what it does not know is left out. */
export function askedOf(query: Query, today: LocalDate): Asked {
  const until = dayOr(query['until'], today)
  return {
    filter: {
      from: dayOr(query['from'], addMonths(until, -monthsShown)), until, isAll: query['which'] === 'all',
      reason: query['reason']?.slice(0, 35) || undefined, creditor: /^\d{1,9}$/.test(query['creditor'] ?? '') ? Number(query['creditor']) : undefined,
      task: failureTasks.find((task) => task === query['task']), search: query['search']?.trim().slice(0, 100) || undefined,
    },
    sort: failedSorts.find((sort) => sort === query['sort']) ?? 'date', isDescending: query['order'] !== 'asc',
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(query['page'] ?? 1)) || 1)),
  }
}

type Change = Omit<Partial<FailedFilter>, 'from' | 'until'> & Partial<Omit<Asked, 'filter'>>

/** The same list with something changed, from its first page unless told otherwise. */
export function addressOf({ filter, sort, isDescending }: Asked, change: Change): string {
  const { isAll, ...wanted } = { ...filter, sort, isDescending, page: 1, ...change }
  const order = wanted.isDescending ? 'desc' : 'asc'
  const parts = { ...wanted, isDescending: undefined, order, which: isAll ? 'all' : undefined }
  const given = Object.entries(parts).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]))
  return `/admin/mislukte-opdrachten?${new URLSearchParams(given)}#lijst`
}
