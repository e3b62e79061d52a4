'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { isLocalDate } from '../../src/domain/localDate'
import { filled } from '../parts/filled'
import type { OrganFormProps } from './formProps'
import type { Change } from './change'
import { PreviewStep } from './PreviewStep'
import { texts } from './texts'

/** Stopzetten: from which day, then what that does. */
export const EndOrgan = ({ organ, today, language, onSaved }: OrganFormProps) => {
  const t = texts[language]
  const [date, setDate] = useState('')
  const [change, setChange] = useState<Change>()
  if (change) return <PreviewStep change={change} organ={organ.title} language={language} onBack={() => setChange(undefined)} onSaved={onSaved} />
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (isLocalDate(date)) setChange({ kind: 'end', organ: organ.id, date }) }}>
      <p>{filled(t.endLead, { organ: organ.title })}</p>
      <div className="kring-bar"><label>{t.fieldEndDate}<input type="date" required min={today} value={date} onChange={(event) => setDate(event.target.value)} /></label></div>
      <Button type="submit">{t.next}</Button>
    </form>
  )
}
