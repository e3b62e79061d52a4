import { day } from '../domain/localDate'
import { cents } from '../domain/money'
import { pain008, type Pain008Message } from '../formats/pain008'
import { bareParse } from './bareParse'
import { measure, timed, type Measurement } from './measure'

/** Writes a collection of `size` debits, piece by piece as a download gets it; beside it, what reading that file costs at least. */
export async function pain008Case(size: number, runs: number): Promise<Measurement> {
  const message = collectionOf(size)
  const text = [...pain008(message)].join('')
  return measure('pain008', { size, runs, contest: {
    ours: () => timed(async () => { for (const piece of pain008(message)) written += piece.length }),
    bare: () => bareParse(text),
  } })
}

/** Counts what was written, so that no piece can be left unmade. */
let written = 0

export const collectionOf = (size: number): Pain008Message => ({
  messageId: 'KRING-BENCH-1',
  createdAt: new Date('2026-11-21T12:00:00Z'),
  creditor: { name: 'Vereniging De Kring', creditorId: 'NL79ZZZ999999990000', iban: 'NL91ABNA0417164300', bic: 'ABNANL2A' },
  groups: [{
    paymentInformationId: 'KRING-BENCH-1-1',
    collectionDate: day('2026-12-01'),
    sequenceType: 'RCUR',
    instructions: Array.from({ length: size }, (_, index) => ({
      endToEndId: `C${String(index + 1).padStart(12, '0')}`,
      amountCents: cents(500 + (index % 9500)),
      mandateReference: `M${index + 1}`,
      signedOn: day('2020-05-17'),
      debtorName: `J. van der Lid ${index}`,
      debtorIban: debtorIbans[index % debtorIbans.length] ?? '',
      remittance: `Contributie 2026, lidnummer ${index}`,
    })),
  }],
})

const debtorIbans = ['NL91ABNA0417164300', 'NL20INGB0001234567', 'NL44RABO0123456789']
