'use client'
import { texts } from '../texts'
import type { ChoiceProps } from './inputProps'

/** One out of a few. What is there but cannot be chosen stays visible. */
export const ChoiceInput = ({ value, onChange, label, isDisabled, language, choices }: ChoiceProps) => {
  const chosen = typeof value === 'string' ? value : ''
  return (
    <select aria-label={label} disabled={isDisabled} value={chosen} onChange={(event) => onChange(event.target.value)}>
      <option value="">{texts[language].choose}</option>
      {chosen !== '' && !choices.some((choice) => choice.value === chosen) && <option value={chosen}>{chosen}</option>}
      {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
    </select>
  )
}
