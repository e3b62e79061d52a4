import { formatEuro, type Cents } from '../domain/money'
import type { BankFileFormat, StatementEntry, StatementHead } from '../formats/bankFile'
import { text } from '../i18n/text'

/** A statement that was looked at; `file` where it is one of several in a zip. */
type InspectedHead = { readonly file?: string | undefined; readonly format: BankFileFormat; readonly head: StatementHead }

/** The statement as JSON up to and with the bracket that its entries go in. */
export function jsonOfHead({ file, format, head }: InspectedHead): string {
  const { iban, openingCents, closingCents, balanced, problems } = head
  const known = { ...(file === undefined ? {} : { file }), format, iban, openingCents: openingCents ?? null, closingCents: closingCents ?? null, balanced: balanced ?? null, warnings: problems }
  return `${JSON.stringify(known).slice(0, -1)},"entries":[`
}

export const jsonOfEntry = (entry: StatementEntry): string => JSON.stringify({
  bookingDate: entry.bookingDate,
  valueDate: entry.valueDate,
  amountCents: entry.amountCents,
  endToEndId: entry.endToEndId ?? null,
  mandateId: entry.mandateId ?? null,
  pmtInfId: entry.pmtInfId ?? null,
  returnReason: entry.returnReason ?? null,
  description: entry.description,
})

/** The first line of a statement for people: account, balances, and whether they fit. */
export const linesOfHead = ({ file, head }: InspectedHead): string =>
  `${file === undefined ? '' : `${file}\n`}${head.iban}  ${euros(head.openingCents)} > ${euros(head.closingCents)}  ${verdictOf(head)}`

const verdictOf = ({ balanced }: StatementHead): string => {
  if (balanced === undefined) return 'melding, geen afschrift / notification, no statement'
  return balanced ? 'sluit aan / balanced' : 'SLUIT NIET AAN / NOT BALANCED'
}

export const linesOfEntry = (entry: StatementEntry): string =>
  `  ${entry.bookingDate}  ${euros(entry.amountCents).padStart(14)}  ${referencesOf(entry)}`

/** What somebody should look at; that it does not add up is in the first line already. */
export const warningsOf = ({ problems }: StatementHead): readonly string[] =>
  problems.filter((problem) => problem !== 'STATEMENT_ADDS_UP_WRONG').map((problem) => `  ! ${text('nl', problem)}\n    ${text('en', problem)}`)

const referencesOf = (entry: StatementEntry): string =>
  [entry.returnReason, entry.endToEndId, entry.mandateId, entry.pmtInfId, entry.counterName, entry.description].filter(Boolean).join('  ')

const euros = (amount: Cents | undefined): string => (amount === undefined ? '-' : formatEuro(amount, 'nl'))
