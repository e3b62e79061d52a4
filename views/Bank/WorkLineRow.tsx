'use client'
import { Button } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { formatDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import { formatIban } from '../../src/formats/iban'
import type { Language } from '../../src/i18n/text'
import type { WorkRow } from '../../src/operations/bankWorkPage'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { acceptAct, twinAct } from './acts'
import { texts } from './texts'
import type { Act } from './useWork'
import { WhatFor } from './WhatFor'

type Props = {
  readonly row: WorkRow
  readonly tick: { readonly isOn: boolean; readonly set: (isOn: boolean) => void } | undefined
  readonly isActive: boolean
  /** Whether Tab comes here first. */
  readonly isFirst: boolean
  readonly isOpen: boolean
  readonly isWorkable: boolean
  readonly isBusy: boolean
  readonly message: string | undefined
  readonly columns: number
  readonly language: Language
  readonly onAct: (act: Act) => void
  readonly onAccept: () => void
  readonly onOpen: () => void
  readonly onFocus: () => void
  /** The panel of the line, when it is open. */
  readonly children: ReactNode
}

/** A line with what it may be, and below it what the server refused and its panel. */
export const WorkLineRow = (props: Props) => {
  const { row, tick, isActive, isFirst, isOpen, message, columns, language, onFocus, children } = props
  const { line } = row
  const t = texts[language]
  const [amount, name] = [formatEuro(line.amountCents, language), line.counterName ?? t.unnamed]
  return (
    <>
      <tr data-line={line.id} tabIndex={isFirst ? 0 : -1} aria-current={isActive || undefined} onFocus={onFocus} className={isOpen ? 'opened' : undefined}>
        {tick && <td><input type="checkbox" aria-label={filled(t.tick, { amount, name })} checked={tick.isOn} onChange={({ target }) => tick.set(target.checked)} /></td>}
        <td data-label={t.date} className="kring-amount"><a href={`/admin/collections/bank-transactions/${line.id}/overview`} aria-label={`${formatDate(line.bookingDate, language)}: ${filled(t.viewOf, { amount, name })}`}>{formatDate(line.bookingDate, language)}</a></td>
        <td data-label={t.counterparty}>{line.counterName ?? <span className="kring-hint">{t.unnamed}</span>}{line.counterIban && <div className="kring-hint">{formatIban(line.counterIban)}</div>}</td>
        <td data-label={t.description} className="kring-told">{line.description}{line.returnReason && <div className="kring-hint">{line.returnReason}</div>}</td>
        <td data-label={t.amount} className="number"><span className="kring-amount">{amount}</span></td>
        <td data-label={t.whatFor}><WhatFor row={row} language={language} /></td>
        <td className="kring-actions"><Actions {...props} /></td>
      </tr>
      {message && <tr><td colSpan={columns}><Notice tone="wrong">{message}</Notice></td></tr>}
      {children && <tr className="opened"><td colSpan={columns}>{children}</td></tr>}
    </>
  )
}

const Actions = ({ row, isWorkable, isOpen, isBusy, language, onAct, onAccept, onOpen }: Props) => {
  const t = texts[language]
  const { line, proposals: [first] } = row
  const [amount, name] = [formatEuro(line.amountCents, language), line.counterName ?? t.unnamed]
  if (line.status !== 'open') return <a href={`/admin/collections/bank-transactions/${line.id}/overview`} aria-label={filled(t.viewOf, { amount, name })}>{t.view}</a>
  if (!isWorkable) return null
  if (line.twin) return (
    <>
      <Button type="button" size="small" disabled={isBusy} onClick={() => onAct(twinAct(line, true, language))}>{t.same}</Button>
      <Button type="button" size="small" buttonStyle="secondary" disabled={isBusy} onClick={() => onAct(twinAct(line, false, language))}>{t.another}</Button>
    </>
  )
  return (
    <>
      {first && acceptAct(row, language) && (
        <Button type="button" size="small" buttonStyle={first.certainty === 'likely' ? 'primary' : 'secondary'} disabled={isBusy} aria-label={filled(t.acceptOf, { amount, label: first.parts.map(({ label }) => label).join(' + ') })} onClick={onAccept}>{t.accept}</Button>
      )}
      <Button type="button" size="small" buttonStyle="secondary" disabled={isBusy} aria-label={filled(t.otherOf, { amount, name })} extraButtonProps={{ 'aria-expanded': isOpen }} onClick={onOpen}>{t.other}</Button>
    </>
  )
}
