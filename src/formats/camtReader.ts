import { DomainError } from '../domain/domainError'
import { sumCents } from '../domain/money'
import type { BankFileFormat, TellBankFile, TextSink } from './bankFileEvent'
import { camtBalances } from './camtBalances'
import { countAt } from './camtDetail'
import { camtParts, entryReferenceOf, readCamtEntry } from './camtEntry'
import { missing } from './camtValues'
import { statementStream } from './statementStream'
import type { StatementEntry } from './statement'
import { childAt, emptyElement, textAt, xmlReader, type XmlElement, type XmlSize } from './xmlReader'

/** What either format calls its message and its statement. */
const formats: Readonly<Record<string, BankFileFormat>> = { BkToCstmrStmt: 'camt053', BkToCstmrDbtCdtNtfctn: 'camt054' }
const statementNames: ReadonlySet<string> = new Set(['Stmt', 'Ntfctn'])

/** What is read while it comes in, and where it belongs. */
const parentsOf: Readonly<Record<string, readonly string[]>> = {
  Document: [''], BkToCstmrStmt: ['Document', ''], BkToCstmrDbtCdtNtfctn: ['Document', ''],
  Stmt: ['BkToCstmrStmt'], Ntfctn: ['BkToCstmrDbtCdtNtfctn'], Ntry: ['Stmt', 'Ntfctn'], NtryDtls: ['Ntry'],
}
const containers: ReadonlySet<string> = new Set(Object.keys(parentsOf))

export type CamtHandlers = {
  readonly tell: TellBankFile
  /** Told of every root, and of what stands in a `Document`, before it is read. */
  readonly begun?: (name: string, parent: string) => void
}

/**
 * Reads camt.053 and camt.054, versions .001.02 to .001.08. Lenient about order, namespace and dialect, strict about money: an amount
 * that is not in whole euro cents refuses the file (sepa §10.1). Only booked entries count. No more than one entry stands in memory.
 * Throws CAMT_NO_STATEMENT, and what `xmlReader` and `camtValues` throw.
 */
export function camtReader({ tell, begun }: CamtHandlers): TextSink {
  const stream = statementStream(tell)
  const details = camtParts()
  let isNotification = false
  let statement = collected('Stmt', 0)
  let entry = collected('Ntry', 0)
  let entries = 0

  const begin = (name: string, parent: string, line: number) => {
    begun?.(name, parent)
    if (parentsOf[name]?.includes(parent) === false) throw new DomainError('CAMT_INCOMPLETE', { field: parentsOf[name][0] ?? name, line })
    const format = formats[name]
    if (format) {
      isNotification = format === 'camt054'
      tell({ kind: 'format', format })
    }
    if (statementNames.has(name)) {
      statement = collected(name, line)
      entries = 0
    }
    if (name === 'Ntry') entry = collected(name, line)
    if (name === 'NtryDtls') details.openBlock()
  }
  const take = (element: XmlElement, parent: string, size: XmlSize) => {
    if (statementNames.has(parent)) statement.keep(element, size)
    if (parent === 'Ntry') entry.keep(element, size)
    if (parent !== 'NtryDtls' || !isBooked(entry.element)) return
    if (element.name === 'TxDtls') details.addDetail(element, size)
    if (element.name === 'Btch') details.addBatch(element)
  }
  const endEntry = () => {
    entries += 1
    const parts = details.taken()
    if (!isBooked(entry.element)) return stream.addPending()
    const movements = readCamtEntry(entry.element, parts)
    const isPartOf = isNotification ? { entry: wholeOf(entry.element, movements) } : undefined
    for (const movement of movements) stream.add(isPartOf ? { ...movement, ...isPartOf } : movement)
  }
  const end = (name: string) => {
    if (name === 'NtryDtls') details.closeBlock()
    if (name === 'Ntry') endEntry()
    if (statementNames.has(name)) stream.end({ ...statementOf(statement.element, entries), isNotification, ...(isNotification ? {} : camtBalances(statement.element)) })
  }
  const reader = xmlReader({ containers, begun: begin, element: take, closed: end })
  return {
    write: reader.write,
    close: () => {
      reader.close()
      if (stream.count() === 0) throw new DomainError('CAMT_NO_STATEMENT')
    },
  }
}

const most: XmlSize = { elements: 10_000, letters: 4_194_304 }

/** An element whose parts are kept as they come in; throws XML_TOO_LARGE when they are more than banks ever write. */
function collected(name: string, line: number) {
  const element = emptyElement(name, line)
  let [elements, letters] = [0, 0]
  return {
    element,
    keep: (child: XmlElement, size: XmlSize) => {
      elements += size.elements
      letters += size.letters
      if (elements > most.elements || letters > most.letters) throw new DomainError('XML_TOO_LARGE', { line: child.line })
      element.children.push(child)
    },
  }
}

/** A status that is left out means booked; .02 has it as text, .08 as a code. */
function isBooked(entry: XmlElement): boolean {
  const status = childAt(entry, 'Sts')
  return (textAt(status, 'Cd') ?? textAt(status) ?? 'BOOK') === 'BOOK'
}

const wholeOf = (entry: XmlElement, movements: readonly StatementEntry[]) =>
  ({ reference: entryReferenceOf(entry), cents: sumCents(movements.map(({ amountCents }) => amountCents)) })

function statementOf(statement: XmlElement, entries: number) {
  const announced = countAt(statement, 'TxsSummry', 'TtlNtries', 'NbOfNtries')
  return {
    iban: accountOf(statement), id: textAt(statement, 'Id') ?? '', sequence: textAt(statement, 'ElctrncSeqNb') ?? textAt(statement, 'LglSeqNb'),
    countDiffers: announced !== undefined && announced !== entries,
  }
}

/** An account is usually an IBAN, but not everywhere; a statement without any cannot be booked anywhere. */
function accountOf(statement: XmlElement): string {
  const id = childAt(statement, 'Acct', 'Id')
  const account = textAt(id, 'IBAN') ?? textAt(id, 'Othr', 'Id')
  if (account === undefined) throw missing(statement, 'Acct')
  return account.replaceAll(' ', '')
}
