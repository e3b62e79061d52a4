'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { WorkRow } from '../../src/operations/bankWorkPage'
import type { LineWork } from '../../src/operations/lineWork'
import type { FundChoice } from '../../src/store/funds'
import { Notice } from '../parts/Notice'
import { sendJson } from '../parts/sendJson'
import { bookAct } from './acts'
import { Difference } from './Difference'
import { Divide } from './Divide'
import { Groups } from './Groups'
import { draftsOf, type Draft } from './split'
import { texts } from './texts'
import type { Act, Opened } from './useWork'
import { ProposalWords } from './WhatFor'

type Props = { readonly row: WorkRow; readonly opened: Opened; readonly funds: readonly FundChoice[]; readonly language: Language; readonly onAct: (act: Act) => void; readonly onClose: () => void }

/** All that a line may be: what explains a batch that differs, every proposal, the groups that wait, and the way to say what it is, in parts. */
export const Panel = ({ row, opened, funds, language, onAct, onClose }: Props) => {
  const t = texts[language]
  const { line } = row
  const [work, setWork] = useState<LineWork>()
  const [message, setMessage] = useState<string>()
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => (opened.isSplit && row.proposals[0] ? draftsOf(line.amountCents, row.proposals[0].parts) : []))
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stop = new AbortController()
    void sendJson<LineWork>('GET', `/api/bank-transactions/${line.id}/work`, { failed: t.failed, signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return
      if (answer.ok) setWork(answer.data)
      else setMessage(answer.message)
    })
    return () => stop.abort()
  }, [line.id, t.failed])
  const isDifferent = line.group?.isOpen === true
  const isReady = !isDifferent || work !== undefined
  useEffect(() => {
    // Where one begins: at the search, or with a batch that differs at its first possibility, once that is there.
    if (isReady) element.current?.querySelector<HTMLElement>(isDifferent ? 'button' : 'input[type=search]')?.focus()
  }, [isDifferent, isReady])
  const proposals = work?.proposals ?? row.proposals
  return (
    <div className="kring-panel" ref={element} role="group" aria-label={t.proposals}>
      {message && <Notice tone="wrong">{message}</Notice>}
      {!work && !message && <p role="status">{t.loading}</p>}
      {work?.difference && <Difference line={line} difference={work.difference} language={language} onAct={onAct} />}
      {proposals.length > 0 && !line.group && (
        <section>
          <h3>{t.proposals}</h3>
          <ul className="kring-proposals">{proposals.map((proposal, place) => (
            <li key={place}>
              <div><ProposalWords proposal={proposal} language={language} /></div>
              <Button type="button" size="small" buttonStyle="secondary" onClick={() => onAct(bookAct(line, { parts: proposal.parts.map(({ part }) => part), language }))}>{t.book}</Button>
              <Button type="button" size="small" buttonStyle="subtle" onClick={() => setDrafts(draftsOf(line.amountCents, proposal.parts))}>{t.change}</Button>
            </li>
          ))}</ul>
        </section>
      )}
      {!isDifferent && <Divide line={line} kind={opened.kind} drafts={drafts} funds={funds} language={language} onChange={setDrafts} onBook={(parts, note) => onAct(bookAct(line, { parts, note, language }))} />}
      {work && line.amountCents > 0 && (work.groups.length > 0 || line.group) && <Groups line={line} groups={work.groups} language={language} onAct={onAct} />}
      <p><button type="button" className="kring-link" onClick={onClose}>{t.close} (Esc)</button></p>
    </div>
  )
}
