'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

/** Undoes the import of a file after asking why; what stands in the way is told here. */
export const UndoImport = ({ id, language }: { readonly id: number; readonly language: Language }) => {
  const t = texts[language]
  const router = useRouter()
  const [isAsked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const undo = async () => {
    setBusy(true)
    const answer = await postJson<{ readonly lines: number }>(`/api/bank-imports/${id}/undo`, { reason: reason.trim() }, t.failed)
    setBusy(false)
    setMessage(answer.ok ? undefined : answer.message)
    if (!answer.ok) return
    setAsked(false)
    toast.success(filled(t.undoDone, { count: answer.data.lines }))
    router.refresh()
  }
  return (
    <section id="terugdraaien">
      {message && <Notice tone="wrong">{message}</Notice>}
      {!isAsked && <Button buttonStyle="secondary" type="button" onClick={() => setAsked(true)}>{t.undo}</Button>}
      {isAsked && (
        <form className="kring-bar" onSubmit={(event) => { event.preventDefault(); void undo() }}>
          <p className="kring-wide">{t.undoAsk}</p>
          <label>{t.reason}<input autoFocus required maxLength={200} value={reason} placeholder={t.reasonHint} onChange={({ target }) => setReason(target.value)} /></label>
          <Button disabled={isBusy} type="submit">{isBusy ? t.busy : t.undoSure}</Button>
          <Button buttonStyle="subtle" disabled={isBusy} type="button" onClick={() => setAsked(false)}>{t.cancel}</Button>
        </form>
      )}
    </section>
  )
}
