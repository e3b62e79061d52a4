'use client'
import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formatDate, type LocalDate } from '../../src/domain/localDate'
import { formatEuro, sumCents, type Cents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { NotReminded, SentReminders } from '../../src/operations/sendReminders'
import { Empty } from '../parts/Empty'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson, type Answer } from '../parts/postJson'
import { problemWords } from './problemWords'
import { SentNotice } from './SentNotice'
import { texts } from './texts'

export type Row = {
  readonly invoice: number; readonly number: string; readonly debtor: number; readonly debtorName: string; readonly dueDate: LocalDate; readonly lastRemindedOn: LocalDate | undefined
  readonly stepTitle: string; readonly channel: 'mail' | 'letter'; readonly openCents: Cents; readonly problem: NotReminded['reason'] | undefined
}
type Props = { readonly rows: readonly Row[]; readonly empty: string; readonly language: Language }

/** The list with its ticks and the button; who cannot be reached is shown with why and cannot be ticked. */
export const SendList = ({ rows, empty, language }: Props) => {
  const t = texts[language]
  const router = useRouter()
  const [unticked, setUnticked] = useState<ReadonlySet<number>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer<SentReminders>>()
  const [message, setMessage] = useState<string>()
  const [keys] = useState(() => new Map<string, string>())
  const sendable = rows.filter(({ problem }) => problem === undefined)
  const ticked = sendable.filter(({ invoice }) => !unticked.has(invoice))
  const toggle = (ids: readonly number[], isOn: boolean) => setUnticked(new Set(isOn ? [...unticked].filter((id) => !ids.includes(id)) : [...unticked, ...ids]))
  const send = async () => {
    if (ticked.length === 0) return setMessage(t.nothingSelected)
    setBusy(true)
    setMessage(undefined)
    const invoices = ticked.map(({ invoice }) => invoice)
    // The same choice again, after an answer that was lost, is the same command.
    const idempotencyKey = keys.get(invoices.join()) ?? crypto.randomUUID()
    keys.set(invoices.join(), idempotencyKey)
    setAnswer(await postJson<SentReminders>('/api/reminders/send', { invoices, idempotencyKey }, t.failed))
    setBusy(false)
    router.refresh()
  }
  return (
    <section id="lijst">
      {answer && <SentNotice answer={answer} language={language} />}
      {message && <Notice tone="wrong">{message}</Notice>}
      {rows.length === 0 ? <Empty>{empty}</Empty> : (
        <>
          <div className="kring-bar">
            <Button disabled={isBusy} onClick={() => void send()} type="button">{isBusy ? t.busy : t.send}</Button>
            <span>{filled(t.selected, { count: ticked.length, total: formatEuro(sumCents(ticked.map(({ openCents }) => openCents)), language) })}</span>
          </div>
          <div className="kring-scroll"><table className="kring-table" data-list="remindable">
            <thead><tr>
              <th><input type="checkbox" aria-label={t.selectAll} checked={unticked.size === 0} onChange={(event) => toggle(sendable.map(({ invoice }) => invoice), event.target.checked)} /></th>
              <th>{t.debtor}</th><th>{t.invoice}</th><th>{t.due}</th><th>{t.last}</th><th>{t.step}</th><th>{t.channel}</th><th className="number">{t.open}</th>
            </tr></thead>
            <tbody>{rows.map((row) => (
              <tr key={row.invoice}>
                <td><input type="checkbox" aria-label={`${row.debtorName} ${row.number}`} disabled={row.problem !== undefined} checked={row.problem === undefined && !unticked.has(row.invoice)} onChange={(event) => toggle([row.invoice], event.target.checked)} /></td>
                <td><a href={`/admin/collections/relations/${row.debtor}/card`}>{row.debtorName}</a></td>
                <td><a href={`/admin/collections/invoices/${row.invoice}/overview`}>{row.number}</a></td>
                <td>{formatDate(row.dueDate, language)}</td>
                <td>{row.lastRemindedOn && formatDate(row.lastRemindedOn, language)}</td>
                <td>{row.stepTitle}</td>
                <td>{row.problem ? <span className="kring-status ended">{t[problemWords[row.problem]]}</span> : t[row.channel]}</td>
                <td className="number">{formatEuro(row.openCents, language)}</td>
              </tr>
            ))}</tbody>
          </table></div>
        </>
      )}
    </section>
  )
}
