'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { DomainError } from '../../src/domain/domainError'
import { formatEuro, parseEuro, type Cents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { Credited } from '../../src/operations/creditInvoice'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

type Props = { readonly invoice: { readonly id: number; readonly number: string }; readonly leftCents: Cents; readonly language: Language; readonly onCredited: (credited: Credited) => void }

/** All of it or a part, and why. One key for the form: sending it twice makes one credit note. */
export const CreditForm = ({ invoice, leftCents, language, onCredited }: Props) => {
  const t = texts[language]
  const [isPart, setPart] = useState(false)
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const [keys] = useState(() => new Map<string, string>())
  const make = async () => {
    const amountCents = isPart ? centsOf(amount) : undefined
    if (isPart && amountCents === undefined) return setMessage(t.amountWrong)
    setBusy(true)
    const wish = { reason, ...(amountCents === undefined ? {} : { amountCents }) }
    const answer = await postJson<Credited>(`/api/invoices/${invoice.id}/credit`, { ...wish, idempotencyKey: keyFor(keys, JSON.stringify(wish)) }, t.failed)
    setBusy(false)
    if (answer.ok) onCredited(answer.data)
    else setMessage(answer.message)
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); void make() }}>
      <p>{filled(t.creditLead, { number: invoice.number })}</p>
      <p><label><input type="radio" name="part" checked={!isPart} onChange={() => setPart(false)} /> {filled(t.creditAll, { amount: formatEuro(leftCents, language) })}</label></p>
      <p><label><input type="radio" name="part" checked={isPart} onChange={() => setPart(true)} /> {t.creditPart}</label></p>
      {isPart && <div className="kring-bar"><label>{t.amount}<input type="text" inputMode="decimal" required value={amount} onChange={(event) => setAmount(event.target.value)} /></label></div>}
      <div className="kring-bar"><label>{t.reason}<input type="text" className="kring-sentence" required maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></label></div>
      {message && <Notice tone="wrong">{message}</Notice>}
      <Button disabled={isBusy} type="submit">{isBusy ? t.busy : t.make}</Button>
    </form>
  )
}

/** The same wish keeps its key, so that asking again gives the same answer; another wish gets another. */
function keyFor(keys: Map<string, string>, wish: string): string {
  const key = keys.get(wish) ?? crypto.randomUUID()
  keys.set(wish, key)
  return key
}

function centsOf(text: string): Cents | undefined {
  try {
    return parseEuro(text)
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}
