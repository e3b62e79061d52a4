import type { LocalDate } from '../domain/localDate'
import { nameOf } from '../rules/names'
import { plannedTurnsOf, type PlannedTurn } from './evaluation/plannedMembers'
import { loadReferences } from './ruleReferences'
import type { Transaction } from './transaction'

/** What happens to one type of membership of a relation on a coming day: the places that it loses and those that it gets, by name. */
export type PlannedMove = { readonly date: LocalDate; readonly type: string; readonly from: readonly string[]; readonly to: readonly string[] }

/** What is planned for the memberships of a relation, by day. What is lost and got on one day is one move. Needs a transaction of its own. */
export async function plannedForRelation(tx: Transaction, relation: number, today: LocalDate): Promise<readonly PlannedMove[]> {
  const turns = await plannedTurnsOf(tx, relation, today)
  if (turns.length === 0) return []
  const names = await loadReferences(tx)
  const place = ({ organ, organisation }: PlannedTurn): string => nameOf(organ === null ? { kind: 'organisations', id: organisation } : { kind: 'organs', id: organ }, names)
  const together = Map.groupBy(turns, ({ date, organisation, type }) => `${date} ${organisation} ${type}`)
  const moves = [...together.values()].flatMap((ofDay): PlannedMove[] => {
    const [first] = ofDay
    if (!first) return []
    const placesOf = (kind: PlannedTurn['kind']): string[] => ofDay.filter((turn) => turn.kind === kind).map(place)
    return [{ date: first.date, type: nameOf({ kind: 'membership-types', id: first.type }, names), from: placesOf('leaves'), to: placesOf('joins') }]
  })
  return moves.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}
