'use client'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import { isSameJson } from './isSameJson'
import { texts } from './texts'

type Props = { readonly value: unknown; readonly onChange: (json: unknown) => void; readonly isDisabled: boolean; readonly language: Language }

const shown = (value: unknown): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2))

/** The rule as it is stored, for who knows it. What cannot be read stays as it was typed, for the server to refuse. */
export const JsonBox = ({ value, onChange, isDisabled, language }: Props) => {
  const t = texts[language]
  const [typed, setTyped] = useState(() => shown(value))
  const text = isSameJson(readJson(typed), value) ? typed : shown(value)
  return (
    <div className="kring-rule-json">
      <p>{t.jsonHint}</p>
      <textarea className="kring-json" aria-label={t.json} rows={Math.min(24, Math.max(4, text.split('\n').length + 1))} spellCheck={false} disabled={isDisabled} value={text}
        onChange={(event) => { setTyped(event.target.value); onChange(readJson(event.target.value)) }} />
      {typeof value === 'string' && <p className="kring-todo">{t.jsonUnreadable}</p>}
    </div>
  )
}

function readJson(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
