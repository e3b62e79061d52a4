import { day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { endToEndId } from '../../src/formats/identifiers'
import { pain008, type Pain008Group, type Pain008Instruction, type Pain008Message } from '../../src/formats/pain008'

/** A collection from J. de Vries, changed where the test wants. */
export const instruction = (sequence: number, changes: Partial<Pain008Instruction> = {}): Pain008Instruction => ({
  endToEndId: endToEndId(sequence), amountCents: cents(2_500), mandateReference: `M-2024-${String(sequence).padStart(5, '0')}`, signedOn: day('2024-03-01'),
  debtorName: 'J. de Vries', debtorIban: 'NL44RABO0123456789', remittance: 'Contributie 2026', ...changes,
})

/** A group of recurring collections for 30 November 2026, a Monday. */
export const group = (instructions: readonly Pain008Instruction[], changes: Partial<Pain008Group> = {}): Pain008Group => ({
  paymentInformationId: 'V261123-7K3QX0ZD-1', collectionDate: day('2026-11-30'), sequenceType: 'RCUR', instructions, ...changes,
})

/** A file of Stichting Voorbeeld, made on 23 November 2026 at a quarter past nine in Amsterdam. */
export const message = (...groups: readonly Pain008Group[]): Pain008Message => ({
  messageId: 'V261123-7K3QX0ZD', createdAt: new Date('2026-11-23T08:15:00Z'),
  creditor: { name: 'Stichting Voorbeeld', creditorId: 'NL51ZZZ405365330000', iban: 'NL91ABNA0417164300', bic: 'ABNANL2A' }, groups,
})

/** What changes in an instruction for a debtor in Zürich. */
export const swiss = {
  debtorIban: 'CH9300762011623852957',
  debtorAddress: { street: 'Bahnhofstraße', houseNumber: '1', postcode: '8001', town: 'Zürich', country: 'CH' },
} satisfies Partial<Pain008Instruction>

/** The text of a file. */
export const written = (file: Pain008Message): string => [...pain008(file)].join('')
