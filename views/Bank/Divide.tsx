'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { LinePart } from '../../src/domain/lineParts'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { TargetKind } from '../../src/store/bankLineTargets'
import type { WorkLine } from '../../src/store/bankWorkLines'
import type { FundChoice } from '../../src/store/funds'
import { filled } from '../parts/filled'
import { DraftRow } from './DraftRow'
import { FindTarget } from './FindTarget'
import { leftOf, partsOf, withRest, withTarget, type Draft } from './split'
import { texts } from './texts'

type Props = {
  readonly line: WorkLine
  readonly kind: TargetKind | undefined
  readonly drafts: readonly Draft[]
  readonly funds: readonly FundChoice[]
  readonly language: Language
  readonly onChange: (drafts: readonly Draft[]) => void
  readonly onBook: (parts: readonly LinePart[], note: string) => void
}

/** Says what a line is for, in as many parts as it takes; it is booked once they are exactly the line. */
export const Divide = ({ line, kind, drafts, funds, language, onChange, onBook }: Props) => {
  const t = texts[language]
  const [note, setNote] = useState('')
  const isChosen = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const left = leftOf(line.amountCents, drafts)
  const parts = partsOf(line.amountCents, drafts)
  useEffect(() => {
    // What was chosen is all of it: Enter books. Else the cursor stands where the rest is typed.
    if (!isChosen.current) return
    isChosen.current = false
    if (parts) form.current?.querySelector<HTMLElement>('button[type=submit]')?.focus()
    else form.current?.querySelector<HTMLElement>('li:last-child :is(select, input)')?.focus()
  })
  return (
    <section>
      <FindTarget line={line.id} kind={kind} language={language} onChoose={(target) => { isChosen.current = true; onChange(withTarget(line.amountCents, drafts, target)) }} />
      <form ref={form} onSubmit={(event) => { event.preventDefault(); if (parts) onBook(parts, note.trim()) }}>
        <h3>{t.parts}</h3>
        {drafts.length === 0 ? <p className="kring-hint">{t.partsEmpty}</p> : (
          <>
            <ul className="kring-drafts">{drafts.map((draft) => (
              <DraftRow key={draft.key} draft={draft} funds={funds} language={language} onRemove={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
                onRest={() => onChange(withRest(line.amountCents, drafts, draft.key))} onChange={(next) => onChange(drafts.map((one) => (one.key === next.key ? next : one)))} />
            ))}</ul>
            <p role="status" aria-live="polite">{left === undefined ? t.notAmount : left === 0 ? t.addsUp : <strong>{filled(t.left, { left: formatEuro(left, language) })}</strong>}{drafts.length === 1 && drafts[0]?.target.kind === 'ledger' && <> {t.remembers}</>}</p>
            <div className="kring-bar">
              <label>{t.note}<input type="text" maxLength={200} placeholder={t.noteHint} value={note} onChange={({ target }) => setNote(target.value)} /></label>
              <Button type="submit" disabled={!parts}>{t.bookNow}</Button>
            </div>
          </>
        )}
      </form>
    </section>
  )
}
