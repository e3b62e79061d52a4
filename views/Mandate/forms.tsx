'use client'
import { Button } from '@payloadcms/ui'
import { useState, type ReactNode } from 'react'
import type { ChangedMandate } from '../../src/operations/changeMandate'
import type { EndedMandate } from '../../src/operations/endMandate'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import type { MandateFormProps, Send } from './formProps'
import { texts } from './texts'

type Props = MandateFormProps & { readonly send: Send; readonly isBusy: boolean; readonly message: string | undefined }
type FormProps = { readonly message: string | undefined; readonly isBusy: boolean; readonly button: string; readonly busy: string; readonly onSubmit: () => void; readonly children: ReactNode }

/** What is asked, what was refused, and the one button that does it. */
const Form = ({ message, isBusy, button, busy, onSubmit, children }: FormProps) => (
  <form onSubmit={(event) => { event.preventDefault(); onSubmit() }}>
    {message && <Notice tone="wrong">{message}</Notice>}
    {children}
    <Button disabled={isBusy} type="submit">{isBusy ? busy : button}</Button>
  </form>
)

/** Another account, holder or reference. */
export const ChangeForm = ({ language, isUsed, iban, accountHolder, reference, send, isBusy, message }: Props) => {
  const t = texts[language]
  const [given, setGiven] = useState({ iban, accountHolder, reference })
  const input = (name: keyof typeof given, label: string, maxLength: number) => (
    <label>{label}<input required maxLength={maxLength} autoComplete="off" value={given[name]} onChange={(event) => setGiven({ ...given, [name]: event.target.value })} /></label>
  )
  return (
    <Form message={message} isBusy={isBusy} button={t.saveChange} busy={t.busy} onSubmit={() => void send<ChangedMandate>('change', given, ({ isAmendment }) => (isAmendment ? t.changedAmendment : t.changedNow))}>
      <p>{isUsed ? t.changeUsed : t.changeUnused}</p>
      <div className="kring-bar">{input('iban', t.iban, 50)}{input('accountHolder', t.holder, 70)}{input('reference', t.reference, 35)}</div>
    </Form>
  )
}

/** Blocks for a reason, or unblocks. */
export const BlockForm = ({ language, status, send, isBusy, message }: Props) => {
  const t = texts[language]
  const [reason, setReason] = useState('')
  const isBlocked = status === 'blocked'
  const submit = () => void (isBlocked ? send('unblock', {}, () => t.unblockedNow) : send('block', { reason }, () => t.blockedNow))
  return (
    <Form message={message} isBusy={isBusy} button={isBlocked ? t.unblock : t.block} busy={t.busy} onSubmit={submit}>
      <p>{isBlocked ? t.unblockLead : t.blockLead}</p>
      {!isBlocked && <div className="kring-bar"><label>{t.reason}<input required className="kring-sentence" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></label></div>}
    </Form>
  )
}

/** Ends for good, after telling what that does to what is planned, under way and promised. */
export const EndForm = ({ language, planned, underWay, pledges, send, isBusy, message }: Props) => {
  const t = texts[language]
  const [reason, setReason] = useState('')
  const [endsPledges, setEndsPledges] = useState(false)
  const told = ({ batched, submitted, ...counts }: EndedMandate): string =>
    [filled(t.endedNow, counts), batched + submitted > 0 && filled(t.endedUnderWay, { count: batched + submitted })].filter(Boolean).join(' ')
  return (
    <Form message={message} isBusy={isBusy} button={t.end} busy={t.busy} onSubmit={() => void send<EndedMandate>('end', { reason, endsPledges }, told)}>
      <p>{t.endLead} {filled(t.endPlanned, { count: planned })}</p>
      {underWay > 0 && <Notice tone="plain">{filled(t.endUnderWay, { count: underWay })}</Notice>}
      <div className="kring-bar"><label>{t.reason}<input className="kring-sentence" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></label></div>
      {pledges > 0 && <p><label><input type="checkbox" checked={endsPledges} onChange={(event) => setEndsPledges(event.target.checked)} /> {filled(t.endPledges, { count: pledges })}</label></p>}
    </Form>
  )
}
