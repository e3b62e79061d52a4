import { ages, followStates, outstandingSorts, type Age, type OutstandingFilter, type OutstandingSort } from '../../src/store/outstanding'
import type { OutstandingKind } from '../../src/store/outstandingItems'

type Query = Readonly<Record<string, string | undefined>>
export type Asked = { readonly kind: OutstandingKind | undefined; readonly filter: OutstandingFilter; readonly sort: OutstandingSort; readonly isDescending: boolean; readonly page: number }

/** What the address asks for of the kinds that somebody may see: the oldest first, unless it says otherwise; what it does not know is left out. */
export function askedOf(query: Query, mayRead: readonly OutstandingKind[]): Asked {
  const kind = mayRead.find((one) => one === query['kind'])
  return {
    kind,
    filter: {
      kinds: kind ? [kind] : mayRead, follow: followStates.find((state) => state === query['follow']) ?? 'all',
      age: (Object.keys(ages) as Age[]).find((age) => age === query['age']), search: query['search']?.trim().slice(0, 100) || undefined,
    },
    sort: outstandingSorts.find((sort) => sort === query['sort']) ?? 'since', isDescending: query['order'] === 'desc',
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(query['page'] ?? 1)) || 1)),
  }
}

type Change = Partial<Pick<OutstandingFilter, 'follow' | 'age' | 'search'>> & Partial<Pick<Asked, 'sort' | 'isDescending' | 'page'>>

/** The same list with something changed, from its first page unless told otherwise. */
export function addressOf({ kind, filter: { kinds: _kinds, ...filter }, sort, isDescending }: Asked, change: Change): string {
  const { isDescending: isDown, ...wanted } = { kind, ...filter, sort, isDescending, page: 1, ...change }
  const given = Object.entries({ ...wanted, order: isDown ? 'desc' : 'asc' }).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]))
  return `/admin/openstaand?${new URLSearchParams(given)}#lijst`
}
