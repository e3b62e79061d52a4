import type { Language } from '../../src/i18n/text'
import type { DetailOfLine } from '../../src/store/bankLineOverview'
import { Amount } from '../parts/Amount'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** What is inside the line, as a notification (camt.054) told it. */
export const Details = ({ details, language }: { readonly details: readonly DetailOfLine[]; readonly language: Language }) => {
  const t = texts[language]
  return (
    <section id="specificatie">
      <h2>{t.details}</h2>
      <Table name="line-details" rows={details} keyOf={({ id }) => id} empty="" columns={[
        { title: t.counterName, render: ({ counterName, description }) => <>{counterName}{description && <div className="kring-hint">{description}</div>}</> },
        { title: t.endToEndId, render: ({ endToEndId, instruction }) => (instruction ? <a href={`/admin/collections/debit-instructions/${instruction}`}>{endToEndId}</a> : endToEndId) },
        { title: t.returnReason, render: ({ returnReason }) => returnReason },
        { title: t.amount, isNumber: true, render: ({ amountCents }) => <Amount cents={amountCents} language={language} /> },
      ]} />
    </section>
  )
}
