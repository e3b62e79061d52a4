/**
 * Something that the person at the keyboard can mend: one sentence in Dutch and the same in English.
 * Shown without a stack, because the sentence says what to do.
 */
export class ClearError extends Error {
  constructor(
    readonly dutch: string,
    readonly english: string,
  ) {
    super(`${dutch}\n${english}`)
    this.name = 'ClearError'
  }
}

/** What a failure looks like on the terminal: the sentence that was made for it, or the bare message of an unexpected one. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ClearError) return error.message
  const message = error instanceof Error ? error.message : String(error)
  return `Er ging iets onverwachts mis: ${message}\nSomething unexpected went wrong: ${message}`
}

/** The code of a system or PostgreSQL error (`ENOENT`, `28P01`), or nothing when it has none. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
