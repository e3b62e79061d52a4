import { evaluateOrganisation } from '../store/evaluation'
import { organisation } from './association'
import { bareEvaluation, prepareBare } from './bareEvaluation'
import { measure, type Measurement } from './measure'
import { evaluatedAssociation, nextDay, nightsOf } from './night'
import { onScratchDatabase } from './scratchServer'

/** One night in an association of `size` relations: one in a thousand moved house, and everybody is looked at. */
export const evaluationCase = (size: number, runs: number): Promise<Measurement> => onScratchDatabase(async (client) => {
  const evaluated = await evaluatedAssociation(client, size, prepareBare)
  const night = nightsOf(evaluated)
  let ours = 0
  let bare = 0
  return measure('evaluation', { size, runs, contest: {
    ours: () => night(ours++, () => evaluateOrganisation(evaluated.tx, { organisation, date: nextDay })),
    bare: () => night(bare++, () => bareEvaluation(evaluated.tx, nextDay)),
  } })
})
