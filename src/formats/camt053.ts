import { DomainError } from '../domain/domainError'
import { cents, sumCents } from '../domain/money'
import { readCamtEntry } from './camtEntry'
import { amountOf, dateOf, missing, signOf } from './camtValues'
import type { Statement, StatementEntry } from './statement'
import { childAt, childrenOf, piecesOf, readXml, textAt, type XmlElement } from './xmlReader'

export type { Statement, StatementEntry } from './statement'

const containers = new Set(['Document', 'BkToCstmrStmt', 'Stmt'])

/**
 * The statements of a camt.053 file, versions .001.02 to .001.08. Lenient about order, namespace and dialect, strict about money:
 * an amount that is not in whole euro cents refuses the file (sepa §10.1). Only booked entries count.
 * Throws CAMT_NO_STATEMENT, and what `readXml` and `camtValues` throw.
 */
export function readCamt053(text: string): readonly Statement[] {
  const statements: Statement[] = []
  let parts: XmlElement[] = []
  let entries: StatementEntry[] = []
  let pendingCount = 0
  readXml(piecesOf(text), {
    containers,
    element: (element, parent) => {
      if (parent !== 'Stmt') return
      if (element.name !== 'Ntry') parts.push(element)
      else if (isBooked(element)) entries.push(...readCamtEntry(element))
      else pendingCount += 1
    },
    closed: (name) => {
      if (name !== 'Stmt') return
      statements.push(toStatement({ name, line: 0, attributes: {}, children: parts, text: '' }, entries, pendingCount))
      parts = []
      entries = []
      pendingCount = 0
    },
  })
  if (statements.length === 0) throw new DomainError('CAMT_NO_STATEMENT')
  return statements
}

/** A status that is left out means booked; .02 has it as text, .08 as a code. */
const isBooked = (entry: XmlElement): boolean =>
  (textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts') ?? 'BOOK') === 'BOOK'

function toStatement(statement: XmlElement, entries: readonly StatementEntry[], pendingCount: number): Statement {
  const opening = balanceOf(statement, 'OPBD') ?? balanceOf(statement, 'PRCD')
  const closing = balanceOf(statement, 'CLBD')
  const movements = sumCents(entries.map(({ amountCents }) => amountCents))
  return {
    iban: accountOf(statement),
    id: textAt(statement, 'Id') ?? '',
    sequence: textAt(statement, 'ElctrncSeqNb') ?? textAt(statement, 'LglSeqNb'),
    openingCents: opening?.amountCents,
    closingCents: closing?.amountCents,
    openingDate: opening?.date,
    closingDate: closing?.date,
    balanced: opening !== undefined && closing !== undefined && opening.amountCents + movements === closing.amountCents,
    pendingCount,
    entries,
  }
}

/** An account is usually an IBAN, but not everywhere; a statement without any cannot be booked anywhere. */
function accountOf(statement: XmlElement): string {
  const account = textAt(statement, 'Acct', 'Id', 'IBAN') ?? textAt(statement, 'Acct', 'Id', 'Othr', 'Id')
  if (account === undefined) throw missing(statement.children[0] ?? statement, 'Acct')
  return account
}

function balanceOf(statement: XmlElement, type: string) {
  const balance = childrenOf(statement, 'Bal').find((candidate) => textAt(candidate, 'Tp', 'CdOrPrtry', 'Cd') === type)
  const amount = childAt(balance, 'Amt')
  if (!balance || !amount) return undefined
  return { amountCents: cents(amountOf(amount) * signOf(balance)), date: dateOf(childAt(balance, 'Dt')) }
}
