'use client'
import { useEffect, useState } from 'react'
import { sendJson } from '../parts/sendJson'

export type ShownProgress = { readonly done: number; readonly total: number }

const everyMs = 700

/** How far the run under a key is, asked a few times a second as long as there is a key. */
export function useProgress(key: string | undefined): ShownProgress | undefined {
  const [told, setTold] = useState<ShownProgress & { readonly key: string }>()
  useEffect(() => {
    if (key === undefined) return undefined
    const timer = setInterval(() => {
      void sendJson<Partial<ShownProgress>>('GET', `/api/invoices/run/progress?key=${encodeURIComponent(key)}`, { failed: '' }).then((answer) => {
        if (answer.ok && answer.data.total !== undefined && answer.data.done !== undefined) setTold({ key, done: answer.data.done, total: answer.data.total })
      })
    }, everyMs)
    return () => clearInterval(timer)
  }, [key])
  return told?.key === key ? told : undefined
}
