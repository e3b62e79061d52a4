'use client'
import type { CombinatorSelectorProps } from 'react-querybuilder'
import type { BuilderContext } from '../builderContext'
import { texts } from '../texts'
import { Mistakes } from './Mistakes'

/** Whether all conditions of a group must hold, or one of them. */
export const CombinatorSelector = ({ context, value = 'and', handleOnChange, disabled, ruleGroup }: CombinatorSelectorProps) => {
  const { language, mistakes } = context as BuilderContext
  const t = texts[language]
  return (
    <div className="kring-combinator">
      <select aria-label={t.combinator} disabled={disabled} value={value} onChange={(event) => handleOnChange(event.target.value)}>
        <option value="and">{t.and}</option>
        <option value="or">{t.or}</option>
      </select>
      <Mistakes sentences={mistakes.get(ruleGroup.id ?? '') ?? []} />
    </div>
  )
}
