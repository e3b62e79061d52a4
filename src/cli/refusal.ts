import { DomainError } from '../domain/domainError'
import { textOf } from '../i18n/text'

/** Exit codes of every command. */
export const exitCode = { ok: 0, refused: 1, usage: 2 } as const

/** Runs a command; a broken rule becomes one sentence in Dutch and one in English on standard error, and exit code 1. */
export async function refusable(command: () => Promise<number> | number): Promise<number> {
  try {
    return await command()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    process.stderr.write(`${textOf('nl', error)}\n${textOf('en', error)}\n`)
    return exitCode.refused
  }
}

/** Tells how the command is used, on standard error, and gives exit code 2. */
export function usage(text: string): number {
  process.stderr.write(`Gebruik / usage: ${text}\n`)
  return exitCode.usage
}
