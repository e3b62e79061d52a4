import type { ReactNode } from 'react'
import { formatDate, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { ChangeOfMandate, MandateDebit, MandateHead } from '../../src/store/mandateLife'
import type { noticesOfMandate } from '../../src/store/preNotifications'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { filled } from '../parts/filled'
import { StatusWord } from '../parts/StatusWord'
import { Table } from '../parts/Table'
import { texts } from './texts'

type Told = Awaited<ReturnType<typeof noticesOfMandate>>[number]
type Props = { readonly head: MandateHead; readonly debits: readonly MandateDebit[]; readonly changes: readonly ChangeOfMandate[]; readonly notices: readonly Told[]; readonly language: Language }
type Event = { readonly key: string; readonly on: LocalDate; readonly what: ReactNode; readonly amount?: ReactNode }

/** Everything that happened to a mandate, newest first. */
export const History = ({ head, debits, changes, notices, language }: Props) => {
  const t = texts[language]
  const events: readonly Event[] = [
    ...(head.endedOn ? [{ key: 'end', on: head.endedOn, what: filled(t.ended, { reason: head.endReason ? `: ${head.endReason}` : '' }) }] : []),
    ...debits.map((debit) => ({ key: `debit ${debit.id}`, on: debit.date, what: <Debit debit={debit} language={language} />, amount: <Amount cents={debit.amountCents} language={language} /> })),
    ...changes.map(({ id, on, was, is, by }) => ({ key: `change ${id}`, on, what: `${filled(t.changed, { was: was.join(', '), is: is.join(', ') })}${by ? ` ${filled(t.by, { name: by })}` : ''}` })),
    ...notices.map((notice) => ({ key: `notice ${notice.id}`, on: notice.announcedOn, what: announced(notice, language), amount: <Amount cents={notice.amountCents} language={language} /> })),
    { key: 'signed', on: head.signedOn, what: t.signed },
  ]
  return (
    <section id="gebeurd">
      <h2>{t.history}</h2>
      <Table name="history" rows={events.toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))} keyOf={({ key }) => key} empty="" columns={[
        { title: t.date, render: ({ on }) => <Day date={on} language={language} /> },
        { title: t.what, render: ({ what }) => what },
        { title: t.amount, isNumber: true, render: ({ amount }) => amount ?? '' },
      ]} />
    </section>
  )
}

const Debit = ({ debit, language }: { readonly debit: MandateDebit; readonly language: Language }) => {
  const t = texts[language]
  const back = debit.returnedOn && filled(t.cameBack, { date: formatDate(debit.returnedOn, language) })
  const notes = [debit.tellsOfChange && t.retold, back, debit.reason && (debit.reasonTitle ? `${debit.reason}: ${debit.reasonTitle}` : debit.reason)].filter(Boolean)
  return (
    <>
      <a href={`/admin/collections/debit-instructions/${debit.id}`}>{filled(t.debit, { description: debit.description })}</a>{' '}
      <StatusWord status={debit.status} language={language} />{notes.length > 0 && ` ${notes.join(', ')}`}
    </>
  )
}

function announced({ channel, firstDate, everyMonths }: Told, language: Language): string {
  const t = texts[language]
  return filled(everyMonths === 0 ? t.announcedOnce : t.announcedSeries, { channel: t[channel], date: formatDate(firstDate, language), months: everyMonths })
}
