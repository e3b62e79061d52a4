import { addMonths } from '../src/domain/localDate'
import { generateInstructions } from '../src/operations/generateInstructions'
import { runDaily } from '../src/operations/runDaily'
import type { Job } from './job'

/** Instalments of the coming month become instructions, and what may not go out any more is cancelled. */
export const planInstructionsDaily: Job = {
  name: 'instructions',
  cron: '15 2 * * *',
  run: (req, today) => runDaily(req, {
    job: 'generateInstructions',
    run: (_, date) => generateInstructions(req, { today: date, until: addMonths(date, 1) }),
  }, today),
}
