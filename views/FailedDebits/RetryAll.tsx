'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Language } from '../../src/i18n/text'
import type { FailedFilter } from '../../src/store/failedInstructions'
import { filled } from '../parts/filled'
import { RetryDialog } from './RetryDialog'
import { texts } from './texts'

type Props = { readonly filter: FailedFilter; readonly count: number; readonly language: Language }

/** The button that tries all that is filtered again, after telling what that does. */
export const RetryAll = ({ filter, count, language }: Props) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type="button" onClick={() => setOpen(true)}>{filled(texts[language].retryAll, { count })}</Button>
      {isOpen && <RetryDialog filter={filter} language={language} onClose={() => setOpen(false)} />}
    </>
  )
}
