import { mayDo } from '../../src/access/rights'
import { paymentReference } from '../../src/domain/paymentReference'
import { pledgesOfRelation, subscriptionsOfRelation, type CardPledge } from '../../src/store/relationCard'
import { readConnection } from '../../src/store/transaction'
import type { DocumentScreen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** What the relation bought and what it promised to give. */
export const SubscriptionsTab = async ({ req, id, language, roles }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  return (
    <>
      <h2>{t.subscriptionsTitle}</h2>
      <Table rows={await subscriptionsOfRelation(tx, id)} keyOf={(row) => row.id} empty={t.noSubscriptions} columns={[
        { title: t.type, render: (row) => <a href={`/admin/collections/subscriptions/${row.id}`}>{row.type}</a> },
        { title: t.from, render: (row) => <Day date={row.startDate} language={language} /> },
        { title: t.until, render: (row) => (row.endDate ? <Day date={row.endDate} language={language} /> : t.present) },
        { title: t.invoicedUntil, render: (row) => row.invoicedUntilDate && <Day date={row.invoicedUntilDate} language={language} /> },
        { title: t.price, isNumber: true, render: (row) => <Amount cents={row.priceCents} language={language} /> },
      ]} />
      {mayDo(roles, 'subscriptions', 'create') && <p><a href="/admin/collections/subscriptions/create">{t.addSubscription}</a></p>}
      {mayDo(roles, 'pledges', 'read') && <Pledges rows={await pledgesOfRelation(tx, id)} language={language} mayAdd={mayDo(roles, 'pledges', 'create')} />}
    </>
  )
}

type PledgesProps = { readonly rows: readonly CardPledge[]; readonly language: DocumentScreen['language']; readonly mayAdd: boolean }

const Pledges = ({ rows, language, mayAdd }: PledgesProps) => {
  const t = texts[language]
  const frequencies: Readonly<Record<string, string>> = { once: t.once, monthly: t.monthly, quarterly: t.quarterly, halfYearly: t.halfYearly, yearly: t.yearly }
  return (
    <>
      <h2>{t.pledgesTitle}</h2>
      <Table rows={rows} keyOf={(row) => row.id} empty={t.noPledges} columns={[
        { title: t.fund, render: (row) => <a href={`/admin/collections/pledges/${row.id}`}>{row.fund}</a> },
        { title: t.paymentReference, render: (row) => <code>{paymentReference('pledge', row.number)}</code> },
        { title: t.frequency, render: (row) => frequencies[row.frequency] ?? row.frequency },
        { title: t.from, render: (row) => <Day date={row.startDate} language={language} /> },
        { title: t.until, render: (row) => (row.endDate ? <Day date={row.endDate} language={language} /> : t.present) },
        { title: t.amount, isNumber: true, render: (row) => <Amount cents={row.amountCents} language={language} /> },
        { title: t.received, isNumber: true, render: (row) => <Amount cents={row.receivedCents} language={language} /> },
      ]} />
      {mayAdd && <p><a href="/admin/collections/pledges/create">{t.addPledge}</a></p>}
    </>
  )
}
