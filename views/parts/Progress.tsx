'use client'
import { useEffect, useState } from 'react'
import type { Language } from '../../src/i18n/text'
import { filled } from './filled'
import { sendJson } from './sendJson'

export type ProgressTold = { readonly phase: string; readonly done: number; readonly total: number }

const everyMs = 700

/** What long work tells about itself, asked for as long as there is an address to ask. */
export function useProgress(href: string | undefined): ProgressTold | undefined {
  const [told, setTold] = useState<ProgressTold & { readonly href: string }>()
  useEffect(() => {
    if (href === undefined) return undefined
    const timer = setInterval(() => {
      void sendJson<Partial<ProgressTold>>('GET', href, { failed: '' }).then((answer) => {
        if (!answer.ok) return
        const { phase, done, total } = answer.data
        if (phase !== undefined && done !== undefined && total !== undefined) setTold({ href, phase, done, total })
      })
    }, everyMs)
    return () => clearInterval(timer)
  }, [href])
  return told?.href === href ? told : undefined
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
