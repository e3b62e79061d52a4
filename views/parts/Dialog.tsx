'use client'
import { useEffect, useRef, type ReactNode } from 'react'

type Props = { readonly title: string; readonly closeLabel: string; readonly onClose: () => void; readonly children: ReactNode }

const fields = ':scope > :not(header) :is(input, select, textarea)'

/** A window over the screen that keeps the keyboard inside, from its first field on; Escape closes it, and the keyboard goes back to where it was. */
export const Dialog = ({ title, closeLabel, onClose, children }: Props) => {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    if (element.current && !element.current.open) element.current.showModal()
    element.current?.querySelector<HTMLElement>(fields)?.focus()
    return () => { if (before instanceof HTMLElement) before.focus() }
  }, [])
  return (
    <dialog ref={element} className="kring-dialog" aria-label={title} onClose={onClose}>
      <header><h2>{title}</h2><button type="button" aria-label={closeLabel} onClick={onClose}>×</button></header>
      {children}
    </dialog>
  )
}
