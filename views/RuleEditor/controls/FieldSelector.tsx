'use client'
import type { FieldSelectorProps } from 'react-querybuilder'
import { filled } from '../../parts/filled'
import { fieldIn, type BuilderContext } from '../builderContext'
import { texts } from '../texts'

/** Chooses what a condition asks about, under the headings of the catalogue. A field that is gone stays visible. */
export const FieldSelector = ({ context, value = '', handleOnChange, disabled }: FieldSelectorProps) => {
  const { catalogue, language } = context as BuilderContext
  const t = texts[language]
  const groups = [...new Set(catalogue.fields.map(({ group }) => group))]
  return (
    <select className="kring-field" aria-label={t.field} disabled={disabled} value={value} onChange={(event) => handleOnChange(event.target.value)}>
      {!fieldIn(context as BuilderContext, value) && <option value={value}>{filled(t.unknown, { name: value })}</option>}
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {catalogue.fields.filter((field) => field.group === group).map(({ key, label }) => <option key={key} value={key}>{label}</option>)}
        </optgroup>
      ))}
    </select>
  )
}
