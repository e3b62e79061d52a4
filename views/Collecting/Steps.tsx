import { formatDate, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import { filled } from '../parts/filled'
import { Prepare } from './Prepare'
import { texts } from './texts'

/** The monthly process in its order: invoices, instructions, batch (seed 004). */
export const Steps = ({ waiting, untold, toldLate, until, language }: { readonly waiting: number; readonly untold: number; readonly toldLate: number; readonly until: LocalDate; readonly language: Language }) => {
  const t = texts[language]
  return (
    <ol className="kring-steps">
      <li><strong>{t.stepInvoices}</strong> {waiting > 0 ? <a href="/admin/factuurronde">{filled(t.stepInvoicesTo, { count: waiting })}</a> : <span>{t.stepInvoicesDone}</span>}</li>
      <li><strong>{t.stepInstructions}</strong> <Prepare until={until} language={language} /> <span>{filled(t.stepInstructionsNote, { date: formatDate(until, language) })}</span></li>
      <li><strong>{t.stepNotices}</strong> {untold > 0 ? <a href="/admin/aankondigingen">{filled(t.stepNoticesTo, { count: untold })}</a> : <span>{t.stepNoticesDone}</span>} {toldLate > 0 && <span>{filled(t.stepNoticesLate, { count: toldLate })}</span>}</li>
      <li><strong>{t.stepBatch}</strong> <span>{t.stepBatchNote}</span></li>
    </ol>
  )
}
