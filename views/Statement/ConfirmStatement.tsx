'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { Matched } from '../../src/operations/matchOpenLines'
import { filled } from '../parts/filled'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

/** Books a statement that waited, after saying what that does. */
export const ConfirmStatement = ({ id, language }: { readonly id: number; readonly language: Language }) => {
  const t = texts[language]
  const router = useRouter()
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    const answer = await postJson<Matched>(`/api/bank-statements/${id}/confirm`, {}, t.failed)
    setBusy(false)
    setAsked(false)
    if (!answer.ok) return toast.error(answer.message)
    toast.success(filled(t.confirmed, answer.data))
    router.refresh()
  }
  if (!isAsked) return <Button buttonStyle="secondary" size="small" type="button" onClick={() => setAsked(true)}>{t.confirm}</Button>
  return (
    <div className="kring-bar">
      <p>{t.confirming}</p>
      <Button disabled={isBusy} size="small" type="button" onClick={() => void confirm()}>{t.sure}</Button>
      <Button buttonStyle="subtle" disabled={isBusy} size="small" type="button" onClick={() => setAsked(false)}>{t.cancel}</Button>
    </div>
  )
}
