import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { transactionOver } from '../store/clientTransaction'
import { evaluateOrganisation } from '../store/evaluation'
import type { Transaction } from '../store/transaction'
import { asRows } from '../store/asRows'
import { loadAssociation, organisation, shapeOf } from './association'
import { measure, timed, type Measurement } from './measure'
import { firstDay, nextDay, undone } from './night'
import { onScratchDatabase } from './scratchServer'

const count = 1_000

/** The worst that an organisation can ask: a thousand organs side by side, each with conditions that no other has. */
export const predicatesCase = (size: number, runs: number): Promise<Measurement> => onScratchDatabase(async (client) => {
  const tx = transactionOver(client)
  await loadAssociation(tx, shapeOf(size))
  await replaceOrgans(tx)
  await tx.execute(sql`begin`)
  await evaluateOrganisation(tx, { organisation, date: firstDay })
  await tx.execute(sql`commit`)
  await tx.execute(sql`vacuum analyze`)
  return measure('predicates', { size, runs, contest: {
    ours: () => undone(tx, () => timed(() => evaluateOrganisation(tx, { organisation, date: nextDay }))),
    bare: () => undone(tx, () => timed(() => tx.execute(bareConditions()))),
  } })
})

/** Somebody of one age with a postcode in one range: no two organs alike, and few people in each. */
const conditionOf = (nth: number) => {
  const from = 1000 + nth * 9
  return { nth, age: 20 + (nth % 60), low: String(from), high: String(from + 8) }
}

const conditions = Array.from({ length: count }, (_, nth) => conditionOf(nth))

async function replaceOrgans(tx: Transaction): Promise<void> {
  await tx.execute(sql`delete from rule_versions where organ_id is not null`)
  await tx.execute(sql`delete from organ_placements`)
  await tx.execute(sql`delete from organs`)
  await tx.execute(sql`
    insert into organs (id, organisation_id, title, start_date, rule_mode)
    select nth + 1, ${organisation}, 'Orgaan ' || nth, '2020-01-01', 'rules' from ${asRows(conditions, { nth: 'int' })}`)
  const rules = conditions.map(({ nth, age, low, high }) => ({ nth, rule: { op: 'and', rules: [
    { field: 'age', operator: 'atLeast', value: age }, { field: 'address.postcode', operator: 'between', value: [low, high] },
  ] } }))
  await tx.execute(sql`
    insert into rule_versions (organ_id, criteria, valid_from) select nth + 1, rule, '2020-01-01' from ${asRows(rules, { nth: 'int', rule: 'jsonb' })}`)
}

/** The same thousand conditions by hand, over everybody at once, without writing. */
function bareConditions(): SQL {
  const tests = conditions.map(({ nth, age, low, high }) => sql`
    case when r.birth_date <= (${nextDay}::date - make_interval(years => ${age}::int))::date
          and r.address_postcode collate "C" between ${low}::text and ${`${high}ZZ`}::text then ${nth + 1}::int end`)
  return sql`select count(*) from (select unnest(array_remove(array[${sql.join(tests, sql`, `)}], null)) as organ from relations r where r.status = 'active') found`
}
