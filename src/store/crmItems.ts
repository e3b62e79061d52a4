import { sql } from '@payloadcms/db-postgres/drizzle'
import { insertAuditEntries } from './auditLog'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

type Titled = 'relation_lists' | 'crm_views'
type IdAndTitle = { id: number; title: string }

/** Which of these titles lists, or views, have already. */
export async function takenTitles(tx: Transaction, table: Titled, titles: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.execute<{ title: string }>(sql`
    select title from ${sql.identifier(table)} where title in (select jsonb_array_elements_text(${JSON.stringify(titles)}::jsonb))`)
  return new Set(rows.map(({ title }) => title))
}

/** The ids of relations by their numbers. */
export async function idsByNumber(tx: Transaction, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.execute<{ id: number; number: string }>(sql`
    select id, number from relations where number in (select value::int from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`)
  return new Map(rows.map(({ id, number }) => [Number(number), id]))
}

export type NewList = { readonly title: string; readonly sentence: string; readonly criteria: object }

/** Adds relation lists and returns their ids by title. */
export async function insertLists(tx: Transaction, lists: readonly NewList[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.execute<IdAndTitle>(sql`
    insert into relation_lists (title, sentence, criteria)
    select title, sentence, criteria from ${asRows(lists, { title: 'text', sentence: 'text', criteria: 'jsonb' })} returning id, title`)
  await noteCreated(tx, 'relation-lists', rows)
  return new Map(rows.map(({ id, title }) => [title, id]))
}

export type NewView = { readonly title: string; readonly organ: number; readonly list: number; readonly functionType: number }

/** Adds views and returns their ids by title. */
export async function insertViews(tx: Transaction, views: readonly NewView[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.execute<IdAndTitle>(sql`
    insert into crm_views (title, organ_id, list_id, function_type_id)
    select title, organ, list, "functionType" from ${asRows(views, { title: 'text', organ: 'int', list: 'int', functionType: 'int' })} returning id, title`)
  await noteCreated(tx, 'crm-views', rows)
  return new Map(rows.map(({ id, title }) => [title, id]))
}

export type NewRight = { readonly organ: number; readonly functionType: number; readonly seesFund: boolean }

/** The rights of functions at organs: those that were there stay, what is missing is added. In the order in which they were asked. */
export async function ensureRights(tx: Transaction, rights: readonly NewRight[]): Promise<readonly number[]> {
  const given = asRows(rights, { organ: 'int', functionType: 'int', seesFund: 'boolean' })
  const { rows: added } = await tx.execute<IdAndTitle>(sql`
    insert into organ_rights (organ_id, function_type_id, sees_fund)
    select organ, "functionType", bool_or("seesFund") from ${given} group by 1, 2 on conflict on constraint organ_rights_once do nothing returning id, '' as title`)
  await noteCreated(tx, 'organ-rights', added)
  const { rows } = await tx.execute<{ id: number; organ: number; functionType: number }>(sql`
    select distinct r.id, r.organ_id as organ, r.function_type_id as "functionType" from organ_rights r join ${given} on r.organ_id = organ and r.function_type_id = "functionType"`)
  const idOf = new Map(rows.map((row) => [`${row.organ} ${row.functionType}`, row.id]))
  return rights.map(({ organ, functionType }) => idOf.get(`${organ} ${functionType}`) ?? 0)
}

export type Renaming = { readonly id: number; readonly from: string; readonly to: string; readonly criteria?: object; readonly sentence?: string }

/** Gives lists, or views, their new names where they still had the old one, and returns which did. A rule that is still as it was made is said anew. */
export async function renameTitled(tx: Transaction, table: Titled, renamings: readonly Renaming[]): Promise<ReadonlySet<number>> {
  const given = asRows(renamings, { id: 'int', from: 'text', to: 'text', criteria: 'jsonb', sentence: 'text' })
  if (table === 'relation_lists') {
    await tx.execute(sql`update relation_lists l set sentence = given.sentence from ${given} where l.id = given.id and l.criteria = given.criteria and l.sentence is distinct from given.sentence`)
  }
  const { rows } = await tx.execute<{ id: number; from: string; to: string }>(sql`
    update ${sql.identifier(table)} named set title = given."to", updated_at = now() from ${given}
     where named.id = given.id and named.title = given."from" returning named.id, given."from", given."to"`)
  await insertAuditEntries(tx, null, rows.map(({ id, from, to }) => ({ subject: table.replaceAll('_', '-'), subjectId: id, action: 'update', changes: { title: { from, to } } })))
  return new Set(rows.map(({ id }) => id))
}

/** The relations among these that still have the name that was generated. */
export async function stillNamed(tx: Transaction, relations: readonly { readonly id: number; readonly from: string }[]): Promise<ReadonlySet<number>> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select r.id from relations r join ${asRows(relations, { id: 'int', from: 'text' })} on r.id = given.id where r.organisation_name = given."from"`)
  return new Set(rows.map(({ id }) => id))
}

const noteCreated = (tx: Transaction, subject: string, rows: readonly IdAndTitle[]): Promise<void> =>
  insertAuditEntries(tx, null, rows.map(({ id, title }) => ({ subject, subjectId: id, action: 'create', changes: title ? { title } : {} })))
