import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { addDays, day, type LocalDate } from '../domain/localDate'
import { derivedNames } from '../domain/relation'
import { displayName } from '../domain/relationName'
import { creditorIdFor } from '../formats/creditorId'
import { describeRule } from '../rules/describeRule'
import { asRows } from '../store/asRows'
import { insertRelations, takeRelationNumbers } from '../store/relations'
import { inTransaction, type Transaction } from '../store/transaction'
import { inventedIban } from './accounts'
import { insertMandates, insertSubscriptions } from './bulk'
import { planTree, type PlannedOrgan } from './nationalTree'
import { demoPerson, nextPeriod } from './people'
import type { Place } from './places'
import { randomOf } from './random'

export type NationalPlan = {
  readonly relations: number
  readonly organs: number
  readonly today: LocalDate
  readonly places: readonly Place[]
  readonly report: (done: string) => void
}

type Ids = { readonly creditor: number; readonly subscriptionType: number }

/** Loads a large invented association: its tree with rules, its relations with mandates and subscriptions. All of it or nothing. */
export const loadNational = (req: PayloadRequest, plan: NationalPlan): Promise<void> => inTransaction(req, async (tx) => {
  const { rows: [nth] } = await tx.execute<{ n: number }>(sql`select count(*)::int + 1 as n from organisations`)
  const ids = await buildNational(req, tx, plan, nth?.n ?? 1)
  plan.report(`${plan.organs} organen / organs`)
  // Filling a trigram index row by row takes far longer than building it once.
  await tx.execute(sql`drop index relations_search`)
  for (let first = 0; first < plan.relations; first += chunkSize) {
    await loadChunk(tx, plan, ids, { first, count: Math.min(chunkSize, plan.relations - first) })
    if ((first / chunkSize) % 10 === 9) plan.report(`${first + chunkSize} relaties / relations`)
  }
  await tx.execute(sql`create index relations_search on relations using gin (search_text gin_trgm_ops)`)
  await tx.execute(sql`analyze`)
  plan.report(`${plan.relations} relaties / relations`)
})

const chunkSize = 5000
const ruledSince = '2015-01-01'

async function buildNational(req: PayloadRequest, tx: Transaction, { organs, places }: NationalPlan, nth: number): Promise<Ids> {
  const { payload } = req
  const { id: organisation } = await payload.create({ collection: 'organisations', req, data: { title: `Landelijke Vereniging ${nth}`, myDepartmentLabel: 'Mijn Afdeling' } })
  const { id: subscriptionType } = await payload.create({ collection: 'subscription-types', req, data: { title: `Contributie ${nth}`, priceCents: 3600, period: 'year' } })
  const { id: creditor } = await payload.create({ collection: 'creditors', req, data: {
    title: `Contributie ${nth}`, name: 'Landelijke Vereniging', creditorId: creditorIdFor('00000000', String(nth).padStart(4, '0')), iban: inventedIban(910_000_000 + nth), deliveryLeadDays: 2 } })
  const { id: type } = await payload.create({ collection: 'membership-types', req, data: { title: 'Lid', organisation } })
  await payload.create({ collection: 'rule-versions', req, data: {
    membershipType: type, criteria: { field: 'subscription.active', operator: 'oneOf', value: [subscriptionType] }, validFrom: ruledSince } })
  await insertOrgans(tx, organisation, planTree(places, organs))
  return { creditor, subscriptionType }
}

/** In three strokes: the organs, who stands under whom, and the rules. */
async function insertOrgans(tx: Transaction, organisation: number, organs: readonly PlannedOrgan[]): Promise<void> {
  const rows = organs.map(({ rule, ...organ }, place) => ({ ...organ, place, rule, sentence: describeRule(rule, 'nl') }))
  const given = asRows(rows, { title: 'text', code: 'text', parent: 'int', place: 'int', rule: 'jsonb', sentence: 'text' })
  await tx.execute(sql`
    insert into organs (title, code, organisation_id, start_date, rule_mode, created_at, updated_at)
    select title, code, ${organisation}, ${ruledSince}, 'rules', now(), now() from ${given} order by place`)
  await tx.execute(sql`
    with placed as (select given.place, given.parent, o.id from ${given} join organs o on o.code = given.code and o.organisation_id = ${organisation})
    update organs o set parent_id = above.id from placed own join placed above on above.place = own.parent where o.id = own.id`)
  await tx.execute(sql`
    insert into rule_versions (organ_id, criteria, sentence, valid_from, created_at, updated_at)
    select o.id, given.rule, given.sentence, ${ruledSince}, now(), now() from ${given} join organs o on o.code = given.code and o.organisation_id = ${organisation} order by o.id`)
}

type Chunk = { readonly first: number; readonly count: number }

async function loadChunk(tx: Transaction, { today, places }: NationalPlan, { creditor, subscriptionType }: Ids, { first, count }: Chunk): Promise<void> {
  const numbers = await takeRelationNumbers(tx, count)
  const people = numbers.map((number, index) => ({ ...personAt(first + index, places), number }))
  await insertRelations(tx, people.map((one) => ({ ...one, ...derivedNames(one) })), null)
  const { rows } = await tx.execute<{ id: number; number: number }>(sql`select id, number from relations where number between ${numbers[0]} and ${numbers.at(-1)}`)
  const idOf = new Map(rows.map(({ id, number }) => [Number(number), id]))
  const known = people.flatMap((one) => [idOf.get(one.number)].filter((id) => id !== undefined).map((id) => ({ ...one, id, random: randomOf(`national ${one.number}`) })))
  const subscribed = known.filter(({ random }) => random.isOne(92)).map((one) => ({ ...one, isDebited: one.random.isOne(70), startDate: addDays(today, -1 - one.random.below(3600)) }))
  await insertMandates(tx, subscribed.filter(({ isDebited }) => isDebited).map((one) => ({
    creditor, debtor: one.id, iban: one.ibans[0] ?? '', accountHolder: displayName(one), signedOn: addDays(today, -1 - one.random.below(700)) })))
  await insertSubscriptions(tx, subscribed.map(({ id, isDebited, startDate }) => ({
    relation: id, type: subscriptionType, startDate, endDate: null, invoicedUntilDate: nextPeriod(startDate, 12, addDays(today, 1)), instalmentCount: 1, isDebited })))
}

function personAt(index: number, places: readonly Place[]) {
  const { type, initials, firstName, namePrefix, lastName, organisationName, address, birthDate, email, phone, iban } = demoPerson(index)
  const { postcode, ...place } = randomOf(`place ${index}`).pick(places)
  return {
    type, initials: initials || null, firstName: firstName || null, namePrefix: namePrefix || null, lastName: lastName || null, organisationName: organisationName || null,
    birthDate: birthDate === '' ? null : day(birthDate), cocNumber: null, vatNumber: null, emails: [{ email }], phones: [{ phone }], ibans: [iban],
    address: { ...address, ...place, postcode: postcode + address.postcode.slice(4), houseNumberAddition: null },
  }
}
