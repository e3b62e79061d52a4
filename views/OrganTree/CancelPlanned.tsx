'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import { Notice } from '../parts/Notice'
import { sendJson } from '../parts/sendJson'
import { texts } from './texts'

type Props = { readonly kind: 'transfer' | 'end'; /** The placement of a transfer, the organ of an end. */ readonly id: number; readonly language: Language }

/** Takes back a transfer or an end date that is planned, after asking once more. */
export const CancelPlanned = ({ kind, id, language }: Props) => {
  const t = texts[language]
  const [step, setStep] = useState<'idle' | 'asked' | 'busy'>('idle')
  const [message, setMessage] = useState<string>()
  const cancel = async () => {
    setStep('busy')
    const answer = kind === 'transfer'
      ? await sendJson('DELETE', `/api/organ-placements/${id}`, { failed: t.failed })
      : await sendJson('PATCH', `/api/organs/${id}`, { body: { endDate: null }, failed: t.failed })
    if (answer.ok) return window.location.reload()
    setStep('idle')
    setMessage(answer.message)
  }
  if (step === 'idle') {
    return (
      <>
        {message && <Notice tone="wrong">{message}</Notice>}
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setStep('asked')} type="button">{kind === 'transfer' ? t.cancelTransfer : t.cancelEnd}</Button>
      </>
    )
  }
  return (
    <div role="group">
      <p>{kind === 'transfer' ? t.askCancelTransfer : t.askCancelEnd}</p>
      <div className="kring-bar">
        <Button disabled={step === 'busy'} size="small" onClick={() => void cancel()} type="button">{step === 'busy' ? t.busy : t.yes}</Button>
        <Button buttonStyle="secondary" disabled={step === 'busy'} size="small" onClick={() => setStep('idle')} type="button">{t.no}</Button>
      </div>
    </div>
  )
}
