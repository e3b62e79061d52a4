'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { formatDate, type LocalDate } from '../../src/domain/localDate'
import { formatEuro, sumCents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { CreatedBatches } from '../../src/operations/createBatches'
import type { Collectable } from '../../src/operations/collectable'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { Outcome } from './Outcome'
import { texts } from './texts'

type Props = Collectable & { readonly creditor: number; readonly until: LocalDate; readonly language: Language }

/** The list with its ticks and the button. The key makes a double click one batch. */
export const CollectingList = ({ creditor, until, language, instructions, lateCount, earliestCollectionDate }: Props) => {
  const t = texts[language]
  const [unticked, setUnticked] = useState<ReadonlySet<number>>(new Set())
  const [shiftLate, setShiftLate] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const [made, setMade] = useState<CreatedBatches>()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const ticked = instructions.filter(({ id }) => !unticked.has(id))
  const toggle = (ids: readonly number[], isOn: boolean) =>
    setUnticked(new Set(isOn ? [...unticked].filter((id) => !ids.includes(id)) : [...unticked, ...ids]))
  const create = async () => {
    if (ticked.length === 0) return setMessage(t.nothingSelected)
    setBusy(true)
    const answer = await postJson<CreatedBatches>('/api/debit-batches/create',
      { creditor, until, shiftLate, idempotencyKey, instructions: ticked.map(({ id }) => id) }, t.failed)
    setBusy(false)
    setMessage(answer.ok ? undefined : answer.message)
    if (answer.ok) setMade(answer.data)
  }
  if (made) return <Outcome made={made} language={language} />
  return (
    <section id="lijst">
      {lateCount > 0 && (
        <Notice tone="plain">
          <p>{filled(t.lateNotice, { count: lateCount, date: formatDate(earliestCollectionDate, language) })}</p>
          <label><input type="checkbox" checked={shiftLate} onChange={(event) => setShiftLate(event.target.checked)} /> {t.shift}</label>
        </Notice>
      )}
      {message && <Notice tone="wrong">{message}</Notice>}
      <div className="kring-bar">
        <Button disabled={isBusy} onClick={create} type="button">{isBusy ? t.busy : t.create}</Button>
        <span>{filled(t.selected, { count: ticked.length, total: formatEuro(sumCents(ticked.map(({ amountCents }) => amountCents)), language) })}</span>
      </div>
      <div className="kring-scroll"><table className="kring-table" data-list="collectable">
        <thead><tr>
          <th><input type="checkbox" aria-label={t.selectAll} checked={unticked.size === 0} onChange={(event) => toggle(instructions.map(({ id }) => id), event.target.checked)} /></th>
          <th>{t.date}</th><th>{t.debtor}</th><th>{t.description}</th><th>{t.delivery}</th><th className="number">{t.amount}</th>
        </tr></thead>
        <tbody>{instructions.map((one) => (
          <tr key={one.id}>
            <td><input type="checkbox" aria-label={`${one.debtorName} ${one.description}`} checked={!unticked.has(one.id)} onChange={(event) => toggle([one.id], event.target.checked)} /></td>
            <td>{formatDate(one.collectionDate, language)}</td>
            <td><a href={`/admin/collections/relations/${one.debtor}/card`}>{one.debtorName}</a></td>
            <td><a href={one.invoice ? `/admin/collections/invoices/${one.invoice}` : `/admin/collections/pledges/${one.pledge}`}>{one.description}</a></td>
            <td>{one.isLate ? <span className="kring-status ended">{formatDate(one.latestDeliveryDate, language)} ({t.late})</span> : formatDate(one.latestDeliveryDate, language)}</td>
            <td className="number">{formatEuro(one.amountCents, language)}</td>
          </tr>
        ))}</tbody>
      </table></div>
    </section>
  )
}
