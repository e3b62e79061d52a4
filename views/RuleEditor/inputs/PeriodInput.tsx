'use client'
import { texts } from '../texts'
import { part } from '../values'
import { DateInput } from './DateInput'
import type { InputProps } from './inputProps'
import { asEuros, asNumber } from './typed'
import { TypedInput } from './TypedInput'

/** An amount of money or a number of times, within a period that may be open on either side. */
export const PeriodInput = ({ value, onChange, measure, ...rest }: InputProps & { readonly measure: 'cents' | 'count' }) => {
  const t = texts[rest.language]
  const change = (name: string, next: unknown) => {
    const whole = { [measure]: part(value, measure) ?? null, from: part(value, 'from'), to: part(value, 'to'), [name]: next }
    onChange(Object.fromEntries(Object.entries(whole).filter(([, one]) => one !== undefined)))
  }
  const bound = (name: 'from' | 'to') => (
    <div><span>{t[name]}</span><DateInput {...rest} isOptional label={`${t.period}: ${t[name]}`} value={part(value, name)} onChange={(next) => change(name, next)} /></div>
  )
  return (
    <div className="kring-parts">
      <div>
        <span>{measure === 'cents' ? t.amount : t.count}</span>
        <TypedInput {...rest} isNumeric typed={measure === 'cents' ? asEuros : asNumber} label={measure === 'cents' ? t.amount : t.count} value={part(value, measure) ?? null} onChange={(next) => change(measure, next)} />
      </div>
      {bound('from')}
      {bound('to')}
    </div>
  )
}
