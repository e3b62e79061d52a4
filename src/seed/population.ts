import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { addDays, type LocalDate } from '../domain/localDate'
import type { PledgeFrequency } from '../domain/pledgeSchedule'
import { displayName } from '../domain/relationName'
import { importRelations } from '../operations/importRelations'
import { transactionOf, type Transaction } from '../store/transaction'
import { branchPlans, livesIn } from './branches'
import { insertMandates, insertPledges, insertSubscriptions, type NewMandate, type NewPledge, type NewSubscription } from './bulk'
import { lastStatementDate } from './calendar'
import { demoPerson, nextPeriod, relationsCsv, type DemoPerson } from './people'
import { randomOf, type Random } from './random'
import { generalFundCode, subscriptionTypes } from './structure'
import { idsByKey } from './idsByKey'

export type Inhabitant = DemoPerson & { readonly id: number; readonly index: number }
type Span = { readonly count: number; readonly start: LocalDate; readonly today: LocalDate }

/**
 * Brings in the relations as a CSV file, with what they carried over from the administration before Kring: mandates,
 * subscriptions that are invoiced up to the first period of the history, and pledges from their next instalment on.
 */
export async function settlePopulation(req: PayloadRequest, span: Span): Promise<readonly Inhabitant[]> {
  const people = Array.from({ length: span.count }, (_, index) => demoPerson(index))
  const { imported, mistakes } = await importRelations(req, { text: relationsCsv(people), onMistake: 'stop' })
  if (imported !== span.count) throw new Error(`The demo relations were not accepted: ${mistakes[0]?.message ?? ''}`)
  const tx = await transactionOf(req)
  const { rows } = await tx.execute<{ id: number }>(sql`select id from relations order by number`)
  const inhabitants = people.flatMap((person, index) => rows.slice(index, index + 1).map(({ id }) => ({ ...person, id, index })))
  await carryOver(tx, inhabitants, span)
  return inhabitants
}

async function carryOver(tx: Transaction, inhabitants: readonly Inhabitant[], { start, today }: Span): Promise<void> {
  const types = await idsByKey(tx, 'subscription_types', 'title')
  const funds = await idsByKey(tx, 'funds', 'code')
  const [creditor = 0] = (await idsByKey(tx, 'creditors', 'iban')).values()
  const subscriptions = inhabitants.flatMap((one) => subscriptionOf(one, types, start))
  const pledges = inhabitants.flatMap((one) => pledgeOf(one, funds, start))
  const debtors = new Set([...subscriptions.filter(({ isDebited }) => isDebited).map(({ relation }) => relation), ...pledges.map(({ donor }) => donor)])
  await insertMandates(tx, inhabitants.filter(({ id }) => debtors.has(id)).map((one) => mandateOf(one, creditor, start)))
  await insertSubscriptions(tx, subscriptions)
  await insertPledges(tx, [...pledges, ...missingPledge(pledges, today)])
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const

function subscriptionOf({ id, index, type: kind }: Inhabitant, types: ReadonlyMap<string, number>, start: LocalDate): readonly NewSubscription[] {
  const random = randomOf(`subscription ${index}`)
  if (random.isOne(10)) return []
  const chosen = kind === 'organisation' ? subscriptionTypes[4] : chosenType(random)
  const months = monthsOf[chosen.period]
  const startDate = addDays(start, -(random.isOne(30) ? 1 + random.below(365) : 366 + random.below(2600)))
  const invoicedUntilDate = nextPeriod(startDate, months, start)
  const isDebited = random.isOne(70)
  return [{
    relation: id, type: types.get(chosen.title) ?? 0, startDate, invoicedUntilDate, isDebited,
    endDate: random.isOne(3) ? invoicedUntilDate : null, instalmentCount: isDebited && months === 12 && random.isOne(20) ? 4 : 1,
  }]
}

function chosenType(random: Random): (typeof subscriptionTypes)[number] {
  const share = random.below(100)
  const bounds = [45, 65, 85, 92, 100]
  return subscriptionTypes[bounds.findIndex((bound) => share < bound)] ?? subscriptionTypes[0]
}

/** Renewed in the last two years, as a mandate that is not used for three may not be used any more. */
function mandateOf(one: Inhabitant, creditor: number, start: LocalDate): NewMandate {
  const signedOn = addDays(start, -10 - randomOf(`mandate ${one.index}`).below(700))
  return { creditor, debtor: one.id, iban: one.iban, accountHolder: displayName(one), signedOn }
}

const pledgeAmounts = [500, 750, 1000, 1000, 1250, 1500, 2500, 5000]
const frequencies: readonly (readonly [PledgeFrequency, spreadDays: number])[] = [
  ['monthly', 30], ['monthly', 30], ['monthly', 30], ['quarterly', 90], ['halfYearly', 180], ['yearly', 360], ['once', 90]]

function pledgeOf(one: Inhabitant, funds: ReadonlyMap<string, number>, start: LocalDate): readonly NewPledge[] {
  const random = randomOf(`pledge ${one.index}`)
  if (!random.isOne(14)) return []
  const own = branchPlans.find((branch) => branch.hasFund && livesIn(branch, one, start))
  const fund = funds.get(own && random.isOne(70) ? own.code : generalFundCode) ?? 0
  const [frequency, spreadDays] = random.pick(frequencies)
  return [{ donor: one.id, fund, amountCents: random.pick(pledgeAmounts), frequency, startDate: addDays(start, 4 + random.below(spreadDays)) }]
}

/** One donor of € 25,00 is collected on the very last day of which there is a statement: the one that the bank drops. */
const missingPledge = (pledges: readonly NewPledge[], today: LocalDate): readonly NewPledge[] =>
  pledges.slice(0, 1).map(({ donor, fund }) => ({ donor, fund, amountCents: missingCents, frequency: 'monthly', startDate: lastStatementDate(today) }))

/** What the bank silently leaves out of its last total. */
export const missingCents = 2500
