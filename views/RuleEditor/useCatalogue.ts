'use client'
import { useEffect, useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { RuleCatalogue } from '../../src/operations/ruleCatalogue'
import type { Answer } from '../parts/postJson'
import { sendJson } from '../parts/sendJson'
import { texts } from './texts'

/** What rules can ask about, fetched once per editor; undefined while it is on its way. */
export function useCatalogue(language: Language): Answer<RuleCatalogue> | undefined {
  const [answer, setAnswer] = useState<Answer<RuleCatalogue>>()
  useEffect(() => {
    const stop = new AbortController()
    void sendJson<RuleCatalogue>('GET', '/api/rule-catalogue', { failed: texts[language].failed, signal: stop.signal })
      .then((result) => { if (!stop.signal.aborted) setAnswer(result) })
    return () => stop.abort()
  }, [language])
  return answer
}
