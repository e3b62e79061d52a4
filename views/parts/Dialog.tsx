'use client'
import { useEffect, useRef, type ReactNode } from 'react'

type Props = { readonly title: string; readonly closeLabel: string; readonly onClose: () => void; readonly children: ReactNode }

/** A window over the screen that keeps the keyboard inside; Escape closes it. */
export const Dialog = ({ title, closeLabel, onClose, children }: Props) => {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => { if (element.current && !element.current.open) element.current.showModal() }, [])
  return (
    <dialog ref={element} className="kring-dialog" aria-label={title} onClose={onClose}>
      <header><h2>{title}</h2><button type="button" aria-label={closeLabel} onClick={onClose}>×</button></header>
      {children}
    </dialog>
  )
}
