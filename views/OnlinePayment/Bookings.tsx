import type { Language } from '../../src/i18n/text'
import type { OnlineBooking } from '../../src/store/onlineOverview'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** What was booked of the payment, each leading to its own row. */
export const Bookings = ({ rows, language }: { readonly rows: readonly OnlineBooking[]; readonly language: Language }) => {
  const t = texts[language]
  return (
    <section id="geboekt">
      <h2>{t.booked}</h2>
      <Table name="bookings" rows={rows} keyOf={({ collection, id }) => `${collection}-${id}`} empty={t.nothingBooked} columns={[
        { title: t.date, render: ({ date }) => <Day date={date} language={language} /> },
        { title: t.what, render: ({ collection, id, isReversal }) => <a href={`/admin/collections/${collection}/${id}`}>{isReversal ? t[`${collection}Back`] : t[collection]}</a> },
        { title: t.amount, isNumber: true, render: ({ amountCents }) => <Amount cents={amountCents} language={language} /> },
      ]} />
    </section>
  )
}
