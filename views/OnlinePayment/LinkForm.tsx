'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formatEuro, type Cents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { LinkedPayment } from '../../src/operations/linkOnlinePayment'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { findTargets, type Found, type LinkKind } from './findTargets'
import { FoundTargets } from './FoundTargets'
import { texts } from './texts'

type Props = { readonly id: number; readonly amountCents: Cents; readonly kinds: readonly LinkKind[]; readonly language: Language }

const finders = { invoice: 'findInvoice', pledge: 'findPledge', fund: 'findFund' } as const

/** Says what a payment was for: which kind of thing, looked up by number or name, then chosen. */
export const LinkForm = ({ id, amountCents, kinds, language }: Props) => {
  const t = texts[language]
  const router = useRouter()
  const [kind, setKind] = useState<LinkKind>(kinds[0] ?? 'fund')
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly Found[]>()
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const search = async () => {
    setMessage(undefined)
    setBusy(true)
    const answer = await findTargets(kind, words, language)
    setBusy(false)
    if (answer.ok) setFound(answer.data)
    else setMessage(answer.message)
  }
  const link = async (target: number) => {
    setBusy(true)
    const answer = await postJson<LinkedPayment>(`/api/online-payments/${id}/link`, { target: { [kind]: target } }, t.failedToLink)
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    toast.success(answer.data.booked.length > 0 ? t.linked : t.linkedOnly)
    router.refresh()
  }
  const choose = (next: LinkKind) => { setKind(next); setFound(undefined) }
  return (
    <section id="koppelen">
      <h2>{t.link}</h2>
      <p>{filled(t.linkLead, { amount: formatEuro(amountCents, language) })}</p>
      <form onSubmit={(event) => { event.preventDefault(); void search() }}>
        {kinds.map((one) => <p key={one}><label><input type="radio" name="kind" checked={kind === one} onChange={() => choose(one)} /> {t[one]}</label></p>)}
        <div className="kring-bar">
          <label>{t[finders[kind]]}<input type="search" required value={words} onChange={(event) => setWords(event.target.value)} /></label>
          <Button disabled={isBusy} size="small" type="submit">{isBusy ? t.busy : t.search}</Button>
        </div>
      </form>
      {message && <Notice tone="wrong">{message}</Notice>}
      {found && <FoundTargets found={found} amountCents={amountCents} isBusy={isBusy} language={language} onChoose={(target) => void link(target)} />}
    </section>
  )
}
