import { amsterdamDate, formatDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { ReadCorrection } from '../../src/store/correctionsOfRelation'
import { Days, daysText } from '../parts/Days'
import { filled } from '../parts/filled'
import { Moment } from '../parts/Moment'
import { Table } from '../parts/Table'
import { texts } from './texts'

const wasText = (one: ReadCorrection, language: Language): string =>
  daysText({ startDate: one.previousStartDate, endDate: one.previousEndDate, countedFromDate: one.previousCountedFromDate, language })

/** Under a period that was corrected: when, by whom, and what was known before. */
export const Corrected = ({ correction, language }: { readonly correction: ReadCorrection | undefined; readonly language: Language }) => {
  if (!correction) return null
  const t = texts[language]
  const values = { date: formatDate(amsterdamDate(new Date(correction.at)), language), by: correction.by ?? t.system, was: wasText(correction, language) }
  return <small style={{ display: 'block' }} title={correction.reason}>{filled(correction.kind === 'added' ? t.correctedNew : t.correctedWas, values)}</small>
}

/** Everything that was corrected, what is no more included: what was known, what is, and why. */
export const Corrections = ({ corrections, language }: { readonly corrections: readonly ReadCorrection[]; readonly language: Language }) => {
  if (corrections.length === 0) return null
  const t = texts[language]
  return (
    <>
      <h2>{t.corrections}</h2>
      <Table name="corrections" rows={corrections} keyOf={(row) => row.id} empty={null} columns={[
        { title: t.when, render: (row) => <Moment at={row.at} language={language} /> },
        { title: t.who, render: (row) => row.by ?? t.system },
        { title: t.at, render: (row) => row.where },
        { title: t.type, render: (row) => row.type },
        { title: t.change, render: (row) => ({ added: t.create, changed: t.update, removed: t.delete })[row.kind] },
        { title: t.was, render: (row) => wasText(row, language) },
        { title: t.is, render: (row) => <Days startDate={row.startDate} endDate={row.endDate} countedFromDate={row.countedFromDate} language={language} /> },
        { title: t.reason, render: (row) => row.reason },
      ]} />
    </>
  )
}
