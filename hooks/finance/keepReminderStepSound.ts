import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { checkReminderText } from '../../src/domain/reminderText'
import { sentenceOf } from '../refuse'

/** Names only words that are filled in: `{nummer}` yes, `{nr}` no. */
export const keepReminderStepSound: CollectionBeforeChangeHook = ({ data, req }) => {
  for (const path of ['subject', 'body'] as const) {
    const sentence = sentenceOf(req.i18n.language, () => checkReminderText(String(data[path] ?? '')))
    if (sentence !== true) throw new ValidationError({ errors: [{ path, message: sentence }], req }, req.t)
  }
  return data
}
