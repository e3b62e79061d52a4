'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { Matched } from '../../src/operations/matchOpenLines'
import { filled } from '../parts/filled'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

/** Looks anew at all open lines, for when something was made or mended since: an invoice, an account, a text of a fund. */
export const MatchAgain = ({ language }: { readonly language: Language }) => {
  const t = texts[language]
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const match = async () => {
    setBusy(true)
    const answer = await postJson<Matched>('/api/bank-transactions/match', {}, t.failed)
    setBusy(false)
    if (!answer.ok) return toast.error(answer.message)
    toast.success(filled(t.matched, answer.data))
    router.refresh()
  }
  return <Button type="button" buttonStyle="secondary" disabled={isBusy} onClick={() => void match()}>{isBusy ? t.busy : t.match}</Button>
}
