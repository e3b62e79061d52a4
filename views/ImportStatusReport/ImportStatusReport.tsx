'use client'
import { Button, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { languageOf } from '../../src/i18n/text'
import type { ImportedReport } from '../../src/operations/importStatusReport'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson, type Answer } from '../parts/postJson'
import { texts } from './texts'

type Texts = (typeof texts)[keyof typeof texts]

/** What came of the report, in a sentence; what contradicts is told apart from it. */
const told = ({ isKnown, isWhole, refused, conflicts }: ImportedReport, t: Texts): string => {
  if (isKnown) return t.known
  if (refused > 0) return filled(isWhole ? t.whole : t.done, { refused })
  return isWhole ? t.wholeBefore : conflicts > 0 ? t.unchanged : t.nothing
}

/** The button for what the bank answered to a file: choose a pain.002 and see what was refused. */
export const ImportStatusReport = () => {
  const { i18n } = useTranslation()
  const t = texts[languageOf(i18n.language)]
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer<ImportedReport>>()
  const read = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setAnswer(await postJson<ImportedReport>('/api/debit-batches/status-report', { fileName: file.name, text: await file.text() }, t.failed))
    setBusy(false)
    if (input.current) input.current.value = ''
    router.refresh()
  }
  return (
    <div>
      <input ref={input} type="file" accept=".xml,text/xml,application/xml" hidden aria-label={t.choose} onChange={(event) => void read(event.target.files?.[0])} />
      <Button buttonStyle="secondary" disabled={isBusy} onClick={() => input.current?.click()} type="button">{isBusy ? t.busy : t.choose}</Button>
      {answer && !answer.ok && <Notice tone="wrong">{answer.message}</Notice>}
      {answer?.ok && (
        <Notice tone={answer.data.conflicts > 0 ? 'wrong' : 'good'}>
          <p>{told(answer.data, t)}</p>
          {answer.data.conflicts > 0 && <p>{filled(t.conflicts, { count: answer.data.conflicts })}</p>}
          <p><a href={`/admin/collections/debit-batches/${answer.data.batch}/overview`}>{t.see}</a></p>
        </Notice>
      )}
    </div>
  )
}
