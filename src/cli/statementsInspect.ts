import { readFile } from 'node:fs/promises'
import { DomainError } from '../domain/domainError'
import { formatEuro, type Cents } from '../domain/money'
import { readCamt053, type Statement, type StatementEntry } from '../formats/camt053'
import { decodeXml } from '../formats/xmlEncoding'
import type { Output } from './output'
import { exitCode, refusable, usage } from './refusal'

/** Shows what a bank file holds without importing it. Exit code 0, 1 when the file is refused, 2 when not understood. */
export async function statementsInspect(args: string[], out: Output): Promise<number> {
  const [file, ...others] = args.filter((argument) => argument !== '--json')
  if (file === undefined || others.length > 0 || file.startsWith('--')) return usage('kring statements inspect FILE [--json]')
  return refusable(async () => {
    const statements = readCamt053(decodeXml(await bytesOf(file)))
    out.result(statements.map(toJson), () => statements.map(describe).join('\n\n'))
    return exitCode.ok
  })
}

/** The bytes of a file. @throws DomainError FILE_UNREADABLE */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new DomainError('FILE_UNREADABLE', { file, reason: String(error.code) })
    throw error
  }
}

const toJson = (statement: Statement) => ({
  iban: statement.iban,
  openingCents: statement.openingCents ?? null,
  closingCents: statement.closingCents ?? null,
  balanced: statement.balanced,
  entries: statement.entries.map((entry) => ({
    bookingDate: entry.bookingDate,
    valueDate: entry.valueDate,
    amountCents: entry.amountCents,
    endToEndId: entry.endToEndId ?? null,
    mandateId: entry.mandateId ?? null,
    pmtInfId: entry.pmtInfId ?? null,
    returnReason: entry.returnReason ?? null,
    description: entry.description,
  })),
})

const describe = (statement: Statement): string => [
  `${statement.iban}  ${euros(statement.openingCents)} > ${euros(statement.closingCents)}  ${statement.balanced ? 'sluit aan / balanced' : 'SLUIT NIET AAN / NOT BALANCED'}`,
  ...statement.entries.map((entry) => `  ${entry.bookingDate}  ${euros(entry.amountCents).padStart(14)}  ${referencesOf(entry)}`),
].join('\n')

const referencesOf = (entry: StatementEntry): string =>
  [entry.returnReason, entry.endToEndId, entry.mandateId, entry.pmtInfId, entry.counterName, entry.description].filter(Boolean).join('  ')

const euros = (amount: Cents | undefined): string => (amount === undefined ? '-' : formatEuro(amount, 'nl'))
