import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'
import type { Division } from './division'
import { unseen } from './keyedMembers'
import { quickestMembers, walkedMembersOf, type Members } from './members'
import { activeOrgans } from './organTree'
import { numbers } from './parameters'
import { isIn, type Population } from './population'
import { isTransferred } from './reasons'
import { settingsFor, withSettings } from './withSettings'

/** What differs between the wanted members and the open periods: no `membership_id` means to be opened, else to be closed. */
export const changesTable = sql.raw('evaluation_changes')

type Looking = { readonly population: Population; readonly into: SQL }

/** Fills a temporary table with the changes; it lives until it is dropped or the end of the transaction. */
export const collectChanges = (tx: Transaction, division: Division, looking: Looking): Promise<void> =>
  withSettings(tx, settingsFor(looking.population), async () => {
    await fillChanges(tx, division, looking, await quickestMembers(tx, division, looking.population))
    if (await hasUnseen(tx, looking.into)) {
      await tx.execute(sql`drop table ${looking.into}`)
      await fillChanges(tx, division, looking, walkedMembersOf(division, looking.population))
    }
    await tx.execute(sql`analyze ${looking.into}`)
  })

const fillChanges = (tx: Transaction, { organisation }: Division, { population, into }: Looking, { prefix, query }: Members): Promise<unknown> => tx.execute(sql`
  create temporary table ${into} on commit drop as ${prefix}
  select standing.id as membership_id, relation_id, nullif(organ_id, 0) as organ_id, type_id
    from (${query}) desired
    full join (select id, relation_id, coalesce(organ_id, 0) as organ_id, membership_type_id as type_id
                 from memberships where organisation_id = ${organisation} and end_date is null and ${isIn(population, sql`relation_id`)}) standing
   using (relation_id, organ_id, type_id)
   where standing.id is null or desired.relation_id is null`)

/**
 * Forgets what was found for relations whose facts changed, but for what follows from the tree alone: the end of their
 * places in organs that are gone (R-END-2), and a transfer (R-TRF-2).
 */
export const leaveChangedRelations = (tx: Transaction, division: Division): Promise<unknown> => tx.execute(sql`
  delete from ${changesTable} c where c.relation_id in (select relation_id from dirty_relations) and not ${isTransferred(division)}
     and not (c.membership_id is not null and c.organ_id is not null and c.organ_id <> all(${numbers(activeOrgans(division.organs, division.date, () => true).map(({ id }) => id))}))`)

async function hasUnseen(tx: Transaction, changes: SQL): Promise<boolean> {
  const { rows } = await tx.execute<{ isUnseen: boolean }>(sql`
    select exists (select from ${changes} where organ_id = ${unseen}) as "isUnseen"`)
  return rows[0]?.isUnseen ?? false
}
