import { createLocalReq, type EmailAdapter } from 'payload'
import { insertMail } from '../store/mails'
import { enqueue } from '../store/queue'
import { inTransaction } from '../store/transaction'
import { sender } from './sender'

const addressesOf = (to: unknown): string =>
  (Array.isArray(to) ? to : [to]).map((one) => (typeof one === 'object' && one !== null && 'address' in one ? String(one.address) : String(one))).join(', ')

/** Payload's mails: written down and queued in one transaction; the worker sends them, or keeps them where there is no mail server. */
export const mailAdapter: EmailAdapter<{ readonly id: number }> = ({ payload }) => ({
  name: 'kring',
  defaultFromAddress: sender.address,
  defaultFromName: sender.name,
  sendEmail: async (message) => {
    const req = await createLocalReq({}, payload)
    return inTransaction(req, async (tx) => {
      const id = await insertMail(tx, { recipient: addressesOf(message.to), subject: message.subject ?? '', body: String(message.html ?? message.text ?? '') })
      await enqueue(tx, 'send-mail', { mail: id })
      return { id }
    })
  },
})
