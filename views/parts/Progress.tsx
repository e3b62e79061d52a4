'use client'
import { useEffect, useState } from 'react'
import type { Language } from '../../src/i18n/text'
import { filled } from './filled'

export type ProgressTold = { readonly phase: string; readonly done: number; readonly total: number }

const everyMs = 700

/** What long work tells about itself, asked for as long as there is an address to ask. */
export function useProgress(href: string | undefined): ProgressTold | undefined {
  const [told, setTold] = useState<ProgressTold>()
  useEffect(() => {
    if (href === undefined) return undefined
    const timer = setInterval(() => {
      fetch(href, { credentials: 'same-origin' }).then(async (response) => {
        const answer = response.ok ? await response.json() as Partial<ProgressTold> : {}
        if (answer.phase !== undefined && answer.done !== undefined && answer.total !== undefined) setTold({ phase: answer.phase, done: answer.done, total: answer.total })
      }).catch((error: unknown) => { if (!(error instanceof TypeError)) throw error })
    }, everyMs)
    return () => clearInterval(timer)
  }, [href])
  return told
}

const texts = {
  nl: { begun: 'Bezig…', of: '{done} van {total}', placing: 'Opdrachten indelen', writing: 'Bestand schrijven en controleren', invoicing: 'Facturen maken', sending: 'E-mails klaarzetten' },
  en: { begun: 'Busy…', of: '{done} of {total}', placing: 'Placing instructions', writing: 'Writing and checking the file', invoicing: 'Making invoices', sending: 'Preparing e-mails' },
} as const

/** How far it is, for the eye and for a screen reader. */
export const Progress = ({ progress, language }: { readonly progress: ProgressTold | undefined; readonly language: Language }) => {
  const t = texts[language]
  if (!progress) return <p role="status">{t.begun}</p>
  const phase = Object.entries(t).find(([name]) => name === progress.phase)?.[1] ?? t.begun
  return (
    <p role="status" className="kring-progress">
      {phase}: {filled(t.of, { done: progress.done.toLocaleString(language), total: progress.total.toLocaleString(language) })}
      <progress value={progress.done} max={progress.total} />
    </p>
  )
}
