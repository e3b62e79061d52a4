import { endpointRights, mayDo, type Role } from '../../src/access/rights'
import { formatDate } from '../../src/domain/localDate'
import { text } from '../../src/i18n/text'
import { linkCollections, tellLinkedTo } from '../../src/operations/tellLinkedTo'
import { conflictsOf } from '../../src/store/onlineConflicts'
import { bookingsOf, onlineHead, payoutBringing } from '../../src/store/onlineOverview'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { Bookings } from './Bookings'
import { LinkForm } from './LinkForm'
import { linkAddress } from './linkAddress'
import { Payout } from './Payout'
import { texts } from './texts'

/** An online payment: what it was for, what became of it, and the way to say what it was for where that is not known. */
export const OnlinePayment = documentView('onlinePayment', async ({ req, id, language, roles }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const head = await onlineHead(tx, id)
  const linked = (await tellLinkedTo(req, [id])).get(id)
  if (!head || !linked) return <Empty>{t.gone}</Empty>
  const bookings = (await bookingsOf(tx, id)).filter(({ collection }) => mayDo(roles, collection, 'read'))
  const days = { paidOn: head.paidOn ? formatDate(head.paidOn, language) : '', refundedOn: head.refundedOn ? formatDate(head.refundedOn, language) : '' }
  const mayLink = (endpointRights['onlinePayments.link'] as readonly Role[]).some((role) => roles.includes(role))
  return (
    <>
      <p className="kring-lead">
        {head.provider} {head.reference}{head.description && ` · ${head.description}`}
        {head.payer && <>{' · '}{mayDo(roles, 'relations', 'read') ? <a href={`/admin/collections/relations/${head.payer.id}/card`}>{head.payer.name}</a> : head.payer.name}</>}
      </p>
      <Figures>
        <Figure label={t.amount}><Amount cents={head.amountCents} language={language} /></Figure>
        <Figure label={t.linkedTo} href={linkAddress(linked)}>{linked.label}</Figure>
      </Figures>
      <Notice tone={head.status === 'paid' ? 'good' : 'plain'}>{filled(t[head.status], days)}</Notice>
      {(await conflictsOf(tx, id)).map((told, index) => <Notice key={index} tone="wrong">{text(language, told.conflict)}</Notice>)}
      {linked.kind === 'nothing' && <Notice tone="wrong">{t.orphan}{!mayLink && ` ${t.orphanForOthers}`}</Notice>}
      {linked.kind === 'nothing' && mayLink && (
        <LinkForm id={id} amountCents={head.amountCents} kinds={(['invoice', 'pledge', 'fund'] as const).filter((kind) => mayDo(roles, linkCollections[kind], 'read'))} language={language} />
      )}
      {(mayDo(roles, 'payments', 'read') || linked.kind !== 'invoice') && <Bookings rows={bookings} language={language} />}
      {mayDo(roles, 'online-payouts', 'read') && <Payout payout={await payoutBringing(tx, id)} language={language} />}
    </>
  )
})
