import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { asRows } from './asRows'
import { insertAuditEntries } from './auditLog'
import type { Transaction } from './transaction'

export type ArtefactKind = 'relation' | 'functionGroup' | 'memberGroup' | 'view' | 'rights'

/** What an action makes for an organ, by the name that the organ has now. */
export type Artefact = {
  readonly organ: number
  readonly organTitle: string
  readonly code: string | null
  readonly action: number
  readonly kind: ArtefactKind
  readonly template: string
  readonly functionType: number | null
  readonly functionTitle: string | null
  readonly seesFund: boolean
}

/** What was made, by the name that it was given then. */
export type MadeArtefact = Artefact & { readonly id: number; readonly title: string; readonly relation: number | null; readonly list: number | null; readonly view: number | null }

const columns: SQL = sql`o.id as organ, o.title as "organTitle", o.code, a.id as action, a.kind, a.title as template,
  a.function_type_id as "functionType", t.title as "functionTitle", coalesce(a.sees_fund, false) as "seesFund"`

/** What is missing for the organs that exist on the day, with everything above them. */
export async function missingArtefacts(tx: Transaction, today: LocalDate): Promise<readonly Artefact[]> {
  const { rows } = await tx.execute<Artefact>(sql`
    with recursive existing as (
      select o.id from organs o join organ_placements p on p.organ_id = o.id and p.parent_id is null where ${isOn(today)}
      union all
      select o.id from existing above join organ_placements p on p.parent_id = above.id join organs o on o.id = p.organ_id where ${isOn(today)}
    )
    select ${columns}
      from existing join organs o using (id) join crm_actions a on a.organisation_id = o.organisation_id
      left join function_types t on t.id = a.function_type_id
     where not exists (select from crm_artefacts made where made.organ_id = o.id and made.action_id = a.id)
     order by o.id, a.id`)
  return rows
}

const isOn = (today: LocalDate): SQL => sql`o.start_date <= ${today}::date and (o.end_date is null or ${today}::date < o.end_date)
  and p.valid_from <= ${today}::date and (p.valid_to is null or ${today}::date < p.valid_to)`

/** Everything that was made and is not archived. */
export async function madeArtefacts(tx: Transaction): Promise<readonly MadeArtefact[]> {
  const { rows } = await tx.execute<MadeArtefact>(sql`
    select made.id, made.title, made.relation_id as relation, made.list_id as list, made.view_id as view, ${columns}
      from crm_artefacts made join organs o on o.id = made.organ_id join crm_actions a on a.id = made.action_id
      left join function_types t on t.id = a.function_type_id
     where made.archived_on is null order by made.id`)
  return rows
}

/** The group of members that an organ has, made by the first such action. */
export async function memberGroups(tx: Transaction, organs: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.execute<{ organ_id: number; list_id: number }>(sql`
    select distinct on (organ_id) organ_id, list_id from crm_artefacts
     where kind = 'memberGroup' and organ_id in (select value::int from jsonb_array_elements_text(${JSON.stringify(organs)}::jsonb)) order by organ_id, action_id`)
  return new Map(rows.map((row) => [row.organ_id, row.list_id]))
}

export type ArtefactRow = { readonly organ: number; readonly action: number; readonly kind: ArtefactKind; readonly title: string; readonly relation?: number; readonly list?: number; readonly view?: number; readonly right?: number }

/** Remembers what was made for which organ by which action. */
export const insertArtefacts = (tx: Transaction, artefacts: readonly ArtefactRow[]): Promise<unknown> => tx.execute(sql`
  insert into crm_artefacts (organ_id, action_id, kind, title, relation_id, list_id, view_id, right_id)
  select organ, action, kind, title, relation, list, view, "right"
    from ${asRows(artefacts, { organ: 'int', action: 'int', kind: 'text', title: 'text', relation: 'int', list: 'int', view: 'int', right: 'int' })}`)

