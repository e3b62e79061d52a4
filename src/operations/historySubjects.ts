import { DomainError } from '../domain/domainError'
import type { HistoryMistake, MembershipHistoryRow } from '../formats/membershipHistoryRow'
import type { PeriodOwner } from '../store/membershipCorrections'
import { namedOrgans, namedTypes, relationsByNumber, type NamedOrgan, type NamedType } from '../store/membershipHistory'
import type { Transaction } from '../store/transaction'

/** A line with whom and what it is about. */
export type HistoryLine = { readonly row: MembershipHistoryRow; readonly owner: PeriodOwner; readonly organ: number | null }

type Names = { readonly relations: ReadonlyMap<number, number>; readonly types: ReadonlyMap<string, readonly NamedType[]>; readonly organs: ReadonlyMap<string, readonly NamedOrgan[]> }

/** Finds the relation, type and organ of each line; a line that names what is not there, or what is there twice, is a mistake. */
export async function historySubjects(tx: Transaction, rows: readonly MembershipHistoryRow[]): Promise<{ readonly lines: readonly HistoryLine[]; readonly mistakes: readonly HistoryMistake[] }> {
  const names: Names = {
    relations: await relationsByNumber(tx, rows.map(({ relationNumber }) => relationNumber)),
    types: Map.groupBy(await namedTypes(tx), ({ title }) => folded(title)),
    organs: organsByName(await namedOrgans(tx)),
  }
  const [lines, mistakes]: readonly [HistoryLine[], HistoryMistake[]] = [[], []]
  for (const row of rows) {
    try {
      lines.push(subjectOf(row, names))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      mistakes.push({ line: row.line, field: '', error })
    }
  }
  return { lines, mistakes }
}

const folded = (name: string): string => name.trim().toLowerCase()

/** By code and by title; an organ whose code is its title counts once. */
function organsByName(organs: readonly NamedOrgan[]): Names['organs'] {
  const named = organs.flatMap((organ) => [...new Set([folded(organ.title), ...(organ.code ? [folded(organ.code)] : [])])].map((name) => ({ name, organ })))
  return new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, all]) => [name, all.map(({ organ }) => organ)]))
}

function subjectOf(row: MembershipHistoryRow, { relations, types, organs }: Names): HistoryLine {
  const relation = relations.get(row.relationNumber)
  if (relation === undefined) throw new DomainError('HISTORY_RELATION_UNKNOWN', { number: row.relationNumber })
  const ofName = types.get(folded(row.membershipType)) ?? []
  if (ofName.length === 0) throw new DomainError('HISTORY_TYPE_UNKNOWN', { title: row.membershipType })
  const pairs = row.organ === null ? ofName.map((type) => ({ type, organ: null })) : ofName.flatMap((type) =>
    (organs.get(folded(row.organ ?? '')) ?? []).filter(({ organisation }) => organisation === type.organisation).map(({ id }) => ({ type, organ: id })))
  const [pair, ...more] = pairs
  if (!pair) throw new DomainError('HISTORY_ORGAN_UNKNOWN', { title: row.organ ?? '' })
  if (more.length > 0) throw new DomainError('HISTORY_AMBIGUOUS', { title: row.organ ?? row.membershipType })
  return { row, owner: { relation, organisation: pair.type.organisation, membershipType: pair.type.id }, organ: pair.organ }
}
