import type { Language } from '../../src/i18n/text'
import type { BatchHistory } from '../../src/store/batchOverview'
import { filled } from '../parts/filled'
import { Moment } from '../parts/Moment'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** Who made, fetched, sent, refused and took back what, the latest first. */
export const History = ({ history, language }: { readonly history: readonly BatchHistory[]; readonly language: Language }) => {
  const t = texts[language]
  return (
    <section id="geschiedenis">
      <h2>{t.history}</h2>
      <Table name="history" rows={history} keyOf={({ at, kind, instruction }) => `${at} ${kind} ${instruction}`} empty={t.noHistory} columns={[
        { title: t.when, render: ({ at }) => <Moment at={at} language={language} /> },
        { title: t.what, render: ({ kind }) => t[kind] },
        { title: t.who, render: ({ actor }) => actor ?? t.bankOrKring },
        { title: t.details, render: (event) => detailOf(event, t) },
      ]} />
    </section>
  )
}

type Texts = typeof texts[Language]

function detailOf({ instruction, endToEndId, detail }: BatchHistory, t: Texts) {
  const reason = [detail['reason'], detail['refusedByBank']].find((value) => typeof value === 'string' && value !== '')
  return (
    <>
      {instruction !== null && <a href={`/admin/collections/debit-instructions/${instruction}`}>{endToEndId}</a>}
      {instruction !== null && reason !== undefined && ' – '}
      {reason !== undefined && String(reason)}
      {typeof detail['fileName'] === 'string' && filled(t.report, { file: detail['fileName'], refused: Number(detail['refused'] ?? 0), conflicts: Number(detail['conflicts'] ?? 0) })}
    </>
  )
}
