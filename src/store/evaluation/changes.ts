import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import type { Transaction } from '../transaction'
import { desiredMemberships } from './desiredMemberships'
import type { Plan } from './placements'
import { withSettings } from './withSettings'

/** What differs between the wanted members and the open periods: no `membership_id` means to be opened, else to be closed. */
export const changesTable = sql.raw('evaluation_changes')

/**
 * Hash joins throughout: how many relations a rule lets through cannot be estimated, and a nested loop over a wrong
 * estimate takes hours where a hash join takes seconds. Compiling the query would cost more than it saves.
 */
const forWholeSets = { enable_nestloop: 'off', work_mem: '256MB', jit: 'off', statement_timeout: '0' } as const

/** Fills the temporary table of changes; it lives until `dropChanges` or the end of the transaction. */
export async function collectChanges(tx: Transaction, plan: Plan, { organisation, date }: { organisation: number; date: LocalDate }): Promise<void> {
  await withSettings(tx, forWholeSets, () => tx.execute(sql`
    create temporary table ${changesTable} on commit drop as
    with ${desiredMemberships(plan, date)}
    ${differences(organisation)}`))
  await tx.execute(sql`analyze ${changesTable}`)
}

export const dropChanges = (tx: Transaction): Promise<unknown> => tx.execute(sql`drop table ${changesTable}`)

const differences = (organisation: number): SQL => sql`
  select standing.id as membership_id, relation_id, nullif(organ_id, 0) as organ_id, type_id
    from desired
    full join (select id, relation_id, coalesce(organ_id, 0) as organ_id, membership_type_id as type_id
                 from memberships where organisation_id = ${organisation} and end_date is null) standing
   using (relation_id, organ_id, type_id)
   where standing.id is null or desired.relation_id is null`
