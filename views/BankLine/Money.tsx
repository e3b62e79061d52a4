import { mayDo, type Role } from '../../src/access/rights'
import type { Language } from '../../src/i18n/text'
import type { MoneyOfLine } from '../../src/store/bankLineOverview'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { filled } from '../parts/filled'
import { Table } from '../parts/Table'
import { texts } from './texts'

type Props = { readonly money: { readonly count: number; readonly rows: readonly MoneyOfLine[] }; readonly roles: readonly Role[]; readonly language: Language }

/** The payments and donations that came of the line, and what took them back. */
export const Money = ({ money: { count, rows }, roles, language }: Props) => {
  const t = texts[language]
  if (count === 0) return null
  return (
    <section id="gevolgen">
      <h2>{t.money}</h2>
      <Table name="line-money" rows={rows.filter(({ collection }) => mayDo(roles, collection, 'read'))} keyOf={({ collection, id }) => `${collection}-${id}`} empty="" columns={[
        { title: t.bookingDate, render: ({ date }) => <Day date={date} language={language} /> },
        { title: t.what, render: ({ collection, id, isReversal, about }) => <a href={`/admin/collections/${collection}/${id}`}>{filled(isReversal ? t[`${collection}Back`] : t[collection], { about })}</a> },
        { title: t.who, render: ({ name, instruction }) => <>{name}{instruction && <> · <a href={`/admin/collections/debit-instructions/${instruction}`}>{t.debit}</a></>}</> },
        { title: t.amount, isNumber: true, render: ({ amountCents }) => <Amount cents={amountCents} language={language} /> },
      ]} />
      {count > rows.length && <p className="kring-hint">{filled(t.more, { count: count - rows.length })}</p>}
    </section>
  )
}
