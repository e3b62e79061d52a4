/** A broken rule. The code names the sentence in `src/i18n`, the params fill it in. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'DomainError'
  }
}
