'use client'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import { Notice } from '../parts/Notice'
import { texts } from './texts'

type Props = {
  /** The criteria, or undefined where there are none that can be read. */
  readonly value: unknown
  readonly onChange: (criteria: unknown) => void
 readonly isRequired?: boolean
  readonly language: Language
}

/** Criteria as they are written down, read as one types. */
export const CriteriaField = ({ value, onChange, isRequired = false, language }: Props) => {
  const t = texts[language]
  const [typed, setTyped] = useState(() => (value === undefined ? '' : JSON.stringify(value)))
  const isWrong = typed.trim() !== '' && criteriaIn(typed) === undefined
  return (
    <>
      <label className="kring-wide">{isRequired ? t.rule : t.fieldCriteria}
        <textarea className="kring-json" rows={4} spellCheck={false} required={isRequired} placeholder={t.criteriaHint} value={typed}
          onChange={(event) => { setTyped(event.target.value); onChange(criteriaIn(event.target.value)) }} />
      </label>
      {isWrong && <Notice tone="wrong">{t.criteriaWrong}</Notice>}
    </>
  )
}

function criteriaIn(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
