'use client'
import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { invoiceRemarks } from '../../src/domain/invoicePlan'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { InvoiceRun } from '../../src/operations/invoiceSubscriptions'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson, type Answer } from '../parts/postJson'
import { texts } from './texts'
import { useProgress } from './useProgress'

const keptUnder = 'kring-invoice-run'

/** Makes the invoices. The key is kept until the outcome was seen: who leaves and comes back is told what became of it, and nothing is done twice. */
export const RunButton = ({ count, language }: { readonly count: number; readonly language: Language }) => {
  const t = texts[language]
  const router = useRouter()
  const [key, setKey] = useState<string>()
  const [answer, setAnswer] = useState<Answer<InvoiceRun>>()
  const progress = useProgress(answer ? undefined : key)
  const run = useCallback(async (idempotencyKey: string) => {
    sessionStorage.setItem(keptUnder, idempotencyKey)
    setKey(idempotencyKey)
    setAnswer(await postJson<InvoiceRun>('/api/invoices/run', { idempotencyKey }, t.failed))
    router.refresh()
  }, [router, t.failed])
  useEffect(() => {
    const kept = sessionStorage.getItem(keptUnder)
    if (kept) void run(kept)
  }, [run])
  const forget = () => { sessionStorage.removeItem(keptUnder); setKey(undefined); setAnswer(undefined) }
  if (answer) return <Outcome answer={answer} language={language} onSeen={forget} />
  if (key) {
    return (
      <Notice tone="plain">
        <p>{progress ? filled(t.progress, { done: progress.done, total: progress.total }) : t.busy}</p>
        {progress && <progress max={progress.total} value={progress.done} aria-label={t.busy} />}
        <p>{t.stays}</p>
      </Notice>
    )
  }
  return count > 0 && <p><Button onClick={() => void run(crypto.randomUUID())} type="button">{filled(t.make, { count })}</Button></p>
}

const Outcome = ({ answer, language, onSeen }: { readonly answer: Answer<InvoiceRun>; readonly language: Language; readonly onSeen: () => void }) => {
  const t = texts[language]
  const remarks = answer.ok ? answer.data.remarks ?? {} : {}
  return (
    <Notice tone={answer.ok ? 'good' : 'wrong'}>
      <p>{answer.ok ? (answer.data.invoices > 0 ? filled(t.made, { count: answer.data.invoices, total: formatEuro(answer.data.totalCents, language) }) : t.madeNothing) : answer.message}</p>
      {invoiceRemarks.filter((remark) => remarks[remark]).map((remark) => <p key={remark}>{filled(t[remark], { count: remarks[remark] ?? 0 })}</p>)}
      <Button buttonStyle="secondary" size="small" onClick={onSeen} type="button">{t.seen}</Button>
    </Notice>
  )
}
