'use client'
import { useState } from 'react'
import { filled } from '../../parts/filled'
import { texts } from '../texts'
import type { InputProps } from './inputProps'
import { amountOf, fitsMode, modeOf, startOf, units, withAmount, type DateMode } from './relativeDate'

/** A day: fixed, or so many years, months and days before or after the day that is asked about. */
export const DateInput = ({ value, onChange, label, isDisabled, language, isOptional = false }: InputProps & { readonly isOptional?: boolean }) => {
  const t = texts[language]
  const [chosen, setChosen] = useState<DateMode>()
  const mode = chosen !== undefined && fitsMode(chosen, value, isOptional) ? chosen : modeOf(value, isOptional)
  const choose = (next: DateMode) => { setChosen(next); onChange(startOf[next]) }
  const modes: readonly DateMode[] = [...(isOptional ? ['none' as const] : []), 'fixed', 'today', 'ago', 'ahead']
  return (
    <span className="kring-day">
      <select aria-label={filled(t.dateMode, { label })} disabled={isDisabled} value={mode} onChange={(event) => choose(event.target.value as DateMode)}>
        {modes.map((one) => <option key={one} value={one}>{t[one]}</option>)}
      </select>
      {mode === 'fixed' && <input type="date" aria-label={filled(t.date, { label })} disabled={isDisabled} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)} />}
      {(mode === 'ago' || mode === 'ahead') && units.map((unit) => (
        <label key={unit}>
          <input type="number" className="kring-short" step={1} aria-label={filled(t.unit, { label, unit: t[unit] })} disabled={isDisabled} value={amountOf(value, unit, mode) ?? ''}
            onChange={(event) => onChange(withAmount(value, unit, event.target.value === '' ? undefined : Math.trunc(Number(event.target.value)), mode))} />
          {t[unit]}
        </label>
      ))}
    </span>
  )
}
