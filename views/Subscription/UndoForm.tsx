'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { formatDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { UndoneCancellation } from '../../src/operations/cancelSubscription'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

type Props = { readonly subscription: number; readonly language: Language; readonly onDone: (sentences: readonly string[]) => void }

/** Undoes the cancellation, and tells what to look at afterwards. */
export const UndoForm = ({ subscription, language, onDone }: Props) => {
  const t = texts[language]
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const undo = async () => {
    setBusy(true)
    const answer = await postJson<UndoneCancellation>(`/api/subscriptions/${subscription}/undo-cancellation`, {}, t.failed)
    setBusy(false)
    setMessage(answer.ok ? undefined : answer.message)
    if (answer.ok) onDone(sentencesOf(answer.data, language))
  }
  return (
    <section>
      <h2>{t.undoTitle}</h2>
      <p>{t.undoLead}</p>
      {message && <Notice tone="wrong">{message}</Notice>}
      <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void undo()} type="button">{isBusy ? t.busy : t.undo}</Button>
    </section>
  )
}

const sentencesOf = ({ invoicedUntilDate, gapFrom, toInvoice, toInvoiceCents }: UndoneCancellation, language: Language): readonly string[] => {
  const t = texts[language]
  return [
    t.undone, ...(invoicedUntilDate ? [filled(t.checkUntil, { date: formatDate(invoicedUntilDate, language) })] : []), ...(gapFrom ? [filled(t.gap, { date: formatDate(gapFrom, language) })] : []),
    toInvoice > 0 ? filled(t.toInvoice, { count: toInvoice, total: formatEuro(toInvoiceCents, language) }) : t.nothingToInvoice,
  ]
}
