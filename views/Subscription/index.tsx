import { formatDate } from '../../src/domain/localDate'
import { proposedEnd } from '../../src/operations/cancelSubscription'
import { mayDo } from '../../src/access/rights'
import { subscriptionEnd } from '../../src/store/subscriptionEnd'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { CancelOrUndo } from './CancelOrUndo'
import { texts } from './texts'

/** Opzeggen: the end that a notice leads to, and the way back. */
export const CancelSubscription = documentView('cancelSubscription', async ({ req, id, language, today, roles }: DocumentScreen) => {
  const t = texts[language]
  const found = await subscriptionEnd(readConnection(req), id, { isLocked: false })
  if (!found) return <Empty>{t.gone}</Empty>
  return (
    <>
      <p className="kring-lead">{filled(t.running, { holder: found.holderName, type: found.title, date: formatDate(found.startDate, language) })} {filled(t.terms, { months: found.noticeMonths })}</p>
      <Figures>
        <Figure label={t.invoicedUntil} href={`/admin/collections/invoices?where[subscription][equals]=${id}`}>{found.invoicedUntilDate ? <Day date={found.invoicedUntilDate} language={language} /> : t.notInvoiced}</Figure>
        {found.endDate && <Figure label={t.endDate}><Day date={found.endDate} language={language} /></Figure>}
      </Figures>
      <CancelOrUndo subscription={id} today={today} noticeDate={found.noticeDate} endDate={found.endDate} proposed={await proposedEnd(req, { subscription: id, noticeDate: today })} mayChange={mayDo(roles, 'subscriptions', 'update')} language={language} />
    </>
  )
})
