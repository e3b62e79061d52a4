import { sql } from '@payloadcms/db-postgres/drizzle'
import { evaluateOrganisation } from '../store/evaluation'
import { dropChangedRelations, takeChangedRelations } from '../store/evaluation/population'
import { organisation } from './association'
import { bareEvaluation, prepareBare } from './bareEvaluation'
import { measure, type Measurement } from './measure'
import { evaluatedAssociation, nextDay, nightsOf } from './night'
import { onScratchDatabase } from './scratchServer'

/** The same night, looking only at whoever moved; beside it, the bare engine that is told by heart who did. */
export const incrementalCase = (size: number, runs: number): Promise<Measurement> => onScratchDatabase(async (client) => {
  const evaluated = await evaluatedAssociation(client, size, prepareBare)
  const { tx } = evaluated
  const night = nightsOf(evaluated)
  let ours = 0
  let bare = 0
  return measure('incremental', { size, runs, contest: {
    ours: () => night(ours++, async () => {
      await takeChangedRelations(tx)
      const counts = await evaluateOrganisation(tx, { organisation, date: nextDay, thoroughness: 'incremental' })
      if (counts.looked !== 'incremental') throw new Error('Everybody was looked at')
      await dropChangedRelations(tx)
      return counts
    }),
    bare: () => night(bare, () => bareEvaluation(tx, nextDay, sql`r.id % 1000 = ${bare++ % 1000}::int`)),
  } })
})
