'use client'
import type { Language } from '../../src/i18n/text'
import { inOrder } from './branches'
import { texts } from './texts'
import { useTree } from './useTree'

type Props = {
  readonly organisation: number
  readonly date: string
  /** Left out with everything below it. */
  readonly without?: number | undefined
  readonly value: string
  readonly onChange: (value: string, title: string | undefined) => void
  readonly label: string
  readonly language: Language
}

/** The value for the top of the organisation. */
export const topValue = 'top'

/** Chooses one of the organs that are there on the day, as they stand under each other. */
export const OrganChoice = ({ organisation, date, without, value, onChange, label, language }: Props) => {
  const t = texts[language]
  const answer = useTree(organisation, date, language, 'no')
  const organs = answer?.ok ? inOrder(answer.data, without) : []
  return (
    <label>{label}
      <select required value={value} onChange={(event) => onChange(event.target.value, organs.find(({ id }) => String(id) === event.target.value)?.title)}>
        <option value="" disabled>{answer ? t.choose : t.loading}</option>
        <option value={topValue}>{t.top}</option>
        {organs.map(({ id, title, depth }) => <option key={id} value={id}>{'\u00a0\u00a0\u00a0'.repeat(depth)}{title}</option>)}
      </select>
      {answer && !answer.ok && <span role="alert">{answer.message}</span>}
    </label>
  )
}
