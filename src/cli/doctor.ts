import type { Check } from './check'
import { doctorChecks } from './doctorChecks'
import { readOptions } from './options'
import type { Output } from './output'
import { exitCode, usage } from './refusal'

/** Looks at everything that Kring needs and says what to mend. Exit code 1 when something is wrong. */
export async function doctor(args: string[], out: Output): Promise<number> {
  const asked = readOptions(args, {})
  if (!asked || asked.positionals.length > 0) return usage('kring doctor [--json]')
  const checks = await doctorChecks()
  const isWell = checks.every(({ isOk }) => isOk)
  out.result({ ok: isWell, checks: checks.map(({ name, isOk, found, mend }) => ({ name, ok: isOk, found, ...(isOk ? {} : { mend }) })) }, () => checks.map(inWords).join('\n'))
  return isWell ? exitCode.ok : exitCode.refused
}

const inWords = ({ name, isOk, found, mend }: Check): string =>
  `${isOk ? '✓' : '✗'} ${name.padEnd(12)} ${found}${isOk || !mend ? '' : `\n    ${mend.nl}\n    ${mend.en}`}`
