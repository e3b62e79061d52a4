'use client'
import { useState } from 'react'
import { filled } from '../../parts/filled'
import { texts } from '../texts'
import { Chips } from './Chips'
import type { InputProps } from './inputProps'
import { textsIn } from './textsIn'

/** A list of texts: typed one by one, or pasted as a whole. */
export const TextsInput = ({ value, onChange, label, isDisabled, language }: InputProps) => {
  const t = texts[language]
  const [typed, setTyped] = useState('')
  const chosen = Array.isArray(value) ? value.map(String) : []
  const add = (text: string) => {
    const added = textsIn(text)
    setTyped('')
    if (added.length > 0) onChange([...new Set([...chosen, ...added])])
  }
  return (
    <div className="kring-many">
      <Chips chosen={chosen.map((text) => ({ value: text, label: text }))} onChange={onChange} isDisabled={isDisabled} language={language} />
      {!isDisabled && (
        <input type="text" autoComplete="off" aria-label={filled(t.addTexts, { label })} placeholder={t.typeTexts} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={() => add(typed)}
          onPaste={(event) => { event.preventDefault(); add(`${typed}${event.clipboardData.getData('text')}`) }}
          onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ',') { event.preventDefault(); add(typed) } }} />
      )}
    </div>
  )
}
