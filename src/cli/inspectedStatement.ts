import { formatEuro, type Cents } from '../domain/money'
import type { BankFileFormat, StatementEntry, StatementHead } from '../formats/bankFile'
import { text } from '../i18n/text'

/** A statement that was looked at; `file` where it is one of several in a zip. */
export type InspectedStatement = { readonly file?: string | undefined; readonly format: BankFileFormat; readonly head: StatementHead }

/** How statements are shown, piece by piece, so that none has to be in memory whole. */
export type Rendering = {
  readonly start: string
  readonly betweenStatements: string
  readonly head: (statement: InspectedStatement) => string
  readonly betweenEntries: string
  readonly entry: (entry: StatementEntry) => string
  readonly after: (head: StatementHead) => string
  readonly end: string
}

/** One array for machines: the head of a statement with `entries` as its last field. */
export const jsonRendering: Rendering = { start: '[', betweenStatements: ',', head: jsonOfHead, betweenEntries: ',', entry: jsonOfEntry, after: () => ']}', end: ']\n' }

/** A line for every statement and every entry, and what somebody should look at below it. */
export const plainRendering: Rendering = { start: '', betweenStatements: '\n', head: lineOfHead, betweenEntries: '', entry: lineOfEntry, after: warnings, end: '' }

function jsonOfHead({ file, format, head: { iban, openingCents, closingCents, balanced, problems } }: InspectedStatement): string {
  const known = { file, format, iban, openingCents: openingCents ?? null, closingCents: closingCents ?? null, balanced: balanced ?? null, warnings: problems }
  return `${JSON.stringify(known).slice(0, -1)},"entries":[`
}

function jsonOfEntry(entry: StatementEntry): string {
  return JSON.stringify({
    bookingDate: entry.bookingDate,
    valueDate: entry.valueDate,
    amountCents: entry.amountCents,
    endToEndId: entry.endToEndId ?? null,
    mandateId: entry.mandateId ?? null,
    pmtInfId: entry.pmtInfId ?? null,
    returnReason: entry.returnReason ?? null,
    description: entry.description,
  })
}

function lineOfHead({ file, head }: InspectedStatement): string {
  return `${file === undefined ? '' : `${file}\n`}${head.iban}  ${euros(head.openingCents)} > ${euros(head.closingCents)}  ${verdictOf(head)}\n`
}

function verdictOf({ balanced }: StatementHead): string {
  if (balanced === undefined) return 'melding, geen afschrift / notification, no statement'
  return balanced ? 'sluit aan / balanced' : 'SLUIT NIET AAN / NOT BALANCED'
}

function lineOfEntry(entry: StatementEntry): string {
  const references = [entry.returnReason, entry.endToEndId, entry.mandateId, entry.pmtInfId, entry.counterName, entry.description]
  return `  ${entry.bookingDate}  ${euros(entry.amountCents).padStart(14)}  ${references.filter(Boolean).join('  ')}\n`
}

/** That a statement does not add up is in its first line already. */
function warnings({ problems }: StatementHead): string {
  const others = problems.filter((problem) => problem !== 'STATEMENT_ADDS_UP_WRONG')
  return others.map((problem) => `  ! ${text('nl', problem)}\n    ${text('en', problem)}\n`).join('')
}

const euros = (amount: Cents | undefined): string => (amount === undefined ? '-' : formatEuro(amount, 'nl'))
