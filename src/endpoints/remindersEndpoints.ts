import { z } from 'zod'
import { reminderLetters, sendReminders } from '../operations/sendReminders'
import { businessDate } from '../store/businessDate'
import { readConnection } from '../store/transaction'
import { endpoint } from './endpoint'
import { idListInput, idsInput } from './idsInput'
import { keyInput } from './keyInput'
import { pdfResponse } from './pdfResponse'

/** POST /api/reminders/send `{ invoices?, idempotencyKey? }` → `{ mailed, letters, left, settled }`. */
export const sendRemindersEndpoint = endpoint({
  name: 'reminders.send',
  method: 'post',
  path: '/send',
  input: z.object({ invoices: idListInput.optional(), idempotencyKey: keyInput.optional() }),
  handle: (req, input) => sendReminders(req, { ...input, today: businessDate(req) }),
})

/** GET /api/reminders/letters?ids=1,2: reminders that are letters, in one file to print. */
export const reminderLettersEndpoint = endpoint({
  name: 'reminders.letters',
  method: 'get',
  path: '/letters',
  input: z.object({ ids: idsInput }),
  handle: async (req, { ids }) => pdfResponse(await reminderLetters(readConnection(req), ids)),
})
