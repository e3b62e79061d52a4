'use client'
import { texts } from '../texts'
import { part } from '../values'
import { DateInput } from './DateInput'
import { IdsInput } from './IdsInput'
import type { ChoiceProps } from './inputProps'

/** Subscriptions of some types that began on or before a day. */
export const SinceInput = ({ value, onChange, pointsTo, ...rest }: ChoiceProps) => {
  const t = texts[rest.language]
  const [types, onOrBefore] = [part(value, 'types') ?? [], part(value, 'onOrBefore') ?? '']
  return (
    <div className="kring-parts">
      <div><span>{t.types}</span><IdsInput {...rest} label={t.types} options={pointsTo('subscription-types')} value={types} onChange={(next) => onChange({ types: next, onOrBefore })} /></div>
      <div><span>{t.since}</span><DateInput {...rest} label={t.since} value={onOrBefore} onChange={(next) => onChange({ types, onOrBefore: next })} /></div>
    </div>
  )
}
