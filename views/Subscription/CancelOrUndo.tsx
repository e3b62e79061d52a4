'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formatDate, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { CancelForm } from './CancelForm'
import { UndoForm } from './UndoForm'
import { texts } from './texts'

type Props = {
  readonly subscription: number; readonly today: LocalDate; readonly noticeDate: LocalDate | undefined; readonly endDate: LocalDate | undefined
  /** The end that a notice of today leads to. */
  readonly proposed: LocalDate | undefined
  readonly mayChange: boolean; readonly language: Language
}

/** Cancels what runs, or undoes the cancellation; what was done stays in sight above what can be done next. */
export const CancelOrUndo = ({ subscription, today, noticeDate, endDate, proposed, mayChange, language }: Props) => {
  const t = texts[language]
  const router = useRouter()
  const [told, setTold] = useState<readonly string[]>()
  const done = (sentences: readonly string[]) => { setTold(sentences); router.refresh() }
  return (
    <>
      {told && <Notice tone="good">{told.map((sentence) => <p key={sentence}>{sentence}</p>)}<a href={`/admin/collections/invoices?where[subscription][equals]=${subscription}`}>{t.toInvoices}</a></Notice>}
      {endDate && <p>{noticeDate ? filled(t.isCancelled, { notice: formatDate(noticeDate, language), end: formatDate(endDate, language) }) : filled(t.isEnding, { end: formatDate(endDate, language) })}</p>}
      {!mayChange && <Notice tone="plain">{t.mayNot}</Notice>}
      {mayChange && (endDate ? <UndoForm subscription={subscription} language={language} onDone={done} /> : <CancelForm subscription={subscription} today={today} proposed={proposed} language={language} onDone={done} />)}
    </>
  )
}
