'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { formatDate, isLocalDate, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { Cancelled } from '../../src/operations/cancelSubscription'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { sendJson } from '../parts/sendJson'
import { texts } from './texts'

type Props = { readonly subscription: number; readonly today: LocalDate; readonly proposed: LocalDate | undefined; readonly language: Language; readonly onDone: (sentences: readonly string[]) => void }

/** The day of the notice, the end that follows from it, and why. */
export const CancelForm = ({ subscription, today, proposed, language, onDone }: Props) => {
  const t = texts[language]
  const [noticeDate, setNoticeDate] = useState<string>(today)
  const [proposal, setProposal] = useState(proposed)
  const [endDate, setEndDate] = useState<string>(proposed ?? '')
  const [reason, setReason] = useState('')
  const [notes, setNotes] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const propose = async (notice: string) => {
    setNoticeDate(notice)
    if (!isLocalDate(notice)) return
    const answer = await sendJson<{ readonly endDate: LocalDate | null }>('GET', `/api/subscriptions/${subscription}/proposed-end?noticeDate=${notice}`, { failed: t.failed })
    if (!answer.ok) return setMessage(answer.message)
    if (endDate === (proposal ?? '')) setEndDate(answer.data.endDate ?? '')
    setProposal(answer.data.endDate ?? undefined)
  }
  const cancel = async () => {
    setBusy(true)
    const answer = await postJson<Cancelled>(`/api/subscriptions/${subscription}/cancel`, { noticeDate, endDate, reason, ...(notes.trim() ? { notes } : {}) }, t.failed)
    setBusy(false)
    setMessage(answer.ok ? undefined : answer.message)
    if (answer.ok) onDone(sentencesOf(answer.data, language))
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); void cancel() }}>
      <h2>{t.title}</h2>
      <div className="kring-bar">
        <label>{t.noticeDate}<input type="date" required max={today} value={noticeDate} onChange={(event) => void propose(event.target.value)} /></label>
        <label>{t.endDate}<input type="date" required value={endDate} onChange={(event) => setEndDate(event.target.value)} /></label>
      </div>
      {proposal && <p className="kring-hint">{filled(t.proposed, { date: formatDate(proposal, language) })}</p>}
      <div className="kring-bar"><label>{t.reason}<input type="text" className="kring-sentence" required maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></label></div>
      <div className="kring-bar"><label>{t.notes}<textarea rows={3} maxLength={2_000} value={notes} onChange={(event) => setNotes(event.target.value)} /></label></div>
      {message && <Notice tone="wrong">{message}</Notice>}
      <Button disabled={isBusy} type="submit">{isBusy ? t.busy : t.cancel}</Button>
    </form>
  )
}

const sentencesOf = ({ endDate, invoicedUntilDate, isInvoicedPastEnd }: Cancelled, language: Language): readonly string[] => [
  filled(texts[language].cancelled, { date: formatDate(endDate, language) }),
  ...(isInvoicedPastEnd && invoicedUntilDate ? [filled(texts[language].pastEnd, { date: formatDate(invoicedUntilDate, language) })] : []),
]
