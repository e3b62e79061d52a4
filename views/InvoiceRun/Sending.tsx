'use client'
import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { SentInvoices } from '../../src/operations/sendInvoices'
import type { SendingCounts } from '../../src/store/invoicesToSend'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson, type Answer } from '../parts/postJson'
import { texts } from './texts'

type Props = { readonly counts: SendingCounts; readonly printable: readonly number[]; readonly language: Language }

const notSent = '/admin/collections/invoices?where[and][0][sentOn][exists]=false&where[and][1][sendMethod][equals]='

/** What waits to be sent: by mail with one button, by post as paper, and what cannot be sent with why. */
export const Sending = ({ counts, printable, language }: Props) => {
  const t = texts[language]
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [sent, setSent] = useState<Answer<SentInvoices>>()
  const [printed, setPrinted] = useState<Answer<{ readonly confirmed: number }>>()
  const send = async () => {
    setBusy(true)
    setSent(await postJson<SentInvoices>('/api/invoices/send', {}, t.failed))
    setBusy(false)
    router.refresh()
  }
  const confirm = async () => {
    setBusy(true)
    setPrinted(await postJson('/api/invoices/printed', { invoices: printable }, t.failed))
    setBusy(false)
    router.refresh()
  }
  const isNothing = counts.toMail + counts.toPrint === 0
  return (
    <section id="versturen">
      <h2>{t.sendTitle}</h2>
      {sent && <SentNotice answer={sent} language={language} />}
      {printed && <Notice tone={printed.ok ? 'good' : 'wrong'}>{printed.ok ? filled(t.confirmed, { count: printed.data.confirmed }) : printed.message}</Notice>}
      {isNothing && <p>{t.sendNothing}</p>}
      {counts.toMail > 0 && <div className="kring-bar"><Button disabled={isBusy} onClick={() => void send()} type="button">{isBusy ? t.busy : filled(t.send, { count: counts.toMail.toLocaleString(language) })}</Button></div>}
      {counts.toPrint > 0 && (
        <div className="kring-bar">
          <span>{filled(t.toPrint, { count: counts.toPrint })}</span>
          <a className="btn btn--style-secondary btn--size-medium" href={`/api/invoices/print?ids=${printable.join(',')}`} target="_blank" rel="noreferrer">{filled(t.print, { count: printable.length })}</a>
          <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void confirm()} type="button">{filled(t.confirmPrinted, { count: printable.length })}</Button>
        </div>
      )}
      {counts.withoutAddress > 0 && <p>{filled(t.withoutAddress, { count: counts.withoutAddress })} <a href={`${notSent}mail`}>{t.see}</a></p>}
      {counts.gone > 0 && <p>{filled(t.gone, { count: counts.gone })}</p>}
    </section>
  )
}

const reasons = { noMailAddress: 'reasonNoMailAddress', debtorGone: 'reasonDebtorGone' } as const

const SentNotice = ({ answer, language }: { readonly answer: Answer<SentInvoices>; readonly language: Language }) => {
  const t = texts[language]
  if (!answer.ok) return <Notice tone="wrong">{answer.message}</Notice>
  const { mailed, leftCount, left } = answer.data
  return (
    <Notice tone="good">
      <p>{filled(t.sent, { count: mailed })}</p>
      {leftCount > 0 && <p>{filled(t.left, { count: leftCount })}</p>}
      <ul>{left.map((one) => <li key={one.invoice}><a href={`/admin/collections/invoices/${one.invoice}/overview`}>{one.number}</a> <a href={`/admin/collections/relations/${one.debtor}`}>{one.debtorName}</a>: {t[reasons[one.reason]]}</li>)}</ul>
    </Notice>
  )
}
