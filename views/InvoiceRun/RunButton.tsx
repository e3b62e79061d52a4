'use client'
import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { invoiceRemarks } from '../../src/domain/invoicePlan'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { InvoiceRun } from '../../src/operations/invoiceSubscriptions'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson, type Answer } from '../parts/postJson'
import { Progress, useProgress } from '../parts/Progress'
import { texts } from './texts'

const keptUnder = 'kring-invoice-run'
const neverChanges = () => () => undefined

/** Makes the invoices. The key is kept until the outcome was seen: who leaves and comes back is told what became of it, and nothing is done twice. */
export const RunButton = ({ count, language }: { readonly count: number; readonly language: Language }) => {
  const t = texts[language]
  const router = useRouter()
  const kept = useSyncExternalStore(neverChanges, () => sessionStorage.getItem(keptUnder) ?? undefined, () => undefined)
  const [pressed, setPressed] = useState<string>()
  const [answer, setAnswer] = useState<Answer<InvoiceRun>>()
  const key = pressed ?? kept
  const progress = useProgress(answer || !key ? undefined : `/api/invoices/run/progress?key=${key}`)
  useEffect(() => {
    if (key === undefined) return
    void postJson<InvoiceRun>('/api/invoices/run', { idempotencyKey: key }, t.failed).then((made) => {
      if (!made.ok) sessionStorage.removeItem(keptUnder)
      setAnswer(made)
      router.refresh()
    })
  }, [key, router, t.failed])
  const run = () => { const fresh = crypto.randomUUID(); sessionStorage.setItem(keptUnder, fresh); setPressed(fresh) }
  const forget = () => { sessionStorage.removeItem(keptUnder); setPressed(undefined); setAnswer(undefined) }
  if (answer) return <Outcome answer={answer} language={language} onSeen={forget} />
  if (key) {
    return (
      <Notice tone="plain">
        <Progress progress={progress} language={language} />
        <p>{t.stays}</p>
      </Notice>
    )
  }
  return count > 0 && <div className="kring-bar"><Button onClick={run} type="button">{filled(t.make, { count })}</Button></div>
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
