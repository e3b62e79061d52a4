import type { LocalDate } from '../domain/localDate'
import { formatDate } from '../domain/localDate'
import { writeParties, type Parties } from './invoicePdf'
import { onPaper, sheet } from './paper'

/** A reminder as a letter: its words are filled in already. */
export type ReminderLetter = Parties & { readonly sentOn: LocalDate; readonly subject: string; readonly body: string }

/** Letters in one file to print, each on a sheet of its own. The same letters give the same bytes. */
export const reminderPdf = (letters: readonly ReminderLetter[]): Promise<Buffer> => {
  const [first] = letters
  if (!first) throw new Error('There is nothing to print')
  return onPaper('Herinneringen', first.sentOn, (paper) => letters.forEach((letter) => {
    writeParties(paper, letter)
    paper.write(formatDate(letter.sentOn, 'nl'), { y: sheet.bodyTop })
    paper.moveTo(paper.at() + 10)
    paper.write(letter.subject, { isBold: true, size: 12 })
    paper.moveTo(paper.at() + 8)
    paper.write(letter.body, { gap: 4 })
    paper.moveTo(paper.at() + 14)
    paper.write(`Met vriendelijke groet,\n${letter.sender}`, { gap: 4 })
  }))
}
