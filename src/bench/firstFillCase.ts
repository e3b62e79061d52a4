import { sql } from '@payloadcms/db-postgres/drizzle'
import { transactionOver } from '../store/clientTransaction'
import { evaluateOrganisation } from '../store/evaluation'
import { loadAssociation, organisation, shapeOf } from './association'
import { bareEvaluation, prepareBare } from './bareEvaluation'
import { measure, timed, type Measurement } from './measure'
import { firstDay, undone } from './night'
import { onScratchDatabase } from './scratchServer'

/** The first evaluation of an association: every membership is written, with every index and every check in place. */
export const firstFillCase = (size: number, runs: number): Promise<Measurement> => onScratchDatabase(async (client) => {
  const tx = transactionOver(client)
  await loadAssociation(tx, shapeOf(size))
  await prepareBare(tx)
  const emptied = (work: () => Promise<unknown>): Promise<number> => undone(tx, () => timed(work))
    .finally(() => tx.execute(sql`vacuum analyze memberships, membership_mutations`))
  return measure('firstFill', { size, runs, contest: {
    ours: () => emptied(() => evaluateOrganisation(tx, { organisation, date: firstDay })),
    bare: () => emptied(() => bareEvaluation(tx, firstDay)),
  } })
})
