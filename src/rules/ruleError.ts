import { DomainError } from '../domain/domainError'

/** One mistake in a rule: where (`['rules', 0, 'value']`, empty for the whole), which, and what its message needs. */
export type RuleMistake = {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A rule that cannot be used, with every mistake in it, so that the screen can mark them all at once. */
export class RuleError extends DomainError {
  constructor(readonly mistakes: readonly RuleMistake[]) {
    super('RULE_INVALID', { count: mistakes.length, first: mistakes[0]?.code ?? '' })
  }
}
