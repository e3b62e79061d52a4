import { addMonths, formatDate } from '../../src/domain/localDate'
import { dormantAfterMonths } from '../../src/domain/mandate'
import { mandateState, purgeNotBefore } from '../../src/domain/mandateLife'
import { endpointRights, type Role } from '../../src/access/rights'
import type { Language } from '../../src/i18n/text'
import { changesOfMandate, debitsOfMandate, mandateHead, type MandateHead } from '../../src/store/mandateLife'
import { noticesOfMandate } from '../../src/store/preNotifications'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { History } from './History'
import { MandateActions } from './MandateActions'
import { texts } from './texts'

/** The life line of a mandate: what it is today in one sentence, what can be done with it, and all that happened. */
export const Mandate = documentView('mandate', async ({ req, id, language, roles, today }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const head = await mandateHead(tx, id, today)
  if (!head) return <Empty>{t.gone}</Empty>
  const [debits, changes, notices] = [await debitsOfMandate(tx, id), await changesOfMandate(tx, id), await noticesOfMandate(tx, id)]
  const state = mandateState(head, today)
  const mayChange = (endpointRights['mandates.change'] as readonly Role[]).some((role) => roles.includes(role))
  const instructions = `/admin/collections/debit-instructions?where[mandate][equals]=${id}`
  return (
    <>
      <p className="kring-lead">{head.reference} {t.of} <a href={`/admin/collections/relations/${head.debtor}/card`}>{head.debtorName}</a> {t.at} {head.creditorTitle}</p>
      <Notice tone={state === 'active' ? 'good' : state === 'blocked' || state === 'dormant' ? 'wrong' : 'plain'}>{sentence(head, state, language)}</Notice>
      {mayChange && head.status !== 'terminated' && (
        <MandateActions id={id} status={head.status} isUsed={head.isUsed} iban={head.iban} accountHolder={head.accountHolder} reference={head.reference}
          planned={head.planned} underWay={head.underWay} pledges={head.pledges} language={language} />
      )}
      <Figures>
        <Figure label={t.lastDebit} href={instructions}>{head.lastDueDate ? <Day date={head.lastDueDate} language={language} /> : t.never}</Figure>
        <Figure label={t.planned} href={`${instructions}&where[status][equals]=planned`}>{head.planned}</Figure>
        <Figure label={t.underWay} href={`${instructions}&where[status][in]=batched,submitted`}>{head.underWay}</Figure>
        <Figure label={t.points} href={`${instructions}&where[status][equals]=returned`}>{head.autoStopPoints === null ? head.returnPoints : filled(t.ofPoints, { points: head.returnPoints, most: head.autoStopPoints })}</Figure>
      </Figures>
      <History head={head} debits={debits} changes={changes} notices={notices} language={language} />
    </>
  )
})

function sentence(head: MandateHead, state: ReturnType<typeof mandateState>, language: Language): string {
  const t = texts[language]
  const purge = purgeNotBefore(head)
  return filled(t[state], {
    date: formatDate(head.endedOn ?? addMonths(head.lastDueDate ?? head.signedOn, dormantAfterMonths), language),
    reason: state === 'blocked' ? (head.blockReason ?? t.noReason) : head.endReason ? ` (${head.endReason})` : '',
    purge: purge ? formatDate(purge, language) : '',
  })
}
