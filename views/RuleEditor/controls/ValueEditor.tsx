'use client'
import type { ValueEditorProps } from 'react-querybuilder'
import { filled } from '../../parts/filled'
import { fieldIn, type BuilderContext } from '../builderContext'
import { inputOf } from '../inputOf'
import { texts } from '../texts'
import { isUnfinished } from '../values'
import { ValueInput } from '../ValueInput'
import { Mistakes } from './Mistakes'

/** The value of a condition, with what is wrong with the condition under it. What is not filled in yet is asked for, not blamed. */
export const ValueEditor = ({ context, field: key, operator, rule, value, handleOnChange, disabled }: ValueEditorProps) => {
  const { catalogue, language, mistakes } = context as BuilderContext
  const t = texts[language]
  const field = fieldIn(context as BuilderContext, key)
  const input = inputOf(catalogue.fields, { field: key, operator })
  const given: unknown = value
  const isToDo = input !== undefined && isUnfinished(input, given)
  return (
    <div className="kring-value">
      {input && (
        <ValueInput key={input} input={input} value={given} onChange={handleOnChange} label={filled(t.valueOf, { field: field?.label ?? key })} isDisabled={disabled ?? false} language={language}
          choices={field?.choices ?? []} references={field?.references} pointsTo={(kind) => catalogue.references[kind].map(({ id, title }) => ({ value: String(id), label: title }))} />
      )}
      {isToDo && <p className="kring-todo">{t.unfinished}</p>}
      {!isToDo && <Mistakes sentences={mistakes.get(rule.id ?? '') ?? []} />}
    </div>
  )
}
