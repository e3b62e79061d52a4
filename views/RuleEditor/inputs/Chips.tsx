'use client'
import { useState } from 'react'
import type { EditorChoice } from '../../../src/rules/editorCatalogue'
import type { Language } from '../../../src/i18n/text'
import { filled } from '../../parts/filled'
import { texts } from '../texts'

type Props = { readonly chosen: readonly EditorChoice[]; readonly onChange: (values: readonly string[]) => void; readonly isDisabled: boolean; readonly language: Language }

/** More than this are shown only when somebody asks for them. */
const most = 40

/** What was chosen, each with a button that takes it away. */
export const Chips = ({ chosen, onChange, isDisabled, language }: Props) => {
  const t = texts[language]
  const [isWhole, setWhole] = useState(false)
  if (chosen.length === 0) return null
  const shown = isWhole ? chosen : chosen.slice(0, most)
  return (
    <ul className="kring-chips">
      {shown.map(({ value, label }) => (
        <li key={value}>
          {label}
          {!isDisabled && <button type="button" aria-label={filled(t.removeOne, { label })} onClick={() => onChange(chosen.flatMap((one) => (one.value === value ? [] : [one.value])))}>×</button>}
        </li>
      ))}
      {shown.length < chosen.length && <li className="plain"><button type="button" onClick={() => setWhole(true)}>{filled(t.showAll, { count: chosen.length })}</button></li>}
      {chosen.length > 3 && !isDisabled && <li className="plain"><button type="button" onClick={() => onChange([])}>{t.clear}</button></li>}
    </ul>
  )
}
