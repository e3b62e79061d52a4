'use client'
import type { Language } from '../../src/i18n/text'
import type { StatementImport } from '../../src/operations/importBankFile'
import type { ImportedReport } from '../../src/operations/importStatusReport'
import type { Answer } from '../parts/postJson'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { useProgress } from '../parts/Progress'
import type { ToldFile } from './sendFile'
import { uploadTexts } from './uploadTexts'

export type ReadFile = { readonly key: string; readonly name: string; readonly state: 'waiting' | 'busy' | 'done'; readonly answer?: Answer<{ readonly files: readonly ToldFile[] }> }

/** How far the reading of a file is, and then what came of it. */
export const FileOutcome = ({ file: { key, name, state, answer }, language }: { readonly file: ReadFile; readonly language: Language }) => {
  const t = uploadTexts[language]
  const progress = useProgress(state === 'busy' ? `/api/bank-imports/progress?key=${key}` : undefined)
  if (state === 'waiting') return <p role="status">{filled(t.waiting, { name })}</p>
  if (!answer) {
    const part = progress && progress.total > 0 ? Math.round((100 * progress.done) / progress.total) : 0
    return <p role="status" className="kring-progress">{filled(progress?.phase === 'match' ? t.matching : t.reading, { name })}<progress value={part} max={100} aria-label={name} /></p>
  }
  if (!answer.ok) return <Notice tone="wrong"><strong>{name}</strong>: {answer.message}</Notice>
  return answer.data.files.map((told, place) => <Told key={`${place} ${told.name}`} file={told} language={language} />)
}

const Told = ({ file, language }: { readonly file: ToldFile; readonly language: Language }) => {
  const isWrong = file.refusal !== undefined || file.statements?.statements.some(({ hold }) => hold !== 'none') === true
  return (
    <Notice tone={isWrong ? 'wrong' : 'good'}>
      <p><strong>{file.name}</strong>{file.refusal && <>: {file.refusal.message}</>}</p>
      {file.statements && <Statements told={file.statements} language={language} />}
      {file.report && <Report told={file.report} language={language} />}
    </Notice>
  )
}

const Statements = ({ told: { statements, details, matched, format, id }, language }: { readonly told: StatementImport; readonly language: Language }) => {
  const t = uploadTexts[language]
  const [lines, known] = [statements.reduce((sum, one) => sum + one.newLines, 0), statements.reduce((sum, one) => sum + one.knownLines, 0)]
  return (
    <>
      <p>{filled(format === 'camt054' ? t.doneDetails : t.done, { ...matched, lines, details })}</p>
      {known > 0 && <p>{filled(t.known, { known })}</p>}
      {statements.map((one) => (
        <p key={one.id}><a href={`/admin/collections/bank-statements/${one.id}/lines`}>{filled(t.see, { iban: one.iban })}</a>{one.hold !== 'none' && <strong> {t[one.hold]}</strong>}</p>
      ))}
      {format === 'camt054' && <p><a href={`/admin/collections/bank-imports/${id}/overview`}>{t.seeFile}</a></p>}
    </>
  )
}

const Report = ({ told: { batch, isKnown, isWhole, refused, conflicts }, language }: { readonly told: ImportedReport; readonly language: Language }) => {
  const t = uploadTexts[language]
  return (
    <>
      <p>{isKnown ? t.reportKnown : filled(isWhole ? t.reportWhole : refused === 0 ? t.reportNone : t.report, { refused })}</p>
      {conflicts > 0 && <p><strong>{filled(t.reportConflicts, { conflicts })}</strong></p>}
      <p><a href={`/admin/collections/debit-batches/${batch}/overview`}>{t.seeBatch}</a></p>
    </>
  )
}
