import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { PaidCancelled as Paid } from '../../src/store/paidCancelled'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { texts } from './texts'

/** Batches that the bank paid although they were cancelled here, and what to do about it. */
export const PaidCancelled = ({ batches, language }: { readonly batches: readonly Paid[]; readonly language: Language }) => {
  const t = texts[language]
  return batches.map(({ id, messageId, receivedCents }) => (
    <Notice key={id} tone="wrong">
      {filled(t.paidCancelled, { id: messageId, amount: formatEuro(receivedCents, language) })} <a href={`/admin/collections/debit-batches/${id}/overview`}>{t.mendBatch}</a>
    </Notice>
  ))
}