/** Remembers the names that artefacts have now. */
export const renameArtefacts = (tx: Transaction, named: readonly { readonly id: number; readonly title: string }[]): Promise<unknown> => tx.execute(sql`
  update crm_artefacts made set title = given.title, updated_at = now() from ${asRows(named, { id: 'int', title: 'text' })} where made.id = given.id`)

/** Marks everything that was made for an organ as archived, or only its relation; returns how much that was. */
export async function archiveArtefacts(tx: Transaction, { organ, relation }: { readonly organ: number; readonly relation?: number }, on: LocalDate): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update crm_artefacts set archived_on = ${on}, updated_at = now()
     where organ_id = ${organ} and archived_on is null and (${relation ?? null}::int is null or relation_id = ${relation ?? null}::int)`)
  return rowCount ?? 0
}

/** What can be taken away after an action made it. */
export type Releasable = 'view' | 'right'

/** Lets go of a thing that is about to be deleted: what remembers that it was made is archived from the day, and written so in the audit log. */
export async function releaseArtefacts(tx: Transaction, { thing, id }: { readonly thing: Releasable; readonly id: number }, on: LocalDate, actor: number | null): Promise<void> {
  const reference = sql.identifier(`${thing}_id`)
  const { rows } = await tx.execute<{ id: number; was: LocalDate | null; archivedOn: LocalDate }>(sql`
    with held as (select id, archived_on from crm_artefacts where ${reference} = ${id} for update)
    update crm_artefacts made set ${reference} = null, archived_on = coalesce(made.archived_on, ${on}::date), updated_at = now()
      from held where held.id = made.id returning made.id, held.archived_on::text as was, made.archived_on::text as "archivedOn"`)
  await insertAuditEntries(tx, actor, rows.map(({ id: artefact, was, archivedOn }) => ({
    subject: 'crm-artefacts', subjectId: artefact, action: 'update', changes: { [thing]: { from: id, to: null }, ...(was === archivedOn ? {} : { archivedOn: { from: was, to: archivedOn } }) },
  })))
}

/** The organs for which the relation was made. */
export async function organsOfGenerated(tx: Transaction, relation: number): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ organ_id: number }>(sql`select organ_id from crm_artefacts where relation_id = ${relation} order by organ_id`)
  return rows.map((row) => row.organ_id)
}

/** The relations that were made for an organ and are still active. */
export async function activeRelationsOf(tx: Transaction, organ: number): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select r.id from crm_artefacts made join relations r on r.id = made.relation_id and r.status = 'active' where made.organ_id = ${organ} order by r.id`)
  return rows.map(({ id }) => id)
}

/** Whether the organisation has actions at all, or, of a kind, another one than the given. */
export async function hasActions(tx: Transaction, organisation: number, of?: { readonly kind: ArtefactKind; readonly except: number }): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from crm_actions where organisation_id = ${organisation} and (${of?.kind ?? null}::text is null or kind = ${of?.kind ?? null}) and id <> ${of?.except ?? 0} limit 1`)
  return rows.length > 0
}

/** From which day an organ is no more: its own end, or the first of what it stands under; undefined while it may go on. */
export async function endOfOrgan(tx: Transaction, organ: number): Promise<{ readonly title: string; readonly endDate: LocalDate | null } | undefined> {
  const { rows } = await tx.execute<{ title: string; endDate: LocalDate | null }>(sql`
    with recursive above as (
      select id, end_date from organs where id = ${organ}
      union select o.id, o.end_date from above join organ_placements p on p.organ_id = above.id and p.valid_to is null join organs o on o.id = p.parent_id
    ) select title, (select min(end_date)::text from above) as "endDate" from organs where id = ${organ}`)
  return rows[0]
}

/** Whether an organ still has something in the CRM that is not archived, or somebody who holds a function at it. */
export async function hasLeftovers(tx: Transaction, organ: number, today: LocalDate): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from crm_artefacts where organ_id = ${organ} and archived_on is null
    union all select from functions where organ_id = ${organ} and (end_date is null or end_date > ${today}::date) limit 1`)
  return rows.length > 0
}
