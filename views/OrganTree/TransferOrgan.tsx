'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { addDays, isLocalDate } from '../../src/domain/localDate'
import { filled } from '../parts/filled'
import type { OrganFormProps } from './formProps'
import type { Change } from './change'
import { OrganChoice, topValue } from './OrganChoice'
import { PreviewStep } from './PreviewStep'
import { texts } from './texts'

/** Overdragen: to which organ and from which day, then what that does. */
export const TransferOrgan = ({ organisation, organ, today, language, onSaved }: OrganFormProps) => {
  const t = texts[language]
  const tomorrow = addDays(today, 1)
  const [date, setDate] = useState<string>(tomorrow)
  const [parent, setParent] = useState<{ readonly value: string; readonly title: string | undefined }>({ value: '', title: undefined })
  const [change, setChange] = useState<Change>()
  if (change) return <PreviewStep change={change} organ={organ.title} to={parent.title} language={language} onBack={() => setChange(undefined)} onSaved={onSaved} />
  const show = () => {
    if (isLocalDate(date) && parent.value !== '') setChange({ kind: 'transfer', organ: organ.id, parent: parent.value === topValue ? null : Number(parent.value), date })
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); show() }}>
      <p>{filled(t.transferLead, { organ: organ.title })}</p>
      <div className="kring-bar">
        <label>{t.fieldTransferDate}<input type="date" required min={tomorrow} value={date} onChange={(event) => setDate(event.target.value)} /></label>
        <OrganChoice organisation={organisation} date={isLocalDate(date) ? date : ''} without={organ.id} value={parent.value} onChange={(value, title) => setParent({ value, title })} label={t.fieldNewParent} language={language} />
      </div>
      <Button type="submit">{t.next}</Button>
    </form>
  )
}
