import { formatDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { Conflict } from '../../src/store/bankLineConflicts'
import { filled } from '../parts/filled'
import { texts } from './texts'

/** What does not fit what is known, what to do, and where to look. */
export const ConflictWords = ({ conflict, language }: { readonly conflict: Conflict; readonly language: Language }) => {
  const t = texts[language]
  const { kind, debtorName: name, date, amountCents, instruction, earlierLine, batch } = conflict
  const isOfBatch = kind === 'paidCancelled' || kind === 'paidTwice'
  return (
    <p>
      <strong>{filled(t[kind], { name, date: date ? formatDate(date, language) : '', debit: amountCents === undefined ? '' : formatEuro(amountCents, language) })}</strong>
      {instruction !== undefined && <> <a href={`/admin/collections/debit-instructions/${instruction}`}>{t.toDebit}</a></>}
      {earlierLine !== undefined && <> <a href={`/admin/collections/bank-transactions/${earlierLine}/overview`}>{t.toEarlier}</a></>}
      {isOfBatch && batch !== undefined && <> <a href={`/admin/collections/debit-batches/${batch}/overview`}>{t.toBatch}</a></>}
    </p>
  )
}
