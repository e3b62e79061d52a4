import type { Language } from '../../src/i18n/text'
import type { ToldBooking } from '../../src/operations/bankWorkPage'
import { Amount } from '../parts/Amount'
import { filled } from '../parts/filled'
import { Moment } from '../parts/Moment'
import { Table } from '../parts/Table'
import { texts } from './texts'

/** What the line was booked as, part by part, with why, by whom and when; also what was undone. */
export const Bookings = ({ bookings, language }: { readonly bookings: readonly ToldBooking[]; readonly language: Language }) => {
  const t = texts[language]
  return (
    <section id="geboekt">
      <h2>{t.bookings}</h2>
      <Table name="line-bookings" rows={bookings} keyOf={({ id }) => id} empty={t.notBooked} columns={[
        { title: t.bookedAs, render: ({ href, label, note }) => <>{href ? <a href={href}>{label}</a> : label}{note && <div className="kring-hint">{note}</div>}</> },
        { title: t.amount, isNumber: true, render: ({ amountCents }) => <Amount cents={amountCents} language={language} /> },
        { title: t.why, render: ({ why }) => t[why] },
        { title: t.by, render: ({ bookedBy, bookedAt }) => <>{bookedBy ?? 'Kring'}, <Moment at={bookedAt} language={language} /></> },
        { title: t.undone, render: ({ undoneAt, undoneBy }) => undoneAt && <span className="kring-status ended">{filled(t.undoneBy, { name: undoneBy ?? 'Kring' })} <Moment at={undoneAt} language={language} /></span> },
      ]} />
    </section>
  )
}
