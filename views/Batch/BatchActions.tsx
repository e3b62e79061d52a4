'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { BatchStatus } from '../../src/store/batchLife'
import { Dialog } from '../parts/Dialog'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

type Props = { readonly id: number; readonly status: BatchStatus; readonly count: number; readonly language: Language }

/** What can be done with the batch where it stands: fetch the file, say that it was sent or not, and take it back. */
export const BatchActions = ({ id, status, count, language }: Props) => {
  const t = texts[language]
  const router = useRouter()
  const [isCancelling, setCancelling] = useState(false)
  const [isUndoing, setUndoing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const move = async (action: 'submit' | 'undo-submission') => {
    setBusy(true)
    const answer = await postJson(`/api/debit-batches/${id}/${action}`, {}, t.failed)
    setBusy(false)
    setUndoing(false)
    if (!answer.ok) toast.error(answer.message)
    router.refresh()
  }
  if (status === 'cancelled') return <Notice tone="plain">{t.isCancelled} <a href="/admin/te-incasseren">{t.toCollect}</a></Notice>
  return (
    <>
      <div className="kring-bar">
        <a className={`btn btn--size-medium btn--style-${status === 'created' ? 'primary' : 'secondary'}`} href={`/api/debit-batches/${id}/file`} download onClick={() => setTimeout(() => router.refresh(), 1_500)}>{t.download}</a>
        {status === 'downloaded' && <Button type="button" disabled={isBusy} onClick={() => void move('submit')}>{t.submit}</Button>}
        {status === 'submitted' && <Button type="button" buttonStyle="secondary" disabled={isBusy} onClick={() => setUndoing(true)}>{t.undoSubmission}</Button>}
        {(status === 'created' || status === 'downloaded') && <Button type="button" buttonStyle="secondary" disabled={isBusy} onClick={() => setCancelling(true)}>{t.cancelBatch}</Button>}
      </div>
      <p className="kring-hint">{status === 'created' ? t.nextDownload : status === 'downloaded' ? t.nextSubmit : status === 'submitted' ? t.nextWait : t.nextDone}</p>
      {isUndoing && (
        <Dialog title={t.undoSubmission} closeLabel={t.cancel} onClose={() => setUndoing(false)}>
          <p>{t.undoSubmissionWhat}</p>
          <div className="kring-bar">
            <Button type="button" disabled={isBusy} onClick={() => void move('undo-submission')}>{t.undoSubmissionConfirm}</Button>
            <Button type="button" buttonStyle="secondary" disabled={isBusy} onClick={() => setUndoing(false)}>{t.back}</Button>
          </div>
        </Dialog>
      )}
      {isCancelling && <CancelDialog id={id} isFetched={status === 'downloaded'} count={count} language={language} onClose={() => { setCancelling(false); router.refresh() }} />}
    </>
  )
}

type CancelProps = { readonly id: number; readonly isFetched: boolean; readonly count: number; readonly language: Language; readonly onClose: () => void }

const CancelDialog = ({ id, isFetched, count, language, onClose }: CancelProps) => {
  const t = texts[language]
  const [isNotSent, setNotSent] = useState(false)
  const [reason, setReason] = useState('')
  const [message, setMessage] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const cancel = async () => {
    setBusy(true)
    const answer = await postJson<{ freed: number }>(`/api/debit-batches/${id}/cancel`, { isNotSent, reason: reason || undefined }, t.failed)
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    toast.success(filled(t.freed, { count: answer.data.freed }))
    onClose()
  }
  return (
    <Dialog title={t.cancelBatch} closeLabel={t.cancel} onClose={onClose}>
      <p>{filled(t.cancelWhat, { count })}</p>
      {isFetched && <label><input type="checkbox" checked={isNotSent} onChange={(event) => setNotSent(event.target.checked)} /> {t.notSent}</label>}
      <label>{t.cancelReason}<input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} /></label>
      {message && <Notice tone="wrong">{message}</Notice>}
      <div className="kring-bar">
        <Button type="button" disabled={isBusy || (isFetched && !isNotSent)} onClick={cancel}>{t.cancelConfirm}</Button>
        <Button type="button" buttonStyle="secondary" disabled={isBusy} onClick={onClose}>{t.back}</Button>
      </div>
    </Dialog>
  )
}
