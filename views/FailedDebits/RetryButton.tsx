'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formatDate } from '../../src/domain/localDate'
import { formatEuro, type Cents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { Retry } from '../../src/operations/retryInstruction'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

type Props = { readonly id: number; readonly name: string; readonly amountCents: Cents; readonly language: Language }

/** Plans one debit again, on the first day that the bank can make; what refuses it is told at the row. */
export const RetryButton = ({ id, name, amountCents, language }: Props) => {
  const t = texts[language]
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const retry = async () => {
    setBusy(true)
    const answer = await postJson<Retry>(`/api/debit-instructions/${id}/retry`, {}, t.failed)
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    toast.success(filled(t.planned, { date: formatDate(answer.data.collectionDate, language) }), { duration: 10_000 })
    router.refresh()
  }
  return (
    <>
      {message && <Notice tone="wrong">{message}</Notice>}
      <Button type="button" size="small" buttonStyle="secondary" disabled={isBusy} aria-label={filled(t.retryOf, { name, amount: formatEuro(amountCents, language) })} onClick={() => void retry()}>{isBusy ? t.busy : t.retry}</Button>
    </>
  )
}
