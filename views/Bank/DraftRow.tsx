'use client'
import type { KeyboardEvent } from 'react'
import type { Language } from '../../src/i18n/text'
import type { FundChoice } from '../../src/store/funds'
import { filled } from '../parts/filled'
import type { Draft } from './split'
import { texts } from './texts'

type Props = {
  readonly draft: Draft
  readonly funds: readonly FundChoice[]
  readonly language: Language
  readonly onChange: (draft: Draft) => void
  readonly onRest: () => void
  readonly onRemove: () => void
}

/** A part of a line: what for, and how much of it; R in the amount puts the rest there. */
export const DraftRow = ({ draft, funds, language, onChange, onRest, onRemove }: Props) => {
  const t = texts[language]
  const { target, typed } = draft
  const press = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'r' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onRest()
  }
  return (
    <li>
      <div>{target.kind === 'donation' && !target.ids.pledge ? <Gift draft={draft} funds={funds} language={language} onChange={onChange} /> : <>{target.label}{target.detail && <span className="kring-hint"> {target.detail}</span>}</>}</div>
      <input type="text" inputMode="decimal" aria-label={filled(t.amountOf, { label: target.label })} value={typed} onKeyDown={press} onChange={(event) => onChange({ ...draft, typed: event.target.value })} />
      <button type="button" className="kring-link" aria-label={filled(t.restOf, { label: target.label })} onClick={onRest}>{t.rest} (R)</button>
      <button type="button" className="kring-link" aria-label={filled(t.removeOf, { label: target.label })} onClick={onRemove}>{t.remove}</button>
    </li>
  )
}

/** Of a gift without a pledge one chooses the fund. */
const Gift = ({ draft, funds, language, onChange }: Pick<Props, 'draft' | 'funds' | 'language' | 'onChange'>) => {
  const t = texts[language]
  const { target } = draft
  const choose = (fund: number) => onChange({ ...draft, target: { ...target, ids: { ...target.ids, fund: fund || undefined } } })
  return (
    <label>{t.donation}{' '}
      <select aria-label={t.fund} value={target.ids.fund ?? ''} onChange={(event) => choose(Number(event.target.value))}>
        <option value="">{t.chooseFund}</option>
        {funds.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
      </select>{' '}
      {target.name ? filled(t.giftBy, { name: target.name }) : t.giftByUnknown}
    </label>
  )
}
