'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { GeneratedInstructions } from '../../src/operations/generateInstructions'
import { filled } from '../parts/filled'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

/** Makes the instructions of pledges and open invoices: the step before a batch. */
export const Prepare = ({ until, language }: { readonly until: LocalDate; readonly language: Language }) => {
  const t = texts[language]
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const prepare = async () => {
    setBusy(true)
    const made = await postJson<GeneratedInstructions>('/api/debit-instructions/generate', { until }, t.failed)
    setBusy(false)
    if (!made.ok) return toast.error(made.message)
    toast.success(filled(t.made, { created: made.data.created, cancelled: made.data.cancelled }))
    if (made.data.skipped.length > 0) toast.warning(filled(t.skipped, { count: made.data.skipped.length }))
    router.refresh()
  }
  return <Button buttonStyle="secondary" disabled={isBusy} onClick={prepare} type="button">{isBusy ? t.busy : t.makeInstructions}</Button>
}
