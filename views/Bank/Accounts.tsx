import { formatIban } from '../../src/formats/iban'
import type { Language } from '../../src/i18n/text'
import type { BankAccount } from '../../src/store/bankAccounts'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Table } from '../parts/Table'
import { addressOf, type Asked } from './address'
import { texts } from './texts'

/** Each account: up to which day its statements are here, what waits to be confirmed, and how much is open. */
export const Accounts = ({ accounts, asked, language }: { readonly accounts: readonly BankAccount[]; readonly asked: Asked; readonly language: Language }) => {
  const t = texts[language]
  return (
    <section id="rekeningen">
      <Table name="bank-accounts" rows={accounts} keyOf={({ creditor }) => creditor} empty={<>{t.noAccounts} <a href="/admin/collections/creditors">→</a></>} columns={[
        { title: t.account, render: ({ title, iban }) => <>{title}<div className="kring-hint">{formatIban(iban)}</div></> },
        { title: t.last, render: ({ last }) => (last ? <a href={`/admin/collections/bank-statements/${last.statement}/lines`}><Day date={last.date} language={language} /></a> : t.noStatement) },
        { title: t.balance, isNumber: true, render: ({ last }) => last && <Amount cents={last.balanceCents} language={language} /> },
        { title: t.waiting, render: ({ waiting }) => waiting.map(({ statement, title }) => <div key={statement}><a className="kring-status ended" href={`/admin/collections/bank-statements/${statement}/lines`}>{title}</a></div>) },
        { title: t.openLines, isNumber: true, render: ({ creditor, openCount }) => <a href={addressOf({ ...asked, filter: { creditor } }, {})}>{openCount.toLocaleString(language)}</a> },
        { title: t.together, isNumber: true, render: ({ openCents }) => <Amount cents={openCents} language={language} /> },
      ]} />
    </section>
  )
}
