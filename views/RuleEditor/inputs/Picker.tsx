'use client'
import { useId, useState, type KeyboardEvent } from 'react'
import type { EditorChoice } from '../../../src/rules/editorCatalogue'
import type { Language } from '../../../src/i18n/text'
import { filled } from '../../parts/filled'
import { texts } from '../texts'
import { Chips } from './Chips'

type Props = {
  readonly chosen: readonly string[]
  readonly options: readonly EditorChoice[]
  readonly onChange: (values: readonly string[]) => void
  readonly label: string
  readonly isDisabled: boolean
  readonly language: Language
}

/** So many are shown at once: whoever seeks among more types on. */
const most = 50

/** Chooses any number out of many, by searching; arrows walk through what was found and Enter takes it. */
export const Picker = ({ chosen, options, onChange, label, isDisabled, language }: Props) => {
  const t = texts[language]
  const list = useId()
  const [search, setSearch] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = isOpen ? options.filter((option) => !chosen.includes(option.value) && words.every((word) => option.label.toLowerCase().includes(word))) : []
  const shown = found.slice(0, most)
  const take = (option: EditorChoice | undefined) => {
    if (!option) return
    onChange([...chosen, option.value])
    setSearch('')
    setAt(0)
  }
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) { event.preventDefault(); event.stopPropagation(); return setOpen(false) }
    if (event.key === 'Enter') { event.preventDefault(); return isOpen ? take(shown[at]) : setOpen(true) }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return undefined
    event.preventDefault()
    setOpen(true)
    return setAt(Math.max(0, Math.min(shown.length - 1, at + (isOpen ? step : 0))))
  }
  return (
    <div className="kring-many">
      <Chips chosen={chosen.map((value) => options.find((option) => option.value === value) ?? { value, label: `#${value}` })} onChange={onChange} isDisabled={isDisabled} language={language} />
      {!isDisabled && (
        <div className="kring-picker">
          <input type="text" role="combobox" autoComplete="off" aria-label={filled(t.searchIn, { label })} aria-expanded={isOpen} aria-controls={list} aria-autocomplete="list"
            aria-activedescendant={isOpen && shown[at] ? `${list}-${at}` : undefined} placeholder={t.search} value={search}
            onFocus={() => setOpen(true)} onClick={() => setOpen(true)} onBlur={() => setOpen(false)} onChange={(event) => { setSearch(event.target.value); setOpen(true); setAt(0) }} onKeyDown={walk} />
          {isOpen && (
            <ul id={list} role="listbox" aria-label={label}>
              {shown.map((option, index) => (
                <li key={option.value} id={`${list}-${index}`} role="option" aria-selected={index === at} ref={(element) => { if (index === at) element?.scrollIntoView({ block: 'nearest' }) }}
                  onMouseDown={(event) => { event.preventDefault(); take(option) }}>{option.label}</li>
              ))}
              {shown.length === 0 && <li className="plain">{t.nothingFound}</li>}
              {found.length > shown.length && <li className="plain">{filled(t.moreFound, { count: found.length - shown.length })}</li>}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
