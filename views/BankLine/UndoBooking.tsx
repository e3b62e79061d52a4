'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

/** Takes back what the line was booked as, after a question; what stands in the way is told here. */
export const UndoBooking = ({ line, language }: { readonly line: number; readonly language: Language }) => {
  const t = texts[language]
  const router = useRouter()
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const undo = async () => {
    setBusy(true)
    const answer = await postJson<{ readonly lines: readonly number[] }>(`/api/bank-transactions/${line}/undo`, {}, t.failed)
    setBusy(false)
    setAsked(false)
    setMessage(answer.ok ? undefined : answer.message)
    if (!answer.ok) return
    toast.success(t.undoDone)
    router.refresh()
  }
  return (
    <section>
      {message && <Notice tone="wrong">{message}</Notice>}
      {!isAsked && <Button buttonStyle="secondary" size="small" type="button" onClick={() => setAsked(true)}>{t.undo}</Button>}
      {isAsked && (
        <div className="kring-bar">
          <p>{t.undoAsk}</p>
          <Button disabled={isBusy} size="small" type="button" onClick={() => void undo()}>{isBusy ? t.busy : t.undoSure}</Button>
          <Button buttonStyle="subtle" disabled={isBusy} size="small" type="button" onClick={() => setAsked(false)}>{t.cancel}</Button>
        </div>
      )}
    </section>
  )
}
