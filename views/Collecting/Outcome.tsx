'use client'
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
        {made.batches.map((batch) => (
          <p key={batch.id}>
            {batch.messageId}: {filled(t.selectedIn, { count: batch.instructionCount, total: formatEuro(batch.totalCents, language) })}{' · '}
            <a href={`/api/debit-batches/${batch.id}/file`} download>{filled(t.download, { id: batch.messageId })}</a>{' · '}
            <a href={`/admin/collections/debit-batches/${batch.id}/overview`}>{t.open}</a>
          </p>
        ))}
      </Notice>
      {made.left.length > 0 && (
        <Notice tone="plain">
          <p>{filled(t.left, { count: made.left.length })}</p>
          <ul>{made.left.map((one) => (
            <li key={one.instruction}><a href={`/admin/collections/debit-instructions/${one.instruction}`}>{formatEuro(one.amountCents, language)}</a>: {text(language, one.reason)}</li>
          ))}</ul>
        </Notice>
      )}
    </section>
  )
}
