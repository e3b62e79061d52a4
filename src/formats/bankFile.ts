import { DomainError } from '../domain/domainError'
import type { BankFileEvent, TellBankFile, TextSink } from './bankFileEvent'
import { bankFileKind } from './bankFileKind'
import { camtReader } from './camtReader'
import { mt940Reader } from './mt940Reader'
import { mt940Text } from './mt940Text'
import { xmlText } from './xmlEncoding'

export type { BankFileEvent, BankFileFormat } from './bankFileEvent'
export type { StatementEntry, StatementHead, StatementProblem } from './statement'

/**
 * Reads a file of a bank as it comes in: camt.053, camt.054 or MT940, whatever it is called. Memory does not grow with the file. What
 * was told before an error has no meaning: a file is read whole or not at all.
 * Throws BANK_FILE_IS_STATUS_REPORT for a pain.002, BANK_FILE_UNKNOWN_FORMAT, and what `camtReader` and `mt940Reader` throw.
 */
export async function* readBankFile(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<BankFileEvent> {
  let told: BankFileEvent[] = []
  const { isXml, bytes } = await bankFileKind(pieces)
  const tell: TellBankFile = (event) => { told.push(event) }
  const reader: TextSink = isXml ? camtReader({ tell, begun: refuseOthers }) : mt940Reader(tell)
  for await (const text of isXml ? xmlText(bytes) : mt940Text(bytes)) {
    reader.write(text)
    yield* told
    told = []
  }
  reader.close()
  yield* told
}

/** Other messages of the standard, and how people call them. */
const otherMessages: Readonly<Record<string, string>> = {
  CstmrDrctDbtInitn: 'pain.008', CstmrCdtTrfInitn: 'pain.001', BkToCstmrAcctRpt: 'camt.052',
}

function refuseOthers(name: string, parent: string): void {
  if (name === 'CstmrPmtStsRpt' || name === 'pain.002.001.02') throw new DomainError('BANK_FILE_IS_STATUS_REPORT')
  const isKnown = name === 'Document' || name.startsWith('BkToCstmr')
  if (parent === '' && !isKnown) throw new DomainError('BANK_FILE_UNKNOWN_FORMAT', { found: name.slice(0, 40) })
  const found = parent === '' || parent === 'Document' ? otherMessages[name] : undefined
  if (found) throw new DomainError('BANK_FILE_UNKNOWN_FORMAT', { found })
}
