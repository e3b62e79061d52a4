'use client'
import { useMemo, useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { RuleCatalogue } from '../../src/operations/ruleCatalogue'
import { Empty } from '../parts/Empty'
import { Notice } from '../parts/Notice'
import { Builder } from './Builder'
import { Mistakes } from './controls/Mistakes'
import { begun, edited, received, rewritten, type Editing } from './editing'
import { firstRule } from './firstRule'
import { JsonBox } from './JsonBox'
import { mistakesByPart } from './mistakesByPart'
import { Outcome } from './Outcome'
import './ruleEditor.css'
import { texts } from './texts'
import { useCatalogue } from './useCatalogue'
import { useCount } from './useCount'

export type RuleEditorProps = {
  /** The rule as it is stored; undefined or null while there is none. */
  readonly value: unknown
  /** Told of every change: the rule, also while it is unfinished, or undefined where nothing is asked any more. */
  readonly onChange: (rule: unknown) => void
  readonly language: Language
  /** The day for which is counted; without one, today. */
  readonly date?: string | undefined
  readonly readOnly?: boolean | undefined
}

/** Writes a rule by choosing, tells it back in words, and counts who meets it. */
export const RuleEditor = (props: RuleEditorProps) => {
  const [turn, setTurn] = useState(0)
  return <Fetched key={turn} {...props} onAgain={() => setTurn(turn + 1)} />
}

const Fetched = ({ onAgain, ...props }: RuleEditorProps & { readonly onAgain: () => void }) => {
  const t = texts[props.language]
  const answer = useCatalogue(props.language)
  if (!answer) return <p role="status">{t.loading}</p>
  if (!answer.ok) return <Notice tone="wrong">{answer.message} <button type="button" className="kring-link" onClick={onAgain}>{t.tryAgain}</button></Notice>
  return <RuleForm {...props} catalogue={answer.data} />
}

/** The editor itself, once it is known what can be asked about. */
export const RuleForm = ({ value, onChange, language, date, readOnly = false, catalogue }: RuleEditorProps & { readonly catalogue: RuleCatalogue }) => {
  const t = texts[language]
  const [kept, setKept] = useState(() => begun(value))
  const [isJson, setJson] = useState(false)
  const editing = received(kept, value)
  if (editing !== kept) setKept(editing)
  const { counted, isBusy } = useCount(editing, date, language)
  const found = counted?.answer.ok ? counted.answer.data.mistakes : none
  const mistakes = useMemo(() => (counted?.about.query ? mistakesByPart(counted.about.query, found) : new Map<string, readonly string[]>()), [counted, found])
  const tell = (next: Editing) => {
    setKept(next)
    if (next.sent !== editing.sent) onChange(next.rule)
  }
  const { query } = editing
  return (
    <div className="kring-rule">
      {isJson || !query ? (
        <>
          <JsonBox value={editing.rule} onChange={(json) => tell(rewritten(editing, json))} isDisabled={readOnly} language={language} />
          {!query && typeof editing.rule !== 'string' && <p className="kring-todo">{t.jsonUnshown}</p>}
          <Mistakes sentences={editing.rule === undefined ? [] : found.map(({ path, sentence }) => (path.length > 0 ? `${path.join('.')}: ${sentence}` : sentence))} />
        </>
      ) : query.rules.length === 0 ? (
        <Empty>{t.empty} {!readOnly && <button type="button" className="kring-begin" onClick={() => tell(edited(editing, firstRule(query, catalogue.fields)))}>{t.begin}</button>}</Empty>
      ) : (
        <Builder query={query} onChange={(next) => tell(edited(editing, next))} isDisabled={readOnly} catalogue={catalogue} language={language} mistakes={mistakes} />
      )}
      <Outcome counted={counted} isBusy={isBusy} date={date} language={language} />
      <button type="button" className="kring-link" disabled={!query} aria-pressed={isJson || !query} onClick={() => setJson(!isJson)}>{isJson || !query ? t.asBuilder : t.asJson}</button>
    </div>
  )
}

const none: readonly never[] = []
