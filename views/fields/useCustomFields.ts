'use client'
import { useEffect, useState } from 'react'
import type { CustomField } from '../../src/domain/customField'
import type { Answer } from '../parts/postJson'
import { sendJson } from '../parts/sendJson'

type Page = { readonly docs: readonly (Omit<CustomField, 'options'> & { readonly options?: unknown })[] }

/** The custom fields that there are, by title; undefined while they are on their way. */
export function useCustomFields(failed: string): Answer<readonly CustomField[]> | undefined {
  const [answer, setAnswer] = useState<Answer<readonly CustomField[]>>()
  useEffect(() => {
    const stop = new AbortController()
    void sendJson<Page>('GET', '/api/custom-fields?limit=500&sort=title&depth=0', { failed, signal: stop.signal }).then((result) => {
      if (stop.signal.aborted) return
      setAnswer(result.ok ? { ok: true, data: result.data.docs.map((field) => ({ ...field, options: Array.isArray(field.options) ? field.options.map(String) : [] })) } : result)
    })
    return () => stop.abort()
  }, [failed])
  return answer
}
