'use client'
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { nextBankingDay } from '../../src/domain/bankingDays'
import { addDays, formatDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import { text, type Language } from '../../src/i18n/text'
import type { BatchPreview } from '../../src/operations/previewBatches'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { mendOf } from './mendOf'
import { texts } from './texts'

type Props = { readonly preview: BatchPreview; readonly language: Language; readonly onMoved: () => void }

/** What stays behind, by reason, each line with the place where it can be mended. */
export const LeftOut = ({ preview, language, onMoved }: Props) => {
  const t = texts[language]
  if (preview.leftCounts.length === 0) return null
  return (
    <section>
      <h3>{t.left}</h3>
      {preview.leftCounts.map(({ reason, count, totalCents }) => {
        const lines = preview.left.filter((one) => one.reason === reason)
        return (
          <details key={reason} className="kring-left" open={preview.leftCounts.length === 1 && count <= 10}>
            <summary>{filled(t.leftOf, { count, total: formatEuro(totalCents, language) })} {text(language, reason)}</summary>
            {reason === 'EXCEEDS_DAY_LIMIT' && <MoveOn lines={lines} language={language} onMoved={onMoved} />}
            <ul>{lines.map((one) => {
              const mend = mendOf(one)
              return (
                <li key={one.instruction}>
                  <a href={`/admin/collections/relations/${one.debtor}/card`}>{one.debtorName}</a>, {one.description}, {formatEuro(one.amountCents, language)}
                  {mend && <> – <a href={mend.href} target="_blank" rel="noreferrer">{t[mend.words]}</a></>}
                </li>
              )
            })}</ul>
            {lines.length < count && <p>{filled(t.leftMore, { count: count - lines.length })}</p>}
          </details>
        )
      })}
    </section>
  )
}

/** A day that is full: the banking day after it is one click away. */
const MoveOn = ({ lines, language, onMoved }: { readonly lines: BatchPreview['left']; readonly language: Language; readonly onMoved: () => void }) => {
  const t = texts[language]
  const [message, setMessage] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const latest = lines.map(({ plannedOn }) => plannedOn).toSorted().at(-1)
  if (!latest) return null
  const collectionDate = nextBankingDay(addDays(latest, 1))
  const move = async () => {
    setBusy(true)
    const answer = await postJson('/api/debit-instructions/move', { instructions: lines.map(({ instruction }) => instruction), collectionDate }, t.failed)
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    toast.success(filled(t.movedOn, { count: lines.length, date: formatDate(collectionDate, language) }))
    onMoved()
  }
  return (
    <>
      {message && <Notice tone="wrong">{message}</Notice>}
      <Button type="button" size="small" buttonStyle="secondary" disabled={isBusy} onClick={move}>{filled(t.moveOn, { count: lines.length, date: formatDate(collectionDate, language) })}</Button>
    </>
  )
}
