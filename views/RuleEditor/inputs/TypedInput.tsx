'use client'
import { useState } from 'react'
import { isSameJson } from '../isSameJson'
import type { InputProps } from './inputProps'
import type { Typed } from './typed'

type Props = InputProps & { readonly typed: Typed; readonly isNumeric?: boolean }

/** One line to type in. It shows what was typed for as long as that means the value, and the value as it is written otherwise. */
export const TypedInput = ({ value, onChange, label, isDisabled, typed, isNumeric = false }: Props) => {
  const [text, setText] = useState(() => typed.show(value))
  const shown = isSameJson(typed.read(text), value) ? text : typed.show(value)
  return (
    <input type="text" className={isNumeric ? 'kring-short' : undefined} inputMode={isNumeric ? 'decimal' : 'text'} autoComplete="off" aria-label={label} disabled={isDisabled} value={shown}
      onChange={(event) => { setText(event.target.value); onChange(typed.read(event.target.value)) }} />
  )
}
