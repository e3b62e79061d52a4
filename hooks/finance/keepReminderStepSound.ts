import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { checkReminderText } from '../../src/domain/reminderText'
import { isStepUsed } from '../../src/store/reminders'
import { transactionOf } from '../../src/store/transaction'
import { refuse, sentenceOf } from '../refuse'

const words = ['subject', 'body'] as const

/** Names only words that are filled in: `{nummer}` yes, `{nr}` no. Once somebody was reminded with it, its words stay: a letter is printed again with them. */
export const keepReminderStepSound: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  for (const path of words) {
    const sentence = sentenceOf(req.i18n.language, () => checkReminderText(String(data[path] ?? originalDoc?.[path] ?? '')))
    if (sentence !== true) throw new ValidationError({ errors: [{ path, message: sentence }], req }, req.t)
  }
  const changed = operation === 'update' && words.find((path) => data[path] !== undefined && data[path] !== originalDoc?.[path])
  if (changed && await isStepUsed(await transactionOf(req), originalDoc.id)) throw refuse({ req, path: changed }, 'REMINDER_STEP_USED')
  return data
}
