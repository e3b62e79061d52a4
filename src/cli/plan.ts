import { parseArgs } from 'node:util'
import { planInstalments } from '../domain/instalments'
import { day, formatDate } from '../domain/localDate'
import { formatEuro, parseEuro } from '../domain/money'
import type { Output } from './output'
import { exitCode, refusable, usage } from './refusal'

const howTo = 'kring plan --amount 100.00 --first 2027-01-31 --count 12 [--every 1] [--json]'

/** Shows how an amount is spread over instalments: one line a date. Exit code 0, 1 when a rule forbids it, 2 when not understood. */
export async function plan(args: string[], out: Output): Promise<number> {
  const given = readArguments(args)
  if (!given) return usage(howTo)
  return refusable(() => {
    const instalments = planInstalments(parseEuro(given.amount), day(given.first), Number(given.count), Number(given.every))
    out.result(instalments, () => instalments
      .map(({ date, amountCents }) => `${date}  ${String(amountCents).padStart(8)}  ${formatDate(date, 'nl')}  ${formatEuro(amountCents, 'nl')}`).join('\n'))
    return exitCode.ok
  })
}

type PlanArguments = { readonly amount: string; readonly first: string; readonly count: string; readonly every: string }

function readArguments(args: string[]): PlanArguments | undefined {
  const text = { type: 'string' } as const
  try {
    const { values: { amount, first, count, every = '1' } } = parseArgs({ args, options: { amount: text, first: text, count: text, every: text, json: { type: 'boolean' } } })
    if (amount === undefined || first === undefined || count === undefined) return undefined
    return /^-?\d+$/.test(count) && /^-?\d+$/.test(every) ? { amount, first, count, every } : undefined
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
