'use client'
import { useEffect, useRef } from 'react'
import { commandOf, type Command } from './keys'

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable=true]'
const ownKeys = 'button, a, summary'

/** Listens to the keys of the list, unless somebody types, or is in a window or a panel that has its own. */
export function useKeys(commands: Readonly<Record<Command, () => void>>): void {
  const latest = useRef(commands)
  useEffect(() => { latest.current = commands })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const command = commandOf(event)
      const on = event.target instanceof Element ? event.target : undefined
      if (!command || event.defaultPrevented || document.querySelector('dialog[open]')) return
      if (command !== 'close' && (on?.closest('.kring-panel') || on?.closest(typing))) return
      if (command === 'open' && on?.closest(ownKeys)) return
      event.preventDefault()
      latest.current[command]()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
