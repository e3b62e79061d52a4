'use client'
import { useEffect, useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { RuleCatalogue } from '../../src/operations/ruleCatalogue'
import type { Answer } from '../parts/postJson'
import { sendJson } from '../parts/sendJson'
import { texts } from './texts'

/** What rules can ask about, fetched once per editor; undefined while it is on its way. `again` asks anew after a failure. */
export function useCatalogue(language: Language): { readonly answer: Answer<RuleCatalogue> | undefined; readonly again: () => void } {
  const [answer, setAnswer] = useState<Answer<RuleCatalogue>>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    void sendJson<RuleCatalogue>('GET', '/api/rule-catalogue', { failed: texts[language].failed, signal: stop.signal })
      .then((result) => { if (!stop.signal.aborted) setAnswer(result) })
    return () => stop.abort()
  }, [language, turn])
  return { answer, again: () => { setAnswer(undefined); setTurn(turn + 1) } }
}
