import { sql } from '@payloadcms/db-postgres/drizzle'
import type { RelationFacts } from '../../../src/rules/facts'
import type { Transaction } from '../../../src/store/transaction'
import type { Exception, World } from './world'

type Row = { readonly id: number } & Readonly<Record<string, unknown>>

/** A table of facts with the rows that it is to have. Where `owner` names a column, whatever else these people have in it goes away. */
export type FactTable = {
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
  readonly owner?: string
  readonly rows: readonly Row[]
  readonly people: readonly number[]
}

/** What was written before, by table and by id, as JSON. */
export type Written = Map<string, Map<number, string>>

const period = { start_date: 'date', end_date: 'date' }
const relationColumns = {
  type: 'text', status: 'text', number: 'int', last_name: 'text', birth_date: 'date', deceased_on: 'date',
  address_postcode: 'text', address_town: 'text', address_municipality: 'text', address_province: 'text', address_country: 'text',
  preferences_newsletter: 'boolean', preferences_email: 'boolean', preferences_phone: 'boolean', preferences_post: 'boolean', custom_fields: 'jsonb',
}

/** The facts of a world as rows that keep their ids, relations first. */
export function factTablesOf({ relations, exceptions }: World): FactTable[] {
  const people = relations.map(({ id }) => id)
  const listed = <T>(listOf: (facts: RelationFacts) => readonly T[], toRow: (one: T, relation: number) => object): Row[] =>
    relations.flatMap(({ id, facts }) => listOf(facts).map((one, index) => ({ id: id * 1000 + index, ...toRow(one, id) })))
  return [
    { name: 'relations', columns: relationColumns, people, rows: relations.map(relationRow) },
    { name: 'subscriptions', columns: { relation_id: 'int', type_id: 'int', ...period }, owner: 'relation_id', people,
      rows: listed((facts) => facts.subscriptions, (one, relation) => ({ relation_id: relation, type_id: one.typeId, ...days(one) })) },
    { name: 'functions', columns: { holder_id: 'int', type_id: 'int', organ_id: 'int', target_id: 'int', ...period }, owner: 'holder_id', people,
      rows: listed((facts) => facts.functions, (one, relation) =>
        ({ holder_id: relation, type_id: one.typeId, organ_id: one.organId, target_id: one.organId === null ? relation : null, ...days(one) })) },
    { name: 'selection_members', columns: { relation_id: 'int', selection_id: 'int' }, owner: 'relation_id', people,
      rows: relations.flatMap(({ id, facts }) => facts.selections.map((selection) => ({ id: id * 1000 + selection, relation_id: id, selection_id: selection }))) },
    // What was given stays given.
    { name: 'donations', columns: { donor_id: 'int', fund_id: 'int', received_on: 'date', amount_cents: 'int', source: 'text', reversal_of_id: 'int' }, people,
      rows: relations.flatMap(({ id, facts }) => facts.donations.map((one) => ({
        id: id * 100 + one.id, donor_id: id, fund_id: 1, received_on: one.receivedOn, amount_cents: one.amountCents, source: 'bank',
        reversal_of_id: one.reversalOfId === null ? null : id * 100 + one.reversalOfId,
      }))) },
    ...(exceptions ? [exceptionTable(exceptions, people)] : []),
  ]
}

const exceptionTable = (exceptions: readonly Exception[], people: readonly number[]): FactTable => ({
  name: 'exception_memberships', columns: { relation_id: 'int', organ_id: 'int', membership_type_id: 'int', reason: 'text', ...period }, owner: 'relation_id', people,
  rows: exceptions.map((one) => ({ id: one.id, relation_id: one.relation, organ_id: one.organ, membership_type_id: one.type, reason: 'Verzoek', ...days(one) })),
})

const days = ({ startDate, endDate }: { readonly startDate: string; readonly endDate: string | null }) => ({ start_date: startDate, end_date: endDate })

const relationRow = ({ id, facts, deceasedOn }: World['relations'][number]): Row => ({
  id, type: facts.type, status: facts.status, number: 1000 + id, last_name: `Lid ${id}`, birth_date: facts.birthDate, deceased_on: deceasedOn,
  ...Object.fromEntries(Object.entries(facts.address).map(([key, value]) => [`address_${key}`, value])),
  ...Object.fromEntries(Object.entries(facts.preferences).map(([key, value]) => [`preferences_${key}`, value])),
  custom_fields: facts.custom,
})

/** Writes the rows that are not what they were. */
export async function writeRows(tx: Transaction, { name, columns, owner, rows, people }: FactTable, written: Written): Promise<void> {
  const before = written.get(name)
  const after = new Map(rows.map((row) => [row.id, JSON.stringify(row)]))
  const changed = rows.filter(({ id }) => before?.get(id) !== after.get(id))
  const gone = [...(before?.keys() ?? [])].filter((id) => !after.has(id))
  const table = sql.raw(name)
  if (!before && owner) {
    await tx.execute(sql`delete from ${table} where ${sql.raw(owner)} = any(${sql.param(people)}::int[]) and id <> all(${sql.param([...after.keys()])}::int[])`)
  }
  if (gone.length > 0) await tx.execute(sql`delete from ${table} where id = any(${sql.param(gone)}::int[])`)
  if (changed.length > 0) {
    const names = sql.raw(['id', ...Object.keys(columns)].join(', '))
    await tx.execute(sql`
      insert into ${table} (${names}) select ${names}
        from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r (id int, ${sql.raw(Object.entries(columns).map(([key, type]) => `${key} ${type}`).join(', '))})
      ${name === 'donations' ? sql`on conflict do nothing` : sql`on conflict (id) do update set ${sql.raw(Object.keys(columns).map((key) => `${key} = excluded.${key}`).join(', '))}`}`)
  }
  written.set(name, after)
}
