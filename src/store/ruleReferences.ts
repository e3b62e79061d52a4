import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { KnownReferences } from '../rules/checkReferences'
import type { ReferenceKind } from '../rules/names'
import { customFields } from './customFields'
import type { Transaction } from './transaction'

const tables: Readonly<Record<ReferenceKind, string>> = {
  'subscription-types': 'subscription_types',
  'function-types': 'function_types',
  organs: 'organs',
  organisations: 'organisations',
  'membership-types': 'membership_types',
  'relation-lists': 'relation_lists',
  selections: 'selections',
}
const kinds = Object.keys(tables) as readonly ReferenceKind[]

/** Everything that rules can point to, with its name: for a rule in words, and to see whether what it asks for exists. */
export async function loadReferences(tx: Transaction): Promise<KnownReferences> {
  const { rows } = await tx.execute<{ kind: ReferenceKind; id: number; title: string }>(sql.join(kinds.map(titlesQuery), sql` union all `))
  const byKind = Map.groupBy(rows, ({ kind }) => kind)
  const titles = (kind: ReferenceKind): ReadonlyMap<number, string> => new Map((byKind.get(kind) ?? []).map(({ id, title }) => [id, title]))
  const fields = await customFields(tx)
  return {
    subscriptionTypes: titles('subscription-types'),
    functionTypes: titles('function-types'),
    organs: titles('organs'),
    organisations: titles('organisations'),
    membershipTypes: titles('membership-types'),
    relationLists: titles('relation-lists'),
    selections: titles('selections'),
    customFields: new Map(fields.map((field) => [field.key, field])),
  }
}

const titlesQuery = (kind: ReferenceKind): SQL => sql`select ${kind}::text as kind, id, title from ${sql.identifier(tables[kind])}`
