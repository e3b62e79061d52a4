'use client'
import { useEffect, useState } from 'react'
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
  useEffect(() => {
    if (key === '') return undefined
    const stop = new AbortController()
    const ask = async () => {
      const body = { criteria: editing.rule, ...(date ? { date } : {}) }
      const answer = await sendJson<CountedMatches>('POST', '/api/relations/count-matches', { body, failed: texts[language].failed, signal: stop.signal })
      if (!stop.signal.aborted) setLatest({ key, about: editing, answer })
    }
    const timer = setTimeout(() => void ask(), pause)
    return () => { clearTimeout(timer); stop.abort() }
    // The same rule is not counted twice: `key` stands for `editing` and `date`.
  }, [key, language])
  if (key === '') return { counted: undefined, isBusy: false }
  return { counted: latest, isBusy: latest?.key !== key }
}
