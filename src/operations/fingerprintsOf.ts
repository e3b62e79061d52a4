import { createHash } from 'node:crypto'
import type { Statement, StatementEntry } from '../formats/statement'

export type FingerprintedEntry = StatementEntry & { readonly fingerprint: string }

/**
 * Gives each line of a file what makes it recognisable in another file of the same account: what it says, and which of the
 * equal lines in the file it is. Two real twins stay two, the same line in two files stays one (sepa §10.5).
 */
export function fingerprintsOf(statements: readonly Statement[]): readonly (readonly FingerprintedEntry[])[] {
  const seen = new Map<string, number>()
  return statements.map(({ iban, entries }) => entries.map((entry) => {
    const says = [iban, entry.bookingDate, entry.valueDate, entry.amountCents, entry.bankRef ?? '', entry.endToEndId ?? '',
      entry.pmtInfId ?? '', entry.counterIban ?? '', entry.description].join('\u001f')
    const ordinal = (seen.get(says) ?? 0) + 1
    seen.set(says, ordinal)
    return { ...entry, fingerprint: createHash('sha256').update(`${says}\u001f${ordinal}`).digest('hex') }
  }))
}
