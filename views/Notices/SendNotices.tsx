'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { AnnouncedDebits } from '../../src/operations/announceDebits'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

type Props = {
  readonly creditor: number
  readonly until: LocalDate
  readonly byMail: number
  readonly letters: number
  /** What the letters are about: what came in after this screen was made was not printed, and is not recorded. */
  readonly toTell: readonly number[]
  readonly language: Language
}

/** The mails at one press, and the letters: printed first, and recorded when they were sent. The key makes a double click one sending. */
export const SendNotices = ({ creditor, until, byMail, letters, toTell, language }: Props) => {
  const t = texts[language]
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [message, setMessage] = useState<string>()
  const [keys] = useState(() => ({ mail: crypto.randomUUID(), letter: crypto.randomUUID() }))
  const announce = async (channel: 'mail' | 'letter') => {
    setBusy(true)
    const answer = await postJson<AnnouncedDebits>('/api/pre-notifications/announce', { creditor, until, channel, idempotencyKey: keys[channel], ...(channel === 'letter' ? { instructions: toTell } : {}) }, t.failed)
    setBusy(false)
    setAsked(false)
    if (!answer.ok) return setMessage(answer.message)
    toast.success(filled(channel === 'mail' ? t.sent : t.lettersSent, answer.data), { duration: 10_000 })
    router.refresh()
  }
  return (
    <>
      {message && <Notice tone="wrong">{message}</Notice>}
      <div className="kring-bar">
        {byMail > 0 && <Button disabled={isBusy} type="button" onClick={() => void announce('mail')}>{isBusy ? t.busy : filled(t.send, { count: byMail })}</Button>}
        {letters > 0 && <a className="btn btn--style-secondary btn--size-medium" href={`/api/pre-notifications/letters?creditor=${creditor}&until=${until}`} target="_blank" rel="noreferrer">{filled(t.print, { count: letters })}</a>}
        {letters > 0 && !isAsked && <Button buttonStyle="subtle" disabled={isBusy} type="button" onClick={() => setAsked(true)}>{t.confirmLetters}</Button>}
      </div>
      {isAsked && (
        <Notice tone="plain">
          <p>{filled(t.lettersAsk, { count: letters })}</p>
          <div className="kring-bar">
            <Button disabled={isBusy} size="small" type="button" onClick={() => void announce('letter')}>{t.yes}</Button>
            <Button buttonStyle="subtle" disabled={isBusy} size="small" type="button" onClick={() => setAsked(false)}>{t.no}</Button>
          </div>
        </Notice>
      )}
    </>
  )
}
