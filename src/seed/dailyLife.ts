import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { addDays, type LocalDate } from '../domain/localDate'
import { displayName } from '../domain/relationName'
import { transactionOf } from '../store/transaction'
import { demoAddress, demoPerson } from './people'
import { randomOf, type Random } from './random'
import { generalFundCode, subscriptionTypes } from './structure'
import type { World } from './world'

type Day = { readonly date: LocalDate; readonly random: Random; readonly world: World }

/** What happens to people on one day, done as staff would do it: document by document, through every hook. */
export async function liveDay(req: PayloadRequest, world: World, date: LocalDate): Promise<void> {
  const day: Day = { date, world, random: randomOf(`life ${date}`) }
  for (const [event, perDay] of events) {
    const times = Math.floor(perDay) + (day.random.isOne((perDay % 1) * 100) ? 1 : 0)
    for (let time = 0; time < times; time += 1) await event(req, day)
  }
}

type Event = (req: PayloadRequest, day: Day) => Promise<void>

const move: Event = async (req, { random }) => {
  const id = await someId(req, random, sql`select id from relations where type = 'person' and status = 'active' and deceased_on is null`)
  if (id !== undefined) await req.payload.update({ collection: 'relations', id, req, data: { address: demoAddress(random) } })
}

const join: Event = async (req, { date, random, world }) => {
  const person = demoPerson(1_000_000 + random.below(1_000_000) * 20)
  const { id: relation } = await req.payload.create({ collection: 'relations', req, data: {
    type: 'person', status: 'active', firstName: person.firstName, initials: person.initials, namePrefix: person.namePrefix, lastName: person.lastName, birthDate: person.birthDate,
    address: person.address, emails: [{ email: person.email }], phones: [{ phone: person.phone }], bankAccounts: [{ iban: person.iban, holder: displayName(person) }] } })
  const type = world.subscriptionTypes.get(random.pick(subscriptionTypes.slice(0, 3)).title) ?? 0
  const isDebited = random.isOne(75)
  const { id: mandate } = isDebited ? await req.payload.create({ collection: 'mandates', req, data: {
    reference: '', creditor: world.creditor, debtor: relation, type: 'recurring', iban: person.iban, accountHolder: displayName(person), signedOn: date, channel: 'online', status: 'active', returnPoints: 0 } }) : { id: undefined }
  await req.payload.create({ collection: 'subscriptions', req, data: {
    relation, type, startDate: date, paymentMethod: isDebited ? 'directDebit' : 'transfer', ...(mandate === undefined ? {} : { mandate }), instalmentCount: 1, sendMethod: 'mail' } })
}

/** Notice is given for the end of the period that was paid. */
const giveNotice: Event = async (req, { date, random }) => {
  const id = await someId(req, random, sql`select id from subscriptions where end_date is null and start_date < ${date}`)
  if (id === undefined) return
  const { invoicedUntilDate } = await req.payload.findByID({ collection: 'subscriptions', id, req, depth: 0 })
  const endDate = invoicedUntilDate && invoicedUntilDate > date ? invoicedUntilDate : addDays(date, 1)
  await req.payload.update({ collection: 'subscriptions', id, req, data: { endDate: random.isOne(30) ? addDays(date, 1) : endDate } })
}

/** The estate is left in peace: subscriptions, pledges and mandates end at once. */
const die: Event = async (req, { date, random }) => {
  const id = await someId(req, random, sql`select id from relations where deceased_on is null and birth_date < '1960-01-01'`)
  if (id === undefined) return
  await req.payload.update({ collection: 'relations', id, req, data: { deceasedOn: date } })
  const endDate = addDays(date, 1)
  for (const subscription of await idsOf(req, sql`select id from subscriptions where relation_id = ${id} and start_date <= ${date} and (end_date is null or end_date > ${endDate})`)) {
    await req.payload.update({ collection: 'subscriptions', id: subscription, req, data: { endDate, paymentMethod: 'transfer' } })
  }
  for (const pledge of await idsOf(req, sql`select id from pledges where donor_id = ${id} and (end_date is null or end_date > ${endDate})`)) {
    const { startDate } = await req.payload.findByID({ collection: 'pledges', id: pledge, req, depth: 0 })
    await req.payload.update({ collection: 'pledges', id: pledge, req, data: { endDate: startDate < endDate ? endDate : addDays(startDate as LocalDate, 1), paymentMethod: 'transfer' } })
  }
  for (const mandate of await idsOf(req, sql`select id from mandates where debtor_id = ${id} and status = 'active'`)) {
    await req.payload.update({ collection: 'mandates', id: mandate, req, data: { status: 'terminated' } })
  }
}

const pledge: Event = async (req, { date, random, world }) => {
  const mandate = await someId(req, random, sql`
    select m.id from mandates m where m.status = 'active' and not exists (select from pledges p where p.donor_id = m.debtor_id)`)
  if (mandate === undefined) return
  const { debtor } = await req.payload.findByID({ collection: 'mandates', id: mandate, req, depth: 0 })
  const fund = random.isOne(60) ? world.funds.get(generalFundCode) : random.pick([...world.funds.values()])
  await req.payload.create({ collection: 'pledges', req, data: {
    donor: Number(debtor), fund: fund ?? 0, amountCents: random.pick([500, 1000, 1500, 2000]), frequency: random.pick(['monthly', 'monthly', 'quarterly']),
    startDate: addDays(date, 14 + random.below(20)), paymentMethod: 'directDebit', mandate } })
}

/** How often each happens in an association of two thousand, a day on average. */
const events: readonly (readonly [Event, perDay: number])[] = [[move, 2], [join, 1.6], [giveNotice, 0.6], [die, 0.15], [pledge, 0.5]]

async function someId(req: PayloadRequest, random: Random, query: ReturnType<typeof sql>): Promise<number | undefined> {
  const ids = await idsOf(req, query)
  return ids.length === 0 ? undefined : random.pick(ids)
}

async function idsOf(req: PayloadRequest, query: ReturnType<typeof sql>): Promise<readonly number[]> {
  const { rows } = await (await transactionOf(req)).execute<{ id: number }>(sql`${query} order by id`)
  return rows.map(({ id }) => id)
}
