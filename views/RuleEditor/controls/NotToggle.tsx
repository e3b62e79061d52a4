'use client'
import type { NotToggleProps } from 'react-querybuilder'
import type { BuilderContext } from '../builderContext'
import { texts } from '../texts'

/** Turns a whole group round. */
export const NotToggle = ({ context, checked = false, handleOnChange, disabled }: NotToggleProps) => {
  const t = texts[(context as BuilderContext).language]
  return <label className="kring-not" title={t.notHint}><input type="checkbox" disabled={disabled} checked={checked} onChange={(event) => handleOnChange(event.target.checked)} />{t.not}</label>
}
