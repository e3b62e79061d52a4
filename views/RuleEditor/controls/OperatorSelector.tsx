'use client'
import type { OperatorSelectorProps } from 'react-querybuilder'
import { filled } from '../../parts/filled'
import { fieldIn, type BuilderContext } from '../builderContext'
import { negation } from '../query'
import { texts } from '../texts'

/** Chooses how a condition compares, each way also turned round. */
export const OperatorSelector = ({ context, field, value = '', handleOnChange, disabled }: OperatorSelectorProps) => {
  const { language } = context as BuilderContext
  const t = texts[language]
  const operators = fieldIn(context as BuilderContext, field)?.operators ?? []
  const isKnown = operators.some(({ name }) => name === value || `${negation}${name}` === value)
  return (
    <select className="kring-operator" aria-label={t.operator} disabled={disabled} value={value} onChange={(event) => handleOnChange(event.target.value)}>
      {!isKnown && <option value={value}>{filled(t.unknown, { name: value })}</option>}
      <optgroup label={t.plain}>{operators.map(({ name, label }) => <option key={name} value={name}>{label}</option>)}</optgroup>
      <optgroup label={t.negated}>{operators.map(({ name, label }) => <option key={name} value={`${negation}${name}`}>{filled(t.notPrefix, { operator: label })}</option>)}</optgroup>
    </select>
  )
}
