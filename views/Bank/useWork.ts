'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { WorkRow } from '../../src/operations/bankWorkPage'
import type { TargetKind } from '../../src/store/bankLineTargets'
import { postJson } from '../parts/postJson'

export type Request = { readonly path: string; readonly body: object }
/** Something that is done with a line: what is asked, what is said when it is done, and how it is undone, as far as that follows from the answer. */
export type Act = {
  readonly line: number
  readonly request: Request
  readonly done: (answer: unknown) => string
  readonly undo?: ((answer: unknown) => readonly Request[]) | undefined
}
export type Opened = { readonly line: number; readonly kind?: TargetKind | undefined; readonly isSplit?: boolean | undefined }
type Done = { readonly line: number; readonly words: string; readonly undo: readonly Request[] }

type Given = { readonly rows: readonly WorkRow[]; /** Whether a line leaves the list once it is done. */ readonly leaves: boolean; readonly words: { readonly failed: string; readonly undoing: string; readonly nothingToUndo: string } }

/** The state of the list: where somebody is, what is open, and what was done. A line leaves at once and comes back, with why, when the server refuses. */
export function useWork({ rows, leaves, words }: Given) {
  const router = useRouter()
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const [active, setActive] = useState<number>()
  /** Where the keyboard is asked to go; the count tells one wish from the next. */
  const [focus, setFocus] = useState<{ readonly line: number; readonly count: number }>()
  const [opened, setOpened] = useState<Opened>()
  const [messages, setMessages] = useState<ReadonlyMap<number, string>>(new Map())
  const [done, setDone] = useState<Done>()
  const [busy, setBusy] = useState<ReadonlySet<number>>(new Set())
  const shown = rows.filter(({ line }) => !gone.has(line.id))

  const neighbour = (line: number | undefined, step: 1 | -1): number | undefined => {
    const place = shown.findIndex((row) => row.line.id === line)
    return shown[place === -1 ? 0 : place + step]?.line.id
  }
  const goTo = (line: number | undefined) => {
    setActive(line)
    if (line !== undefined) setFocus((former) => ({ line, count: (former?.count ?? 0) + 1 }))
  }
  const say = (line: number, message: string | undefined) => setMessages((former) => {
    const next = new Map(former)
    if (message === undefined) next.delete(line)
    else next.set(line, message)
    return next
  })
  const mark = (set: typeof setGone, line: number, isOn: boolean) => set((former) => { const next = new Set(former); if (isOn) next.add(line); else next.delete(line); return next })

  const act = async ({ line, request, done: wordsOf, undo }: Act): Promise<void> => {
    if (busy.has(line)) return
    const next = neighbour(line, 1) ?? neighbour(line, -1)
    say(line, undefined)
    mark(setBusy, line, true)
    if (leaves) { mark(setGone, line, true); setOpened(undefined); goTo(next) }
    const answer = await postJson<unknown>(request.path, request.body, words.failed)
    mark(setBusy, line, false)
    if (!answer.ok) {
      mark(setGone, line, false)
      say(line, answer.message)
      return goTo(line)
    }
    setOpened((former) => (former?.line === line ? undefined : former))
    setDone({ line, words: wordsOf(answer.data), undo: undo?.(answer.data) ?? [] })
    router.refresh()
  }

  const undoLast = async (): Promise<void> => {
    if (!done || done.undo.length === 0) { toast.error(words.nothingToUndo); return }
    setDone(undefined)
    let refused: string | undefined
    for (const { path, body } of done.undo) {
      const answer = await postJson<unknown>(path, body, words.failed)
      if (!answer.ok) { refused = answer.message; break }
    }
    mark(setGone, done.line, false)
    goTo(done.line)
    if (refused === undefined) toast.success(words.undoing)
    else toast.error(refused)
    router.refresh()
  }

  return {
    shown, active, focus, opened, messages, done, busy, act, undoLast, setActive,
    open: (next: Opened) => { setOpened(next); setActive(next.line) },
    close: () => { if (opened) { setOpened(undefined); goTo(opened.line) } },
    move: (step: 1 | -1) => { const to = neighbour(active, step); if (to !== undefined) goTo(to) },
  }
}

export type Work = ReturnType<typeof useWork>
