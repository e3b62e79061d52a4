import { createLocalReq, type Payload } from 'payload'
import { giveUpMail, sendQueuedMail, type QueuedWork } from '../src/operations/sendQueuedMail'

/** What the queue says of the work: how often it was tried again already, and how often it may be. */
type Attempt = { readonly data: QueuedWork['send-mail']; readonly retryCount: number; readonly retryLimit: number }

/** Sends one mail that was written down, or keeps it where there is no mail server; after the last try the mail itself tells that it did not go. */
export async function sendMail(payload: Payload, { data: { mail }, retryCount, retryLimit }: Attempt): Promise<void> {
  try {
    await sendQueuedMail(await createLocalReq({}, payload), { mail, smtpUrl: process.env.SMTP_URL })
  } catch (error) {
    if (retryCount >= retryLimit) await giveUpMail(await createLocalReq({}, payload), { mail, problem: error instanceof Error ? error.message : String(error) })
    throw error
  }
}
