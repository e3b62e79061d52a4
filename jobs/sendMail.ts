import { createLocalReq, type Payload } from 'payload'
import { sendQueuedMail, type QueuedWork } from '../src/operations/sendQueuedMail'

/** Sends one mail that was written down, or keeps it where there is no mail server. */
export const sendMail = async (payload: Payload, { mail }: QueuedWork['send-mail']): Promise<void> =>
  sendQueuedMail(await createLocalReq({}, payload), { mail, smtpUrl: process.env.SMTP_URL })
