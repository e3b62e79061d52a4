import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { businessDate } from '../store/businessDate'
import { organRow } from '../store/organDetail'
import { allOrganisations } from '../store/organTreeView'
import { allowMuchMemory, spreadOn, spreadPeopleOn, type SpreadKind, type SpreadPerson, type SpreadRow } from '../store/overlaps'
import type { Sight } from '../store/periodsOn'
import { inTransaction, type Transaction } from '../store/transaction'

/** People on one page of the list. */
export const peoplePerPage = 50

/** A level of the tree: the members of its organs that are in several or in none of the organs directly below. */
export type SpreadLevel = { readonly level: number; readonly inSeveral: number; readonly inNone: number; readonly organs: readonly SpreadRow[] }
export type OverlapReport = { readonly date: LocalDate; readonly levels: readonly SpreadLevel[] }
export type OverlapPeople = { readonly date: LocalDate; readonly title: string; readonly people: readonly SpreadPerson[]; readonly count: number; readonly page: number; readonly pages: number }

/** An organ, or the top of an organisation. */
export type ReportPlace = { readonly organ: number } | { readonly organisation: number }

/**
 * Where members of an organ are in several organs below it for the same type, or in none, level by level of the tree
 * (R-RULE-4). A day that is yet to come is answered with today. Throws ORGAN_UNKNOWN and ORGANISATION_UNKNOWN.
 */
export const overlapReport = (req: PayloadRequest, place: ReportPlace, date: LocalDate): Promise<OverlapReport> =>
  inTransaction(req, async (tx) => {
    await allowMuchMemory(tx)
    const sight = sightOn(req, date)
    const rows = await spreadOn(tx, await placeOf(tx, place), sight)
    return { date: sight.date, levels: [...Map.groupBy(rows, ({ level }) => level)].map(([level, organs]) => ({ level, organs, inSeveral: total(organs, 'inSeveral'), inNone: total(organs, 'inNone') })) }
  })

const total = (organs: readonly SpreadRow[], of: 'inSeveral' | 'inNone'): number => organs.reduce((sum, organ) => sum + organ[of], 0)

type Page = { readonly kind: SpreadKind; readonly date: LocalDate; readonly page: number }

/** Who they are, for one organ and the organs directly below it. Somebody stands there once for each type. */
export const overlapPeople = (req: PayloadRequest, place: ReportPlace, { kind, date, page }: Page): Promise<OverlapPeople> =>
  inTransaction(req, async (tx) => {
    await allowMuchMemory(tx)
    const sight = sightOn(req, date)
    const { title, ...within } = await placeOf(tx, place)
    const { people, count } = await spreadPeopleOn(tx, within, sight, { kind, page, perPage: peoplePerPage })
    return { date: sight.date, title, people, count, page, pages: Math.ceil(count / peoplePerPage) }
  })

function sightOn(req: PayloadRequest, date: LocalDate): Sight {
  const today = businessDate(req)
  return { date: date > today ? today : date, today }
}

type Found = { readonly organisation: number; readonly organ: number | undefined; readonly title: string }

async function placeOf(tx: Transaction, place: ReportPlace): Promise<Found> {
  if ('organ' in place) {
    const organ = await organRow(tx, place.organ)
    if (!organ) throw new DomainError('ORGAN_UNKNOWN')
    return { organisation: organ.organisation, organ: organ.id, title: organ.title }
  }
  const organisation = (await allOrganisations(tx)).find(({ id }) => id === place.organisation)
  if (!organisation) throw new DomainError('ORGANISATION_UNKNOWN')
  return { organisation: organisation.id, organ: undefined, title: organisation.title }
}
