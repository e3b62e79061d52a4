'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { Preview as Outcome } from '../../src/operations/previewChange'
import { Notice } from '../parts/Notice'
import type { Answer } from '../parts/postJson'
import { sendJson } from '../parts/sendJson'
import { savingOf, type Change } from './change'
import { Preview } from './Preview'
import { texts } from './texts'

type Props = {
  readonly change: Change
  readonly organ: string
  readonly to?: string | undefined
  readonly language: Language
  readonly onBack: () => void
  readonly backLabel?: string
  readonly onSaved: () => void
}

/** Shows what the change would do before it is saved, and saves it when that is confirmed. */
export const PreviewStep = ({ change, organ, to, language, onBack, backLabel = texts[language].back, onSaved }: Props) => {
  const t = texts[language]
  const [outcome, setOutcome] = useState<Answer<Outcome>>()
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  useEffect(() => {
    const stop = new AbortController()
    void sendJson<Outcome>('POST', '/api/organs/preview', { body: change, failed: texts[language].failed, signal: stop.signal })
      .then((answer) => { if (!stop.signal.aborted) setOutcome(answer) })
    return () => stop.abort()
  }, [change, language])
  const confirm = async () => {
    setBusy(true)
    const { method, path, body } = savingOf(change)
    const answer = await sendJson(method, path, { body, failed: t.failed })
    setBusy(false)
    if (answer.ok) return onSaved()
    setMessage(answer.message)
  }
  return (
    <>
      {!outcome && <p role="status">{t.previewLoading}</p>}
      {outcome && !outcome.ok && <Notice tone="wrong">{outcome.message}</Notice>}
      {outcome?.ok && <Preview change={change} outcome={outcome.data} organ={organ} to={to} language={language} />}
      {message && <Notice tone="wrong">{message}</Notice>}
      <footer className="kring-bar">
        <Button disabled={isBusy || !outcome?.ok} onClick={() => void confirm()} type="button">{isBusy ? t.busy : t.confirm}</Button>
        <Button buttonStyle="secondary" disabled={isBusy} onClick={onBack} type="button">{backLabel}</Button>
      </footer>
    </>
  )
}
