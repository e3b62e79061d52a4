'use client'
import { texts } from '../texts'
import { part } from '../values'
import { IdsInput } from './IdsInput'
import type { ChoiceProps } from './inputProps'

/** Functions of some types, at some organs or anywhere. */
export const FunctionsInput = ({ value, onChange, pointsTo, ...rest }: ChoiceProps) => {
  const t = texts[rest.language]
  const [types, organs] = [part(value, 'types') ?? [], part(value, 'organs') ?? []]
  const change = (nextTypes: unknown, nextOrgans: unknown) => onChange({ types: nextTypes, ...(Array.isArray(nextOrgans) && nextOrgans.length > 0 && { organs: nextOrgans }) })
  return (
    <div className="kring-parts">
      <div><span>{t.functionTypes}</span><IdsInput {...rest} label={t.functionTypes} options={pointsTo('function-types')} value={types} onChange={(next) => change(next, organs)} /></div>
      <div><span>{t.organs}</span><IdsInput {...rest} label={t.organs} options={pointsTo('organs')} value={organs} onChange={(next) => change(types, next)} /></div>
    </div>
  )
}
