'use client'
import { Button } from '@payloadcms/ui'
import { useState, type FormEvent } from 'react'
import type { Language } from '../../src/i18n/text'
import type { HistoryImport } from '../../src/operations/importMembershipHistory'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson, type Answer } from '../parts/postJson'
import { texts } from './texts'

/** The file, and what came of it. */
export const HistoryForm = ({ language }: { readonly language: Language }) => {
  const t = texts[language]
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer<HistoryImport>>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (!(file instanceof File) || file.size === 0) return setAnswer({ ok: false, message: t.choose })
    setBusy(true)
    setAnswer(await postJson<HistoryImport>('/api/memberships/import-history', { text: await file.text() }, t.failed))
    setBusy(false)
  }
  return (
    <>
      <form className="kring-bar" onSubmit={(event) => void submit(event)}>
        <label>{t.file}<input type="file" name="file" accept=".csv,text/csv" /></label>
        <Button disabled={isBusy} type="submit">{isBusy ? t.busy : t.start}</Button>
      </form>
      {answer && !answer.ok && <Notice tone="wrong">{answer.message}</Notice>}
      {answer?.ok && answer.data.mistakes.length === 0 && (
        <Notice tone="good">{filled(t.imported, { lines: answer.data.lines, periods: answer.data.periods })} <a href="/admin/collections/membership-corrections">{t.see}</a></Notice>
      )}
      {answer?.ok && answer.data.mistakes.length > 0 && (
        <Notice tone="wrong">
          <p>{filled(t.mistakes, { count: answer.data.mistakes.length })}</p>
          <ul>{answer.data.mistakes.map(({ line, field, message }) => <li key={`${line} ${field} ${message}`}>{message}</li>)}</ul>
        </Notice>
      )}
    </>
  )
}
