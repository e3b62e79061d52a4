import { formatDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { OnlinePayout } from '../../src/store/onlineOverview'
import { filled } from '../parts/filled'
import { texts } from './texts'

/** The payout that brings the payment to the bank, and the bank line that it came by. */
export const Payout = ({ payout, language }: { readonly payout: OnlinePayout | undefined; readonly language: Language }) => {
  const t = texts[language]
  return (
    <section id="uitbetaling">
      <h2>{t.payout}</h2>
      {!payout && <p>{t.noPayout}</p>}
      {payout && !payout.bankLine && <p><a href={`/admin/collections/online-payouts/${payout.id}`}>{filled(t.waiting, { reference: payout.reference })}</a></p>}
      {payout?.bankLine && (
        <p>
          <a href={`/admin/collections/online-payouts/${payout.id}`}>{filled(t.received, { reference: payout.reference })}</a>{' '}
          <a href={`/admin/collections/bank-transactions/${payout.bankLine.id}/overview`}>{filled(t.bankLine, { date: formatDate(payout.bankLine.date, language) })}</a>.
        </p>
      )}
    </section>
  )
}
