import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import type { LocalDate } from '../domain/localDate'
import { creditorIdFor } from '../formats/creditorId'
import { runEvaluation, type EvaluationRun } from '../operations/runEvaluation'
import { describeRule } from '../rules/describeRule'
import { asRows } from '../store/asRows'
import { inTransaction, type Transaction } from '../store/transaction'
import { inventedIban } from './accounts'
import { loadPeople } from './nationalPeople'
import { planTree, type PlannedOrgan } from './nationalTree'
import type { Place } from './places'
import { withBareTables } from './withBareTables'
import { usualContract, usualTerms } from './usual'

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
  await withBareTables(tx, peopleTables, () => loadPeople(tx, { ...plan, ...ids }))
  await tx.execute(sql`analyze`)
  plan.report(`${plan.relations} relaties / relations`)
})

/** The first evaluation, with room to write all memberships at once. */
export const evaluateNational = (req: PayloadRequest, today: LocalDate): Promise<EvaluationRun> =>
  inTransaction(req, (tx) => withBareTables(tx, { tables: ['memberships', 'membership_mutations'] }, () => runEvaluation(req, today)))

const peopleTables = {
  tables: ['relations', 'relations_emails', 'relations_phones', 'relations_bank_accounts', 'mandates', 'subscriptions', 'audit_log'],
  keep: ['relations_number_idx', 'mandates_debtor_idx'],
}

const ruledSince = '2015-01-01'

async function buildNational(req: PayloadRequest, tx: Transaction, { organs, places }: NationalPlan, nth: number): Promise<Ids> {
  const { payload } = req
  const { id: organisation } = await payload.create({ collection: 'organisations', req, data: { title: `Landelijke Vereniging ${nth}`, myDepartmentLabel: 'Mijn Afdeling', exceptionMode: 'override' } })
  const { id: subscriptionType } = await payload.create({ collection: 'subscription-types', req, data: { title: `Contributie ${nth}`, priceCents: 3600, ...usualTerms } })
  const { id: creditor } = await payload.create({ collection: 'creditors', req, data: {
    title: `Contributie ${nth}`, name: 'Landelijke Vereniging', creditorId: creditorIdFor('00000000', String(nth).padStart(4, '0')), iban: inventedIban(910_000_000 + nth), ...usualContract } })
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
