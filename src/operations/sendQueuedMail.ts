import { createTransport } from 'nodemailer'
import type { PayloadRequest } from 'payload'
import { closeMail, failMail, lockQueuedMail, type Mail } from '../store/mails'
import { inTransaction, type Transaction } from '../store/transaction'
import { invoicePapers } from './invoicePapers'
import { sender } from './sender'

export type { QueuedWork } from '../store/queue'

type Sending = { readonly mail: number; readonly smtpUrl: string | undefined }

/**
 * Sends a queued mail once: its row is locked meanwhile and closed in the same transaction, which therefore lasts as long
 * as the mail server takes, at most the timeouts below for each step. The Message-ID is the mail's own, so that a server
 * that was asked twice after a crash can tell. Without a mail server the mail is kept.
 */
export const sendQueuedMail = (req: PayloadRequest, { mail: id, smtpUrl }: Sending): Promise<void> =>
  inTransaction(req, async (tx) => {
    const mail = await lockQueuedMail(tx, id)
    if (!mail) return
    if (smtpUrl) await handOver(mail, { smtpUrl, attachments: mail.invoice ? [await attachmentOf(tx, mail.invoice)] : [] })
    await closeMail(tx, id, smtpUrl ? 'sent' : 'kept')
  })

/** Nobody will try this mail again: it says so, with what went wrong the last time. */
export const giveUpMail = (req: PayloadRequest, { mail, problem }: { readonly mail: number; readonly problem: string }): Promise<void> =>
  inTransaction(req, async (tx) => { await failMail(tx, mail, problem.slice(0, longestProblem)) })

const longestProblem = 500

type Attachment = { readonly filename: string; readonly content: Buffer; readonly contentType: string }

/** The invoice as it is on paper at the time of sending. */
async function attachmentOf(tx: Transaction, invoice: number): Promise<Attachment> {
  const { name, bytes } = await invoicePapers(tx, [invoice])
  return { filename: name, content: bytes, contentType: 'application/pdf' }
}

type HandOver = { readonly smtpUrl: string; readonly attachments: readonly Attachment[] }

async function handOver(mail: Mail, { smtpUrl, attachments }: HandOver): Promise<void> {
  const transport = createTransport(withTimeouts(smtpUrl))
  try {
    await transport.sendMail({
      from: sender, to: mail.recipient, subject: mail.subject, html: mail.body, messageId: `<kring-mail-${mail.id}@${sender.address.split('@')[1]}>`,
      attachments: [...attachments],
    })
  } finally {
    transport.close()
  }
}

/** A mail server that does not answer holds nobody up for long; what the address itself says goes first. */
function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  for (const [name, ms] of [['connectionTimeout', '10000'], ['greetingTimeout', '10000'], ['socketTimeout', '30000']] as const) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, ms)
  }
  return url.toString()
}
