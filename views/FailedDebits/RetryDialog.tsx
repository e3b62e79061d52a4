'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { formatDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import { text, type Language } from '../../src/i18n/text'
import type { RetriedInstructions } from '../../src/operations/retryInstructions'
import type { FailedFilter } from '../../src/store/failedInstructions'
import { Dialog } from '../parts/Dialog'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { useOnce } from '../parts/useOnce'
import { texts } from './texts'

type Props = { readonly filter: FailedFilter; readonly language: Language; readonly onClose: () => void }

/** How many go again, on which days and for how much, and how many do not and why; then it is done. The key makes a double click one retry each. */
export const RetryDialog = ({ filter, language, onClose }: Props) => {
  const t = texts[language]
  const { done, message, setMessage, isBusy, send, close } = useOnce<RetriedInstructions>({ path: '/api/debit-instructions/retry-all', failed: t.failed, onClose })
  const [told, setTold] = useState<RetriedInstructions>()
  const asked = JSON.stringify({ filter })
  useEffect(() => {
    let isCurrent = true
    void postJson<RetriedInstructions>('/api/debit-instructions/retry-all/preview', JSON.parse(asked), t.failed).then((answer) => {
      if (!isCurrent) return
      if (answer.ok) setTold(answer.data)
      else setMessage(answer.message)
    })
    return () => { isCurrent = false }
  }, [asked, t.failed, setMessage])
  const plan = ({ planned, totalCents }: RetriedInstructions) => send({ filter, expected: { planned, totalCents } })
  return (
    <Dialog title={t.retryAllTitle} closeLabel={t.close} onClose={close}>
      {message && <Notice tone="wrong">{message}</Notice>}
      {done && <Notice tone="good">{filled(t.done, { count: done.planned, total: formatEuro(done.totalCents, language) })} <a href="/admin/te-incasseren">{t.toCollecting}</a></Notice>}
      {!told && !message && <p role="status">{t.looking}</p>}
      {told && !done && (told.planned === 0 ? <Notice tone="plain">{t.nonePossible}</Notice> : <Planned told={told} language={language} />)}
      {told && <Left told={done ?? told} language={language} />}
      <div className="kring-bar">
        {told && !done && <Button type="button" disabled={isBusy || told.planned === 0} onClick={() => void plan(told)}>{isBusy ? t.busy : t.confirm}</Button>}
        <Button type="button" buttonStyle="secondary" disabled={isBusy} onClick={close}>{done ? t.close : t.back}</Button>
      </div>
    </Dialog>
  )
}

type Told = { readonly told: RetriedInstructions; readonly language: Language }

const Planned = ({ told, language }: Told) => {
  const t = texts[language]
  return (
    <>
      <p>{filled(t.willPlan, { count: told.planned, total: formatEuro(told.totalCents, language) })}</p>
      <ul>{told.days.map(({ collectionDate, count, totalCents }) => (
        <li key={collectionDate}>{filled(t.onDay, { count, total: formatEuro(totalCents, language), date: formatDate(collectionDate, language) })}</li>
      ))}</ul>
    </>
  )
}

const Left = ({ told, language }: Told) => {
  const t = texts[language]
  if (told.left.length === 0) return null
  return (
    <section>
      <h3>{t.leftTitle}</h3>
      <ul>{told.left.map(({ reason, code, count, totalCents, firstInstruction }) => (
        <li key={`${reason} ${code ?? ''}`}>
          {filled(t.leftOf, { count, total: formatEuro(totalCents, language) })} {text(language, reason, { reason: code ?? '' })}{' '}
          {reason !== 'INSTRUCTION_UNKNOWN' && <a href={`/admin/collections/debit-instructions/${firstInstruction}`} target="_blank" rel="noreferrer">{t.example}</a>}
        </li>
      ))}</ul>
    </section>
  )
}
