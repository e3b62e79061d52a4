'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { CountedMatches } from '../../src/operations/countMatches'
import type { Answer } from '../parts/postJson'
import { sendJson } from '../parts/sendJson'
import type { Editing } from './editing'
import { texts } from './texts'

/** What was answered, and about which rule: while somebody types on, that is the rule of a moment ago. */
export type Counted = { readonly about: Editing; readonly answer: Answer<CountedMatches> }

/** So long nobody has typed before a rule is counted, in milliseconds. */
const pause = 400

/** Counts who meets the rule, a moment after the last change. `isBusy` while the newest answer is awaited. */
export function useCount(editing: Editing, date: string | undefined, language: Language): { readonly counted: Counted | undefined; readonly isBusy: boolean } {
  const key = editing.rule === undefined ? '' : `${date ?? ''} ${JSON.stringify(editing.rule)}`
  const [latest, setLatest] = useState<Counted & { readonly key: string }>()
  const ask = useEffectEvent(async (asked: string, stop: AbortSignal) => {
    const body = { criteria: editing.rule, ...(date ? { date } : {}) }
    const answer = await sendJson<CountedMatches>('POST', '/api/relations/count-matches', { body, failed: texts[language].failed, signal: stop })
    if (!stop.aborted) setLatest({ key: asked, about: editing, answer })
  })
  useEffect(() => {
    if (key === '') return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => void ask(key, stop.signal), pause)
    return () => { clearTimeout(timer); stop.abort() }
  }, [key])
  if (key === '') return { counted: undefined, isBusy: false }
  return { counted: latest, isBusy: latest?.key !== key }
}
