import { mayDo } from '../../src/access/rights'
import { formatIban } from '../../src/formats/iban'
import type { Relation } from '../../src/payload-types'
import { followUpsOf } from '../../src/store/followUps'
import { instructionsOfRelation, invoicesOfRelation, mandatesOfRelation } from '../../src/store/relationCard'
import { readConnection } from '../../src/store/transaction'
import type { DocumentScreen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { FollowUps, followUpKinds } from '../parts/FollowUps'
import { StatusWord } from '../parts/StatusWord'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** What the relation owes, under which mandates it pays, and every debit. */
export const MoneyTab = async ({ req, id, language, roles, relation }: DocumentScreen & { readonly relation: Relation }) => {
  const t = texts[language]
  const followUps = await followUpsOf(readConnection(req), { relation: id, kinds: followUpKinds(roles) })
  return (
    <>
      <h2>{t.invoicesTitle}</h2>
      <Table rows={await invoicesOfRelation(readConnection(req), id)} keyOf={(row) => row.id} empty={t.noInvoices} name="invoices" columns={[
        { title: t.invoice, render: (row) => <a href={`/admin/collections/invoices/${row.id}`}>{row.number}</a> },
        { title: t.date, render: (row) => <Day date={row.invoiceDate} language={language} /> },
        { title: t.description, render: (row) => row.description },
        { title: t.status, render: (row) => <StatusWord status={row.status} language={language} /> },
        { title: t.total, isNumber: true, render: (row) => <Amount cents={row.totalCents} language={language} /> },
        { title: t.open, isNumber: true, render: (row) => <Amount cents={row.openCents} language={language} /> },
      ]} />
      {mayDo(roles, 'mandates', 'read') && <Mandates rows={await mandatesOfRelation(readConnection(req), id)} language={language} mayAdd={mayDo(roles, 'mandates', 'create')} />}
      {mayDo(roles, 'debit-instructions', 'read') && <Debits rows={await instructionsOfRelation(readConnection(req), id)} language={language} />}
      {followUps.length > 0 && <FollowUps rows={followUps} search={relation.displayName ?? ''} roles={roles} language={language} />}
    </>
  )
}

type Of<Read extends (...args: never[]) => Promise<unknown>> = { readonly rows: Awaited<ReturnType<Read>>; readonly language: DocumentScreen['language'] }

const Mandates = ({ rows, language, mayAdd }: Of<typeof mandatesOfRelation> & { readonly mayAdd: boolean }) => {
  const t = texts[language]
  return (
    <>
      <h2>{t.mandatesTitle}</h2>
      <Table rows={rows} keyOf={(row) => row.id} empty={t.noMandates} columns={[
        { title: t.reference, render: (row) => <a href={`/admin/collections/mandates/${row.id}`}>{row.reference}</a> },
        { title: t.iban, render: (row) => formatIban(row.iban) },
        { title: t.signedOn, render: (row) => <Day date={row.signedOn} language={language} /> },
        { title: t.status, render: (row) => <StatusWord status={row.status} language={language} /> },
      ]} />
      {mayAdd && <p><a href="/admin/collections/mandates/create">{t.addMandate}</a></p>}
    </>
  )
}

const Debits = ({ rows, language }: Of<typeof instructionsOfRelation>) => {
  const t = texts[language]
  return (
    <>
      <h2>{t.debitsTitle}</h2>
      <Table rows={rows} keyOf={(row) => row.id} empty={t.noDebits} name="debits" columns={[
        { title: t.collectionDate, render: (row) => <Day date={row.collectionDate} language={language} /> },
        { title: t.description, render: (row) => <a href={row.batch ? `/admin/collections/debit-batches/${row.batch}/overview#opdracht-${row.id}` : `/admin/collections/debit-instructions/${row.id}`}>{row.description}</a> },
        { title: t.status, render: (row) => <><StatusWord status={row.status} language={language} /> {row.returnReason}{row.bankLine !== null && <> <a href={`/admin/collections/bank-transactions/${row.bankLine}/overview`}>{t.bankLine}</a></>}</> },
        { title: t.amount, isNumber: true, render: (row) => <Amount cents={row.amountCents} language={language} /> },
      ]} />
    </>
  )
}
