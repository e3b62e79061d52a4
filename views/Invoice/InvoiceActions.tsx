'use client'
import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formatDate } from '../../src/domain/localDate'
import { cents, formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { Credited } from '../../src/operations/creditInvoice'
import type { SentInvoices } from '../../src/operations/sendInvoices'
import type { InvoiceHead } from '../../src/store/invoiceOverview'
import { Dialog } from '../parts/Dialog'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { CreditForm } from './CreditForm'
import { texts } from './texts'

type Props = { readonly invoice: InvoiceHead; readonly mayChange: boolean; readonly language: Language }
type Told = { readonly tone: 'good' | 'wrong'; readonly sentences: readonly string[] }

/** The PDF for everybody who may see the invoice; sending and crediting for finance. What came of it stays in sight. */
export const InvoiceActions = ({ invoice, mayChange, language }: Props) => {
  const t = texts[language]
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [isCrediting, setCrediting] = useState(false)
  const [told, setTold] = useState<Told>()
  const after = (outcome: Told) => { setTold(outcome); setBusy(false); router.refresh() }
  const send = async () => {
    setBusy(true)
    const answer = await postJson<SentInvoices>('/api/invoices/send', { invoices: [invoice.id] }, t.failed)
    after(answer.ok ? toldOfSending(answer.data, language) : { tone: 'wrong', sentences: [answer.message] })
  }
  const confirm = async () => {
    setBusy(true)
    const answer = await postJson<{ readonly confirmed: number }>('/api/invoices/printed', { invoices: [invoice.id] }, t.failed)
    after(answer.ok ? { tone: 'good', sentences: [answer.data.confirmed > 0 ? t.confirmed : t.already] } : { tone: 'wrong', sentences: [answer.message] })
  }
  const left = cents(invoice.totalCents - invoice.creditedCents)
  return (
    <>
      {told && <Notice tone={told.tone}>{told.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}</Notice>}
      <div className="kring-bar">
        <a className="btn btn--style-primary btn--size-medium" href={`/api/invoices/${invoice.id}/pdf`} target="_blank" rel="noreferrer">{t.pdf}</a>
        {mayChange && !invoice.sentOn && invoice.sendMethod === 'mail' && <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void send()} type="button">{isBusy ? t.busy : t.send}</Button>}
        {mayChange && !invoice.sentOn && invoice.sendMethod === 'post' && <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void confirm()} type="button">{isBusy ? t.busy : t.print}</Button>}
        {mayChange && invoice.kind === 'invoice' && left > 0 && <Button buttonStyle="secondary" onClick={() => setCrediting(true)} type="button">{t.credit}</Button>}
        <span>{invoice.sentOn ? filled(t.sentOn, { date: formatDate(invoice.sentOn, language) }) : invoice.sendMethod === 'none' ? t.neverSent : t.notSent}</span>
      </div>
      {isCrediting && (
        <Dialog title={t.credit} closeLabel={t.close} onClose={() => setCrediting(false)}>
          <CreditForm invoice={invoice} leftCents={left} language={language} onCredited={(credited) => { setCrediting(false); after(toldOfCredit(credited, language)) }} />
        </Dialog>
      )}
    </>
  )
}

const reasons = { noMailAddress: 'reasonNoMailAddress', debtorGone: 'reasonDebtorGone' } as const

function toldOfSending({ mailed, left }: SentInvoices, language: Language): Told {
  const t = texts[language]
  const [first] = left
  return first ? { tone: 'wrong', sentences: [t[reasons[first.reason]]] } : { tone: 'good', sentences: [mailed > 0 ? t.sent : t.already] }
}

function toldOfCredit(credited: Credited, language: Language): Told {
  const t = texts[language]
  return { tone: 'good', sentences: [
    filled(t.made, { number: credited.number, amount: formatEuro(credited.creditedCents, language) }),
    credited.openCents < 0 ? filled(t.refund, { amount: formatEuro(cents(-credited.openCents), language) }) : filled(t.nowOpen, { amount: formatEuro(credited.openCents, language) }),
    ...(credited.cancelled > 0 ? [filled(t.cancelled, { count: credited.cancelled })] : []), ...(credited.underWay > 0 ? [filled(t.underWay, { count: credited.underWay })] : []),
  ] }
}
