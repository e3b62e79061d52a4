'use client'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { cents, formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { BankTarget } from '../../src/operations/bankTargets'
import type { TargetKind } from '../../src/store/bankLineTargets'
import { Notice } from '../parts/Notice'
import { sendJson } from '../parts/sendJson'
import { texts } from './texts'

type Props = { readonly line: number; readonly kind: TargetKind | undefined; readonly language: Language; readonly onChoose: (target: BankTarget) => void }

const kinds = ['invoicePayment', 'donation', 'return', 'payout', 'ledger'] as const satisfies readonly TargetKind[]
const typingMs = 200

/** Looks up what a line is for, of all kinds or one; arrows walk through what was found and Enter chooses it. */
export const FindTarget = ({ line, kind: first, language, onChoose }: Props) => {
  const t = texts[language]
  const list = useId()
  const [kind, setKind] = useState<TargetKind | undefined>(first)
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly BankTarget[]>()
  const [message, setMessage] = useState<string>()
  const [at, setAt] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    const asked = new URLSearchParams({ q: words, ...(kind ? { kind } : {}) })
    const look = async () => {
      const answer = await sendJson<{ readonly targets: readonly BankTarget[] }>('GET', `/api/bank-transactions/${line}/targets?${asked}`, { failed: t.failed, signal: stop.signal })
      if (stop.signal.aborted) return
      setMessage(answer.ok ? undefined : answer.message)
      setFound(answer.ok ? answer.data.targets : [])
      setAt(0)
    }
    const timer = setTimeout(() => void look(), words === '' ? 0 : typingMs)
    return () => { clearTimeout(timer); stop.abort() }
  }, [line, kind, words, t.failed])
  const choose = (target: BankTarget | undefined) => {
    if (!target) return
    onChoose(target)
    setWords('')
    setKind(undefined)
  }
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') { event.preventDefault(); choose(found?.[at]) }
    if (step === undefined) return
    event.preventDefault()
    setAt(Math.max(0, Math.min((found?.length ?? 1) - 1, at + step)))
  }
  return (
    <div>
      <div className="kring-bar">
        <label className="kring-wide">{t.find}
          <input type="search" role="combobox" autoComplete="off" maxLength={100} placeholder={t.findHint} aria-expanded={(found?.length ?? 0) > 0} aria-controls={list} aria-autocomplete="list"
            aria-activedescendant={found?.[at] ? `${list}-${at}` : undefined} value={words} onChange={(event) => setWords(event.target.value)} onKeyDown={walk} />
        </label>
        <fieldset className="kring-kinds"><legend className="kring-hidden">{t.whatFor}</legend>{[undefined, ...kinds].map((one) => (
          <label key={one ?? ''}><input type="radio" name={`${list}-kind`} checked={kind === one} onChange={() => setKind(one)} /> {one ? t[one] : t.everyKind}</label>
        ))}</fieldset>
      </div>
      {message && <Notice tone="wrong">{message}</Notice>}
      <ul id={list} role="listbox" aria-label={t.find} className="kring-found">
        {found?.map(({ kind: foundKind, label, detail, amountCents }, place) => (
          <li key={`${foundKind} ${place}`} id={`${list}-${place}`} role="option" aria-selected={place === at} ref={(element) => { if (place === at && at > 0) element?.scrollIntoView({ block: 'nearest' }) }}
            onMouseDown={(event) => { event.preventDefault(); choose(found[place]) }}>
            <span>{label}{detail && <span className="kring-hint"> {detail}</span>}</span>
            {amountCents !== null && foundKind !== 'invoicePayment' && <span className="kring-amount">{formatEuro(cents(amountCents), language)}</span>}
          </li>
        ))}
      </ul>
      {found?.length === 0 && !message && <p className="kring-hint">{t.nothingFound}</p>}
      {!found && <p role="status">{t.searching}</p>}
    </div>
  )
}
