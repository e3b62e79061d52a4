import { createLocalReq } from 'payload'
import { DomainError } from '../domain/domainError'
import { runEvaluation } from '../operations/runEvaluation'
import { withPayload } from './connection'
import { dateOr, readOptions } from './options'
import type { Output } from './output'
import { exitCode, refusable, usage } from './refusal'

/** Brings the memberships up to a business date, today unless one is given. Only who changed is looked at, or everybody with `--full`. A day that has yet to come is refused: nobody knows it. */
export async function evaluate(args: string[], out: Output): Promise<number> {
  const asked = readOptions(args, { date: { type: 'string' }, full: { type: 'boolean' } })
  if (!asked || asked.positionals.length > 0) return usage('kring evaluate [--date 2027-01-31] [--full] [--json]')
  return refusable(async () => {
    const [date, today] = [dateOr(asked.values.date), dateOr(undefined)]
    if (date > today) throw new DomainError('EVALUATION_IN_THE_FUTURE', { date, today })
    const run = await withPayload(async (payload) => runEvaluation(await createLocalReq({ context: { today: date } }, payload), date, asked.values.full ? 'full' : 'incremental'))
    out.result(run, () => run.days.map((day) => `${day.date}  +${day.joined}  -${day.left}  = ${day.open}`).join('\n'))
    return exitCode.ok
  })
}
