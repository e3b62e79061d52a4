'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import { filled } from '../parts/filled'
import { postJson } from '../parts/postJson'
import { texts } from './texts'

/** Invoices what is due and makes the instructions for it: the two steps before a batch. */
export const Prepare = ({ until, language }: { readonly until: LocalDate; readonly language: Language }) => {
  const t = texts[language]
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const prepare = async () => {
    setBusy(true)
    const invoiced = await postJson<{ invoices: number }>('/api/invoices/run', {}, t.failed)
    const made = invoiced.ok ? await postJson<{ created: number; cancelled: number }>('/api/debit-instructions/generate', { until }, t.failed) : invoiced
    setBusy(false)
    if (!invoiced.ok) toast.error(invoiced.message)
    else if (!made.ok) toast.error(made.message)
    else {
      toast.success(filled(t.made, { ...invoiced.data, ...made.data }))
      router.refresh()
    }
  }
  return <Button buttonStyle="secondary" disabled={isBusy} onClick={prepare} type="button">{isBusy ? t.busy : t.makeInstructions}</Button>
}
