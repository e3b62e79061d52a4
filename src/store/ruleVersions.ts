import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { insertAuditEntries } from './auditLog'
import type { Transaction } from './transaction'

export type RuleScope = { readonly organ: number | null; readonly membershipType: number | null }

/** Whether the scope has versions beside the one that is being changed. */
export async function hasOtherVersions(tx: Transaction, scope: RuleScope, except = 0): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from rule_versions
     where organ_id is not distinct from ${scope.organ}::int and membership_type_id is not distinct from ${scope.membershipType}::int and id <> ${except} limit 1`)
  return rows.length > 0
}

const isOfScope = ({ organ, membershipType }: RuleScope): SQL =>
  sql`organ_id is not distinct from ${organ}::int and membership_type_id is not distinct from ${membershipType}::int`

/** The day on which the next planned version of the scope begins. */
export async function firstVersionAfter(tx: Transaction, scope: RuleScope, date: LocalDate): Promise<LocalDate | undefined> {
  const { rows } = await tx.execute<{ first: string | null }>(sql`select min(valid_from)::text as first from rule_versions where ${isOfScope(scope)} and valid_from > ${date}::date`)
  const first = rows[0]?.first
  return first ? day(first) : undefined
}

/** Ends the version that would go on on the date; one that begins on that very day is left for the database to refuse. */
export async function closeVersionBefore(tx: Transaction, scope: RuleScope, date: LocalDate, actor: number | null): Promise<void> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    update rule_versions set valid_to = ${date}::date, updated_at = now()
     where ${isOfScope(scope)} and valid_from < ${date}::date and (valid_to is null or valid_to > ${date}::date) returning id`)
  await auditEnds(tx, actor, rows, date)
}

type Shift = { readonly from: LocalDate; readonly to: LocalDate | null }

/** The version that ended on the one day ends on the other; null lets it run on without end. */
export async function moveEndOfVersionBefore(tx: Transaction, scope: RuleScope, { from, to }: Shift, actor: number | null): Promise<void> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    update rule_versions set valid_to = ${to}::date, updated_at = now() where ${isOfScope(scope)} and valid_to = ${from}::date returning id`)
  await auditEnds(tx, actor, rows, to)
}

const auditEnds = (tx: Transaction, actor: number | null, versions: readonly { readonly id: number }[], validTo: LocalDate | null): Promise<void> =>
  insertAuditEntries(tx, actor, versions.map(({ id }) => ({ subject: 'rule-versions', subjectId: id, action: 'update', changes: { validTo } })))

/** Whether all rules of the organ, for everybody and for one type, begin after the day; also where it has none. */
export async function hasOnlyPlannedVersions(tx: Transaction, organ: number, today: LocalDate): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from rule_versions where organ_id = ${organ} and valid_from <= ${today}::date limit 1`)
  return rows.length === 0
}

/** Whether rules decide who is a member of the organ; undefined where there is no such organ. */
export async function countsRules(tx: Transaction, organ: number): Promise<boolean | undefined> {
  const { rows } = await tx.execute<{ counts: boolean }>(sql`select rule_mode = 'rules' as counts from organs where id = ${organ}`)
  return rows[0]?.counts
}

/** When a version begins; undefined where it does not exist. */
export async function ruleVersionById(tx: Transaction, id: number): Promise<{ readonly validFrom: LocalDate } | undefined> {
  const { rows } = await tx.execute<{ valid_from: string }>(sql`select valid_from::text from rule_versions where id = ${id}`)
  return rows.map((row) => ({ validFrom: day(row.valid_from) }))[0]
}
