'use client'
import { formatDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import { text, type Language } from '../../src/i18n/text'
import type { CreatedBatches } from '../../src/operations/createBatches'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { texts } from './texts'

/** The batches that were made, their files, and what was left with the reason. */
export const Outcome = ({ made, language }: { readonly made: CreatedBatches; readonly language: Language }) => {
  const t = texts[language]
  return (
    <section>
      <Notice tone="good">
        <p>{filled(t.created, { count: made.batches.length })}</p>
        {made.shifted && <p>{filled(t.shifted, { count: made.shifted.count, date: formatDate(made.shifted.date, language) })}</p>}
        {made.batches.map((batch) => (
          <p key={batch.id}>
            {filled(t.selectedIn, { count: batch.instructionCount, total: formatEuro(batch.totalCents, language) })}{' · '}
            <a href={`/api/debit-batches/${batch.id}/file`} download>{filled(t.download, { id: batch.messageId })}</a>{' · '}
            <a href={`/admin/collections/debit-batches/${batch.id}/overview`}>{t.open}</a>
          </p>
        ))}
      </Notice>
      {made.leftCounts.length > 0 && (
        <Notice tone="plain">
          <p>{t.left}</p>
          <ul>{made.leftCounts.map(({ reason, count, totalCents }) => (
            <li key={reason}>{filled(t.leftOf, { count, total: formatEuro(totalCents, language) })} {text(language, reason)}</li>
          ))}</ul>
        </Notice>
      )}
    </section>
  )
}
