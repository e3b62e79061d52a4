'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { CorrectionOutcome } from '../../src/operations/correctMembership'
import type { PlaceOfType } from '../../src/store/membershipHistory'
import type { CardMembership } from '../../src/store/relationCard'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson, type Answer } from '../parts/postJson'
import { WhatChanges } from './WhatChanges'
import { texts } from './texts'

type Props = {
  readonly relation: number
  readonly chosen: CardMembership | undefined
  readonly places: readonly PlaceOfType[]
  readonly today: LocalDate
  readonly language: Language
}

/** What to correct, first what that would change, and then the button that does it. */
export const CorrectForm = ({ relation, chosen, places, today, language }: Props) => {
  const t = texts[language]
  const [action, setAction] = useState<'add' | 'change' | 'remove'>(chosen ? 'change' : 'add')
  const [place, setPlace] = useState(0)
  const [days, setDays] = useState({ startDate: chosen?.startDate ?? '', endDate: chosen?.endDate ?? '', countedFromDate: chosen?.countedFromDate ?? '' })
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [preview, setPreview] = useState<Answer<CorrectionOutcome>>()
  const [outcome, setOutcome] = useState<Answer<CorrectionOutcome>>()
  const subject = action === 'add' ? places[place] : chosen
  const send = async (isPreview: boolean): Promise<Answer<CorrectionOutcome>> => {
    setBusy(true)
    const { organisation, organ, membershipType } = subject ?? {}
    const given = action === 'remove' ? {} : {
      ...(days.startDate ? { startDate: days.startDate } : {}), ...(days.endDate ? { endDate: days.endDate } : {}),
      ...(action === 'change' ? { countedFromDate: days.countedFromDate || null } : {}),
    }
    const answer = await postJson<CorrectionOutcome>('/api/memberships/correct',
      { relation, organisation, organ, membershipType, action, ...(action === 'add' ? {} : { membershipId: chosen?.id }), ...given, reason, isPreview }, t.failed)
    setBusy(false)
    return answer
  }
  const show = async () => setPreview(await send(true))
  const confirm = async () => setOutcome(await send(false))
  const edit = (field: keyof typeof days) => (event: { readonly target: { readonly value: string } }) => {
    setDays({ ...days, [field]: event.target.value })
    setPreview(undefined)
  }
  if (outcome?.ok) return <Notice tone="good">{filled(t.done, { count: outcome.data.changes.length })} <a href={`?relation=${relation}`}>{t.again}</a></Notice>
  return (
    <section>
      <div className="kring-bar">
        <label>{t.action}
          <select value={action} onChange={(event) => { setAction(event.target.value as typeof action); setPreview(undefined) }}>
            {chosen && <option value="change">{t.change}</option>}
            {chosen?.endDate && <option value="remove">{t.remove}</option>}
            <option value="add">{t.add}</option>
          </select>
        </label>
        {action === 'add' && (
          <label>{t.place}
            <select value={place} onChange={(event) => { setPlace(Number(event.target.value)); setPreview(undefined) }}>
              {places.map((one, index) => <option key={`${one.membershipType} ${one.organ ?? 0}`} value={index}>{one.type} · {one.title}</option>)}
            </select>
          </label>
        )}
        {action !== 'remove' && <label>{t.startDate}<input type="date" max={today} value={days.startDate} onChange={edit('startDate')} /></label>}
        {action !== 'remove' && (action === 'add' || chosen?.endDate) && <label>{t.endDate}<input type="date" max={today} value={days.endDate} onChange={edit('endDate')} /></label>}
        {action === 'change' && <label>{t.countedFrom}<input type="date" max={today} value={days.countedFromDate} onChange={edit('countedFromDate')} /></label>}
        <Button buttonStyle="secondary" disabled={isBusy} onClick={show} type="button">{isBusy ? t.busy : t.preview}</Button>
      </div>
      {action === 'change' && !chosen?.endDate && <p>{t.openEnd}</p>}
      {preview && !preview.ok && <Notice tone="wrong">{preview.message}</Notice>}
      {preview?.ok && (
        <>
          <WhatChanges changes={preview.data.changes} language={language} />
          <div className="kring-bar">
            <label>{t.reason}<input type="text" name="reason" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></label>
            <Button disabled={isBusy || reason.trim() === ''} onClick={confirm} type="button">{isBusy ? t.busy : t.confirm}</Button>
          </div>
        </>
      )}
      {outcome && !outcome.ok && <Notice tone="wrong">{outcome.message}</Notice>}
    </section>
  )
}
