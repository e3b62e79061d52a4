'use client'
import type { Language } from '../../src/i18n/text'
import { RuleEditor } from '../RuleEditor/RuleEditor'
import { texts } from './texts'

type Props = {
  /** The criteria, or undefined where nothing is asked. */
  readonly value: unknown
  readonly onChange: (criteria: unknown) => void
  /** The day on which the rule begins, for which is counted. */
  readonly date: string
  readonly isRequired?: boolean
  readonly language: Language
}

/** The criteria of a rule that is being planned. */
export const CriteriaField = ({ value, onChange, date, isRequired = false, language }: Props) => {
  const t = texts[language]
  return (
    <fieldset className="kring-wide kring-criteria">
      <legend>{isRequired ? t.rule : t.fieldCriteria}</legend>
      <RuleEditor value={value} onChange={onChange} language={language} date={date} />
    </fieldset>
  )
}
