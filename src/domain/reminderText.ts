import { DomainError } from './domainError'

/** What a reminder may name; each is filled in with what is so at the time. */
export const reminderWords = ['naam', 'nummer', 'factuurdatum', 'vervaldatum', 'openstaand', 'iban'] as const
export type ReminderWords = Readonly<Record<(typeof reminderWords)[number], string>>

const places = /\{([^{}\n]*)\}/g

/** A text with its `{words}` filled in; other text, also within what is filled in, stays as it is. */
export const reminderText = (template: string, words: ReminderWords): string =>
  template.replace(places, (whole, name: string) => (isReminderWord(name) ? words[name] : whole))

/** Throws REMINDER_WORD_UNKNOWN for a text that names a word that nobody fills in. */
export function checkReminderText(template: string): void {
  const unknown = [...template.matchAll(places)].map(([, name]) => name ?? '').find((name) => !isReminderWord(name))
  if (unknown !== undefined) throw new DomainError('REMINDER_WORD_UNKNOWN', { word: unknown, words: reminderWords.map((word) => `{${word}}`).join(' ') })
}

const isReminderWord = (name: string): name is keyof ReminderWords => reminderWords.some((word) => word === name)
