'use client'
import { useEffect, useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { OrganTree } from '../../src/operations/organTree'
import type { Answer } from '../parts/postJson'
import { sendJson } from '../parts/sendJson'
import { texts } from './texts'

/** The tree of a day, fetched when the organisation or the day changes; undefined while it is on its way. */
export function useTree(organisation: number, date: string, language: Language, counted: 'yes' | 'no' = 'yes'): Answer<OrganTree> | undefined {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly answer: Answer<OrganTree> }>()
  const key = `${organisation} ${date}`
  useEffect(() => {
    if (date === '') return undefined
    const stop = new AbortController()
    void sendJson<OrganTree>('GET', `/api/organisations/${organisation}/tree?date=${date}&counted=${counted}`, { failed: texts[language].failed, signal: stop.signal })
      .then((result) => { if (!stop.signal.aborted) setAnswer({ key, answer: result }) })
    return () => stop.abort()
  }, [organisation, date, key, language, counted])
  return answer?.key === key ? answer.answer : undefined
}
