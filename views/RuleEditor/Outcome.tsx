'use client'
import { formatDate, isLocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { texts, type Texts } from './texts'
import type { Counted } from './useCount'

type Props = { readonly counted: Counted | undefined; readonly isBusy: boolean; readonly date: string | undefined; readonly language: Language }

/** What the rule says, how many meet it and who comes first, kept in sight while the next answer is awaited. */
export const Outcome = ({ counted, isBusy, date, language }: Props) => {
  const t = texts[language]
  const answer = counted?.answer
  if (answer && !answer.ok && !isBusy) return <Notice tone="wrong">{answer.message}</Notice>
  if (!answer?.ok) return isBusy ? <p className="kring-outcome" role="status">{t.counting}</p> : null
  const { sentence, count, mistakes, sample } = answer.data
  return (
    <section className="kring-outcome" aria-label={t.outcome} aria-busy={isBusy}>
      {sentence && <p className="sentence">{sentence}.</p>}
      <p role="status">{isBusy ? t.counting : mistakes.length > 0 ? t.notCounted : <strong>{howMany(count, date, language, t)}</strong>}</p>
      {mistakes.length === 0 && sample.length > 0 && (
        <details>
          <summary>{count > sample.length ? t.firstTen : t.these}</summary>
          <ul>{sample.map(({ id, number, name, town }) => <li key={id}><a href={`/admin/collections/relations/${id}/card`} target="_blank" rel="noreferrer">{name}</a> · {number}{town ? ` · ${town}` : ''}</li>)}</ul>
        </details>
      )}
    </section>
  )
}

function howMany(count: number, date: string | undefined, language: Language, t: Texts): string {
  const on = date !== undefined && isLocalDate(date) ? formatDate(date, language) : undefined
  const template = on === undefined ? (count === 0 ? t.nobody : count === 1 ? t.one : t.many) : count === 0 ? t.nobodyOn : count === 1 ? t.oneOn : t.manyOn
  return filled(template, { count: count.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB'), date: on ?? '' })
}
