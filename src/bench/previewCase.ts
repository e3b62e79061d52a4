import { sql } from '@payloadcms/db-postgres/drizzle'
import { dropPreview, previewChanges } from '../store/evaluation/previewChanges'
import { summarisePreview } from '../store/evaluation/previewSummary'
import { organisation } from './association'
import { prepareBare } from './bareEvaluation'
import { measure, timed, type Measurement } from './measure'
import { evaluatedAssociation, nextDay, undone } from './night'
import { onScratchDatabase } from './scratchServer'

/** Who would move if one branch took one town instead of its five; beside it, counting by hand who lives in the others. */
export const previewCase = (size: number, runs: number): Promise<Measurement> => onScratchDatabase(async (client) => {
  const { tx, shape } = await evaluatedAssociation(client, size, prepareBare)
  const organ = shape.provinces + shape.municipalities + 1
  const { rows } = await tx.execute<{ town: string }>(sql`select town from bench_branches where branch_organ = ${organ} order by town`)
  const [kept, ...given] = rows.map(({ town }) => town)
  const rule = { field: 'address.town', operator: 'equals', value: kept }
  const { rows: [known] } = await tx.execute<{ people: number }>(sql`select count(*)::int as people from relations where address_town = any(${sql.param(given)}::text[])`)
  return measure('preview', { size, runs, contest: {
    ours: () => undone(tx, () => timed(async () => {
      await previewChanges(tx, organisation, { kind: 'rule', organ, type: null, rule, date: nextDay })
      const { left, joined } = await summarisePreview(tx, organisation)
      await dropPreview(tx)
      if (joined !== 0 || left !== known?.people) throw new Error(`The preview is wrong: ${left} leave, ${known?.people} live there`)
    })),
    bare: () => undone(tx, () => timed(() => tx.execute(sql`
      select m.organ_id, count(*) from memberships m join relations r on r.id = m.relation_id
       where m.organ_id = ${organ} and m.end_date is null and r.address_town = any(${sql.param(given)}::text[]) group by m.organ_id`))),
  } })
})
