'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { formatDate, isLocalDate, type LocalDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { CreatedBatches } from '../../src/operations/createBatches'
import type { BatchPreview } from '../../src/operations/previewBatches'
import { Dialog } from '../parts/Dialog'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { Progress, useProgress } from '../parts/Progress'
import { useOnce } from '../parts/useOnce'
import { LeftOut } from './LeftOut'
import { Outcome } from './Outcome'
import { texts } from './texts'

type Wish = Readonly<Record<string, unknown>>
type Props = { readonly wish: Wish; readonly language: Language; readonly onClose: () => void }

/** What will be made of the selection, what stays behind and why, and a new day for what is late; then the batches themselves. The key makes a double click one batch. */
export const PlanDialog = ({ wish, language, onClose }: Props) => {
  const t = texts[language]
  const { idempotencyKey, done: made, message, setMessage, isBusy, send, closeAnew, close } = useOnce<CreatedBatches>({ path: '/api/debit-batches/create', failed: t.failed, onClose })
  const [typed, setTyped] = useState<string>()
  const [shiftTo, setShiftTo] = useState<LocalDate>()
  const [mayShift, setMayShift] = useState(false)
  const [fetched, setFetched] = useState<{ readonly asked: string; readonly preview: BatchPreview }>()
  const progress = useProgress(isBusy && !made ? `/api/debit-batches/progress?key=${idempotencyKey}` : undefined)
  const asked = JSON.stringify({ ...wish, shiftTo })
  useEffect(() => {
    let isCurrent = true
    void postJson<BatchPreview>('/api/debit-batches/preview', JSON.parse(asked), t.failed).then((answer) => {
      if (!isCurrent) return
      if (answer.ok) setFetched({ asked, preview: answer.data })
      setMessage(answer.ok ? undefined : answer.message)
    })
    return () => { isCurrent = false }
  }, [asked, t.failed, setMessage])
  const preview = fetched?.preview
  const isCurrent = fetched?.asked === asked && (typed === undefined || typed === shiftTo)
  const shiftOn = (value: string) => {
    setTyped(value)
    setMayShift(false)
    if (isLocalDate(value)) setShiftTo(value)
  }
  const create = () => send({ ...wish, ...(preview?.late ? { shiftTo: preview.late.date } : {}) })
  const mustConsent = preview?.late !== undefined && !mayShift
  return (
    <Dialog title={made ? t.madeTitle : t.planTitle} closeLabel={t.close} onClose={close}>
      {message && <Notice tone="wrong">{message}</Notice>}
      {made && <Outcome made={made} language={language} />}
      {!made && !preview && !message && <p role="status">{t.planning}</p>}
      {!made && preview && (
        <>
          {preview.count > 0 && <p>{filled(preview.files.length === 1 ? t.planOne : t.planMany, { files: preview.files.length, count: preview.count, total: formatEuro(preview.totalCents, language) })}</p>}
          {preview.count === 0 && <Notice tone="plain">{t.planNone}</Notice>}
          {preview.late && (
            <Notice tone="plain">
              <p>{filled(t.lateNotice, { count: preview.late.count })}</p>
              <div className="kring-bar"><label>{t.shiftTo} <input type="date" value={typed ?? preview.late.date} min={preview.earliest} onChange={({ target: { value } }) => shiftOn(value)} /></label></div>
              <p><label><input type="checkbox" checked={mayShift} disabled={!isCurrent} onChange={(event) => setMayShift(event.target.checked)} /> {filled(t.shift, { count: preview.late.count, date: formatDate(preview.late.date, language) })}</label></p>
              <p>{t.shiftNote}</p>
            </Notice>
          )}
          {preview.deliverBy && <p>{filled(t.deliverBy, { date: formatDate(preview.deliverBy.date, language), time: preview.deliverBy.time })}</p>}
          {preview.count > 0 && <PlannedGroups preview={preview} language={language} />}
          <LeftOut preview={preview} language={language} onMoved={closeAnew} />
          {isBusy && <Progress progress={progress} language={language} />}
          <div className="kring-bar">
            <Button type="button" disabled={isBusy || !isCurrent || mustConsent || preview.count === 0} onClick={create}>{isBusy ? t.busy : t.confirm}</Button>
            <Button type="button" buttonStyle="secondary" disabled={isBusy} onClick={close}>{t.back}</Button>
            {mustConsent && <span>{t.consentFirst}</span>}
          </div>
        </>
      )}
    </Dialog>
  )
}

const PlannedGroups = ({ preview, language }: { readonly preview: BatchPreview; readonly language: Language }) => {
  const t = texts[language]
  const count = preview.files.reduce((sum, { groups }) => sum + groups.length, 0)
  return (
    <details className="kring-left" open={count <= fewGroups}><summary>{filled(t.groupsPlanned, { count })}</summary>
    <div className="kring-scroll"><table className="kring-table" data-list="planned-groups">
      <thead><tr><th>{t.file}</th><th>{t.date}</th><th>{t.kind}</th><th className="number">{t.count}</th><th className="number">{t.amount}</th></tr></thead>
      <tbody>{preview.files.flatMap((file, index) => file.groups.map((group, place) => (
        <tr key={`${index} ${place}`}>
          <td>{index + 1}</td><td>{formatDate(group.collectionDate, language)}</td><td>{t[group.sequenceType]}</td>
          <td className="number">{group.count}</td><td className="number">{formatEuro(group.totalCents, language)}</td>
        </tr>
      )))}</tbody>
    </table></div>
    </details>
  )
}

/** More than these are folded away, so that what is asked stays in sight. */
const fewGroups = 6
