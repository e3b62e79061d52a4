import type { Config } from 'payload'

type Serialised = { readonly type: string; readonly message: string; readonly code?: string | undefined; readonly stack?: string | undefined; readonly cause?: Serialised | undefined }

/** The part of a message that carries no values: a failed query is followed by what it was given. */
const withoutValues = (text: string): string => text.replace(/\n?params:[\s\S]*?(?=\n\s+at |$)/, '')

/** An error for the log: what and where, never the data it was about. */
export function serialiseError(error: unknown): Serialised {
  if (!(error instanceof Error)) return { type: typeof error, message: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    type: error.name, message: withoutValues(error.message), code,
    stack: error.stack && withoutValues(error.stack), cause: error.cause === undefined ? undefined : serialiseError(error.cause),
  }
}

/** Logs go to stderr as JSON lines: what a command prints on stdout stays its own. */
export const logger: NonNullable<Config['logger']> = {
  options: { level: process.env.KRING_LOG_LEVEL ?? 'info', serializers: { err: serialiseError } },
  destination: process.stderr,
}

/** What the domain or a right refuses is an answer, not an incident; many wrong passwords are worth a look. */
export const levelOfRefusals: Config['loggingLevels'] & { readonly DomainError: false } = {
  DomainError: false, ValidationError: false, Forbidden: 'info', NotFound: 'info', AuthenticationError: 'info', LockedAuth: 'warn',
}
