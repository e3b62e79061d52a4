import { DomainError } from '../domain/domainError'

/** One thing that keeps a file from being written; without an end-to-end id it concerns the file or a group. */
export type Pain008Mistake = {
  readonly endToEndId?: string | undefined
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A file that must not be written, with everything that is wrong with it at once. */
export class Pain008Error extends DomainError {
  constructor(readonly errors: readonly Pain008Mistake[]) {
    super('PAIN008_INVALID', { count: errors.length, first: `${errors[0]?.endToEndId ?? ''} ${errors[0]?.code ?? ''}`.trim() })
    this.name = 'Pain008Error'
  }
}

/** A sentence that must hold for a part of the file; throws DomainError when it does not. */
export type Pain008Rule<T> = (subject: T) => unknown

/** Every rule that is broken, instead of the first alone. */
export function brokenRules<T>(rules: readonly Pain008Rule<T>[], subject: T, endToEndId?: string): readonly Pain008Mistake[] {
  let mistakes: Pain008Mistake[] | undefined
  for (const rule of rules) {
    try {
      rule(subject)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      mistakes ??= []
      mistakes.push({ endToEndId, code: error.code, params: error.params })
    }
  }
  return mistakes ?? none
}

const none: readonly Pain008Mistake[] = []
