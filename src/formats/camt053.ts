import { DomainError } from '../domain/domainError'
import { camtReader } from './camtReader'
import { statementCollector } from './statementCollector'
import type { Statement } from './statement'
import { piecesOf } from './xmlReader'

export type { Statement, StatementEntry } from './statement'

/**
 * The statements of a camt.053 file that is small enough to have in memory, with their entries; what is larger goes through
 * `readBankFile`. Throws what `camtReader` throws; CAMT_NO_STATEMENT for a camt.054 as well.
 */
export function readCamt053(text: string): readonly Statement[] {
  const { tell, statements } = statementCollector()
  const reader = camtReader({
    tell: (event) => {
      if (event.kind === 'format' && event.format !== 'camt053') throw new DomainError('CAMT_NO_STATEMENT')
      tell(event)
    },
  })
  for (const piece of piecesOf(text)) reader.write(piece)
  reader.close()
  return statements
}
