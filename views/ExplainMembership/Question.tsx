'use client'
import { ReactSelect, type ReactSelectOption } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { OrganChoice, TypeChoice } from '../../src/store/explainedPlace'
import { texts } from './texts'

type Props = {
  readonly types: readonly TypeChoice[]
  readonly organs: readonly OrganChoice[]
  readonly type: number
  readonly organ: number | null
  readonly date: LocalDate
  readonly today: LocalDate
  readonly language: Language
}

/** Which organ, as what, and on which day. */
export const Question = ({ types, organs, type: askedType, organ: askedOrgan, date, today, language }: Props) => {
  const t = texts[language]
  const organId = useId()
  const [typeId, setType] = useState(askedType)
  const [organ, setOrgan] = useState(askedOrgan)
  const type = types.find(({ id }) => id === typeId)
  const hasSeveral = new Set(types.map(({ organisation }) => organisation)).size > 1
  const options: (ReactSelectOption<number> & { readonly label: string })[] = [
    { value: 0, label: `${type?.organisationTitle ?? ''} (${t.organisation})` },
    ...organs.filter(({ organisation }) => organisation === type?.organisation).map(({ id, title, above }) => ({ value: id, label: above ? `${title} (${above})` : title })),
  ]
  const chosen = options.find(({ value }) => value === (organ ?? 0)) ?? options[0]
  const choose = (option: ReactSelectOption | ReactSelectOption[] | null) => setOrgan(option && !Array.isArray(option) ? Number(option.value) || null : null)
  return (
    <form className="kring-bar" method="get">
      <label>{t.type}
        <select name="type" value={typeId} onChange={(event) => setType(Number(event.target.value))}>
          {types.map((one) => <option key={one.id} value={one.id}>{hasSeveral ? `${one.title} · ${one.organisationTitle}` : one.title}</option>)}
        </select>
      </label>
      <div className="kring-choice">
        <label htmlFor={organId}>{t.organ}</label>
        <ReactSelect inputId={organId} isClearable={false} options={options} {...(chosen ? { value: chosen } : {})} onChange={choose} />
        {Number(chosen?.value) > 0 && <input type="hidden" name="organ" value={Number(chosen?.value)} />}
      </div>
      <label>{t.date}<input type="date" name="date" required defaultValue={date} /></label>
      <button className="btn btn--style-primary btn--size-medium" type="submit">{t.show}</button>
      {date !== today && <a href={`?type=${askedType}${askedOrgan === null ? '' : `&organ=${askedOrgan}`}`}>{t.today}</a>}
    </form>
  )
}
