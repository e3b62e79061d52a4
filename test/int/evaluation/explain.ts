import type { LocalDate } from '../../../src/domain/localDate'
import { loadDivision } from '../../../src/store/evaluation/division'
import { evaluatedOn, fingerprintOf } from '../../../src/store/evaluation/evaluatedDays'
import { explainPlace, type Explanation } from '../../../src/store/evaluation/explainPlace'
import { loadFacts } from '../../../src/store/relationFacts'
import type { Transaction } from '../../../src/store/transaction'

export type Place = { readonly relation: number; readonly organ: number | null; readonly type: number }

/** Answers for many places on one evaluated day; the facts of that day are read once. Who did not exist yet has none. */
export async function explainerOf(tx: Transaction, organisation: number, date: LocalDate, people: readonly number[]): Promise<(place: Place) => Explanation | undefined> {
  const run = await evaluatedOn(tx, organisation, date)
  if (!run) throw new Error(`${date} was not evaluated`)
  const division = await loadDivision(tx, organisation, date)
  if (fingerprintOf(division) !== run.division) throw new Error(`The division of ${date} is not what it was`)
  const known = await loadFacts(tx, people, run.at)
  return ({ relation, organ, type }) => {
    const person = known.get(relation)
    if (!person) return undefined
    const exceptions = person.exceptions
      .filter(({ startDate, endDate }) => startDate <= date && (endDate === null || date < endDate))
      .map((one) => ({ relation, organ: one.organ, type: one.membershipType }))
    return explainPlace({ ...division, exceptions }, { relation, facts: person.facts, deceasedOn: person.deceasedOn }, { organ, type })
  }
}
