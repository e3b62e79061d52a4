'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { addDays, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import { Dialog } from '../parts/Dialog'
import { Notice } from '../parts/Notice'
import { sendJson } from '../parts/sendJson'
import { texts } from './texts'

type Props = { readonly kind: 'invoice' | 'pledge'; readonly id: number; readonly title: string; readonly today: LocalDate; readonly language: Language }

/** The button at a row, with a small form for a call, a mail or a letter: what was agreed and when to look again. */
export const NoteContact = ({ title, language, ...rest }: Props) => {
  const t = texts[language]
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type="button" size="small" buttonStyle="secondary" aria-label={title} onClick={() => setOpen(true)}>{t.note}</Button>
      {isOpen && <Dialog title={title} closeLabel={t.close} onClose={() => setOpen(false)}><ContactForm {...rest} language={language} onSaved={() => setOpen(false)} /></Dialog>}
    </>
  )
}

const ContactForm = ({ kind, id, today, language, onSaved }: Omit<Props, 'title'> & { readonly onSaved: () => void }) => {
  const t = texts[language]
  const router = useRouter()
  const [given, setGiven] = useState<{ channel: string; onDate: string; note: string; nextDate: string }>({ channel: 'call', onDate: today, note: '', nextDate: '' })
  const [message, setMessage] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const change = (name: keyof typeof given) => ({ target: { value } }: { readonly target: { readonly value: string } }) => setGiven({ ...given, [name]: value })
  const save = async () => {
    setBusy(true)
    const answer = await sendJson('POST', '/api/follow-ups', { body: { ...given, nextDate: given.nextDate || null, [kind]: id }, failed: t.failed })
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    toast.success(t.saved)
    onSaved()
    router.refresh()
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save() }}>
      {message && <Notice tone="wrong">{message}</Notice>}
      <div className="kring-bar">
        <label>{t.channel}
          <select value={given.channel} onChange={change('channel')}><option value="call">{t.call}</option><option value="mail">{t.mail}</option><option value="letter">{t.letter}</option></select>
        </label>
        <label>{t.onDate}<input type="date" required max={today} value={given.onDate} onChange={change('onDate')} /></label>
      </div>
      <div className="kring-bar"><label>{t.agreed}<textarea rows={3} maxLength={2_000} className="kring-sentence" value={given.note} onChange={change('note')} /></label></div>
      <div className="kring-bar">
        <label>{t.nextDate}<input type="date" min={addDays(today, 1)} value={given.nextDate} onChange={change('nextDate')} /></label>
        <span className="kring-hint">{t.nextHint}</span>
      </div>
      <Button type="submit" disabled={isBusy}>{isBusy ? t.busy : t.save}</Button>
    </form>
  )
}
