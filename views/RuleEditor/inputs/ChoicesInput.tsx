'use client'
import type { ChoiceProps } from './inputProps'
import { Picker } from './Picker'

/** More than this are searched rather than ticked. */
const few = 8

/** Some out of a few. */
export const ChoicesInput = ({ value, onChange, label, isDisabled, language, choices }: ChoiceProps) => {
  const chosen = Array.isArray(value) ? value.map(String) : []
  if (choices.length > few || chosen.some((one) => !choices.some((choice) => choice.value === one))) {
    return <Picker chosen={chosen} options={choices} onChange={onChange} label={label} isDisabled={isDisabled} language={language} />
  }
  const toggle = (one: string, isChosen: boolean) => onChange(choices.map((choice) => choice.value).filter((other) => (other === one ? isChosen : chosen.includes(other))))
  return (
    <fieldset className="kring-ticks" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value}><input type="checkbox" disabled={isDisabled} checked={chosen.includes(choice.value)} onChange={(event) => toggle(choice.value, event.target.checked)} />{choice.label}</label>
      ))}
    </fieldset>
  )
}
