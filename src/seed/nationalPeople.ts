import { setImmediate as others } from 'node:timers/promises'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { addDays, day, type LocalDate } from '../domain/localDate'
import { derivedNames } from '../domain/relation'
import { displayName } from '../domain/relationName'
import { insertRelations, takeRelationNumbers, type NewRelation } from '../store/relations'
import type { Transaction } from '../store/transaction'
import { insertMandates, insertSubscriptions } from './bulk'
import { demoPerson, nextPeriod } from './people'
import type { Place } from './places'
import { randomOf } from './random'

export type PeoplePlan = {
  readonly relations: number
  readonly today: LocalDate
  readonly places: readonly Place[]
  readonly creditor: number
  readonly subscriptionType: number
  readonly report: (done: string) => void
}

const chunkSize = 5000

/** Loads relations with their mandates and subscriptions. While the database stores some, the next are thought up. */
export async function loadPeople(tx: Transaction, plan: PeoplePlan): Promise<void> {
  let upcoming = await inventPeople(await numbersFrom(tx, plan, 0), 0, plan)
  for (let first = 0; first < plan.relations; first += chunkSize) {
    const next = first + chunkSize
    const numbers = await numbersFrom(tx, plan, next)
    const [invented] = await Promise.all([inventPeople(numbers, next, plan), storePeople(tx, plan, upcoming)])
    upcoming = invented
    if ((first / chunkSize) % 10 === 9) plan.report(`${next} relaties / relations`)
  }
}

const numbersFrom = async (tx: Transaction, { relations }: PeoplePlan, first: number): Promise<readonly number[]> =>
  first < relations ? takeRelationNumbers(tx, Math.min(chunkSize, relations - first)) : []

const breath = 250

/** Stands aside now and then, so that the conversation with the database goes on. */
async function inventPeople(numbers: readonly number[], first: number, { places }: PeoplePlan): Promise<readonly NewRelation[]> {
  const people: NewRelation[] = []
  for (const [index, number] of numbers.entries()) {
    const person = { ...personAt(first + index, places), number }
    people.push({ ...person, ...derivedNames(person) })
    if (index % breath === 0) await others()
  }
  return people
}

function personAt(index: number, places: readonly Place[]) {
  const { type, initials, firstName, namePrefix, lastName, organisationName, address, birthDate, email, phone, iban } = demoPerson(index)
  const { postcode, ...place } = randomOf(`place ${index}`).pick(places)
  return {
    type, initials: initials || null, firstName: firstName || null, namePrefix: namePrefix || null, lastName: lastName || null, organisationName: organisationName || null,
    birthDate: birthDate === '' ? null : day(birthDate), cocNumber: null, vatNumber: null, vatLiable: false, emails: [{ email }], phones: [{ phone }], ibans: [iban],
    address: { ...address, ...place, postcode: postcode + address.postcode.slice(4), houseNumberAddition: null },
  }
}

async function storePeople(tx: Transaction, { today, creditor, subscriptionType }: PeoplePlan, people: readonly NewRelation[]): Promise<void> {
  await insertRelations(tx, people, null)
  const { rows } = await tx.execute<{ id: number; number: number }>(sql`
    select id, number from relations where number between ${people[0]?.number} and ${people.at(-1)?.number}`)
  const idOf = new Map(rows.map(({ id, number }) => [Number(number), id]))
  const known = people.flatMap((one) => [idOf.get(one.number)].filter((id) => id !== undefined).map((id) => ({ ...one, id, random: randomOf(`national ${one.number}`) })))
  const subscribed = known.filter(({ random }) => random.isOne(92)).map((one) => ({ ...one, isDebited: one.random.isOne(70), startDate: addDays(today, -1 - one.random.below(3600)) }))
  await insertMandates(tx, subscribed.filter(({ isDebited }) => isDebited).map((one) => ({
    creditor, debtor: one.id, iban: one.ibans[0] ?? '', accountHolder: displayName(one), signedOn: addDays(today, -1 - one.random.below(700)) })))
  await insertSubscriptions(tx, subscribed.map(({ id, isDebited, startDate }) => ({
    relation: id, type: subscriptionType, startDate, endDate: null, invoicedUntilDate: nextPeriod(startDate, 12, addDays(today, 1)), instalmentCount: 1, isDebited })))
}
