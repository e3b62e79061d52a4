import { DomainError } from '../domain/domainError'
import type { TextCode } from '../i18n/text'

/** A change of the tree or of a rule that cannot be, with the field that stands in its way. */
export class ChangeRefused extends DomainError {
  constructor(readonly field: string, readonly sentence: TextCode, params: DomainError['params'] = {}) {
    super(sentence, params)
  }
}
