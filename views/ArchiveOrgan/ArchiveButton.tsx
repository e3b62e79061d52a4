'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { Archived } from '../../src/operations/archiveOrgan'
import { filled } from '../parts/filled'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

/** Asks once more before the functions end. */
export const ArchiveButton = ({ organ, language }: { readonly organ: number; readonly language: Language }) => {
  const t = texts[language]
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const archive = async () => {
    if (!window.confirm(t.sure)) return
    setBusy(true)
    const answer = await postJson<Archived>(`/api/organs/${organ}/archive`, {}, t.failed)
    setBusy(false)
    if (!answer.ok) return toast.error(answer.message)
    toast.success(filled(t.done, answer.data))
    router.refresh()
  }
  return <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void archive()} tooltip={t.explain} type="button">{isBusy ? t.busy : t.archive}</Button>
}
