'use client'
import { Button } from '@payloadcms/ui'
import { useState, type FormEvent } from 'react'
import { isLocalDate } from '../../src/domain/localDate'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { sendJson } from '../parts/sendJson'
import type { FormProps } from './formProps'
import type { Change } from './change'
import { CriteriaField } from './CriteriaField'
import { OrganChoice, topValue } from './OrganChoice'
import { PreviewStep } from './PreviewStep'
import { texts } from './texts'

type Added = { readonly id: number; readonly title: string; readonly rule: Change | undefined }
type Props = FormProps & { readonly under: number | undefined; readonly onAdded: (organ: number) => void }

/** A new organ, which begins without members; where criteria are given, what they do is shown before they count. */
export const AddOrgan = ({ organisation, under, today, language, onAdded }: Props) => {
  const t = texts[language]
  const [date, setDate] = useState<string>(today)
  const [parent, setParent] = useState(under === undefined ? topValue : String(under))
  const [criteria, setCriteria] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const [added, setAdded] = useState<Added>()
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isLocalDate(date)) return undefined
    const [title, code, ruleMode] = ['title', 'code', 'ruleMode'].map((name) => String(new FormData(event.currentTarget).get(name) ?? ''))
    setBusy(true)
    const body = { organisation, parent: parent === topValue ? null : Number(parent), title, code: code || null, startDate: date, ruleMode: criteria === undefined ? ruleMode : 'rules' }
    const answer = await sendJson<{ doc: { id: number } }>('POST', '/api/organs', { body, failed: t.failed })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    const { id } = answer.data.doc
    if (criteria === undefined) return onAdded(id)
    return setAdded({ id, title: title ?? '', rule: { kind: 'rule', organ: id, membershipType: null, criteria, date } })
  }
  if (added?.rule) {
    const done = () => onAdded(added.id)
    return (
      <>
        <Notice tone="good">{filled(t.added, { organ: added.title })}</Notice>
        <PreviewStep change={added.rule} organ={added.title} language={language} onBack={done} backLabel={t.withoutRule} onSaved={done} />
      </>
    )
  }
  return (
    <form onSubmit={(event) => void add(event)}>
      <p>{t.addLead}</p>
      {message && <Notice tone="wrong">{message}</Notice>}
      <div className="kring-bar">
        <label>{t.fieldTitle}<input name="title" required autoComplete="off" /></label>
        <label>{t.fieldCode}<input name="code" maxLength={20} autoComplete="off" /></label>
        <label>{t.fieldStart}<input type="date" required value={date} onChange={(event) => setDate(event.target.value)} /></label>
        <OrganChoice organisation={organisation} date={isLocalDate(date) ? date : ''} value={parent} onChange={setParent} label={t.fieldUnder} language={language} />
        <label>{t.fieldMode}
          <select name="ruleMode" defaultValue="rules"><option value="rules">{t.modeRules}</option><option value="none">{t.modeNone}</option><option value="passThrough">{t.modePassThrough}</option></select>
        </label>
        <CriteriaField value={criteria} onChange={setCriteria} date={isLocalDate(date) ? date : today} language={language} />
      </div>
      <Button disabled={isBusy} type="submit">{isBusy ? t.busy : criteria === undefined ? t.save : t.next}</Button>
    </form>
  )
}
