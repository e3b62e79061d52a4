'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { addDays, isLocalDate } from '../../src/domain/localDate'
import type { OrganFormProps } from './formProps'
import type { Change } from './change'
import { CriteriaField } from './CriteriaField'
import { PreviewStep } from './PreviewStep'
import { texts } from './texts'

/** Another rule for the organ, for everybody or for one type, from tomorrow or later, then what that does. */
export const PlanRule = ({ organ, types, today, language, onSaved }: OrganFormProps) => {
  const t = texts[language]
  const tomorrow = addDays(today, 1)
  const [date, setDate] = useState<string>(tomorrow)
  const [type, setType] = useState('')
  const [criteria, setCriteria] = useState<unknown>()
  const [change, setChange] = useState<Change>()
  if (change) return <PreviewStep change={change} organ={organ.title} language={language} onBack={() => setChange(undefined)} onSaved={onSaved} />
  const show = () => {
    if (isLocalDate(date) && criteria !== undefined) setChange({ kind: 'rule', organ: organ.id, membershipType: type === '' ? null : Number(type), criteria, date })
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); show() }}>
      <p>{t.ruleLead}</p>
      <div className="kring-bar">
        <label>{t.fieldFor}<select value={type} onChange={(event) => setType(event.target.value)}><option value="">{t.everyone}</option>{types.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</select></label>
        <label>{t.fieldRuleDate}<input type="date" required min={tomorrow} value={date} onChange={(event) => setDate(event.target.value)} /></label>
        <CriteriaField isRequired value={criteria} onChange={setCriteria} date={isLocalDate(date) ? date : tomorrow} language={language} />
      </div>
      <Button disabled={criteria === undefined} type="submit">{t.next}</Button>
    </form>
  )
}
