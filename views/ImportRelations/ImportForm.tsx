'use client'
import { Button } from '@payloadcms/ui'
import { useState, type FormEvent } from 'react'
import type { Language } from '../../src/i18n/text'
import type { RelationImport } from '../../src/operations/importRelations'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson, type Answer } from '../parts/postJson'
import { texts } from './texts'

/** The file, what to do with bad lines, and what came of it. */
export const ImportForm = ({ language }: { readonly language: Language }) => {
  const t = texts[language]
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer<RelationImport>>()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return setAnswer({ ok: false, message: t.choose })
    setBusy(true)
    setAnswer(await postJson<RelationImport>('/api/relations/import', { text: await file.text(), onMistake: form.get('onMistake') }, t.failed))
    setBusy(false)
  }
  return (
    <>
      <form className="kring-bar" onSubmit={(event) => void submit(event)}>
        <label>{t.file}<input type="file" name="file" accept=".csv,text/csv" /></label>
        <label>{t.onMistake}
          <select name="onMistake" defaultValue="skip"><option value="skip">{t.skip}</option><option value="stop">{t.stop}</option></select>
        </label>
        <Button disabled={isBusy} type="submit">{isBusy ? t.busy : t.start}</Button>
      </form>
      {answer && !answer.ok && <Notice tone="wrong">{answer.message}</Notice>}
      {answer?.ok && <Result result={answer.data} language={language} />}
    </>
  )
}

const Result = ({ result: { imported, mistakes }, language }: { readonly result: RelationImport; readonly language: Language }) => {
  const t = texts[language]
  return (
    <>
      <Notice tone={imported > 0 ? 'good' : 'plain'}>{imported > 0 ? <>{filled(t.imported, { count: imported })} <a href="/admin/collections/relations">{t.see}</a></> : t.none}</Notice>
      {mistakes.length > 0 && (
        <Notice tone="wrong">
          <p>{filled(t.mistakes, { count: mistakes.length })}</p>
          <ul>{mistakes.map((mistake) => <li key={`${mistake.line} ${mistake.field} ${mistake.message}`}>{mistake.message}</li>)}</ul>
        </Notice>
      )}
    </>
  )
}
