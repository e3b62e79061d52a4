'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { postJson } from './postJson'

type Work = { readonly path: string; /** What to say when the server cannot be reached. */ readonly failed: string; readonly onClose: () => void }

/** What a dialog does once: its key makes a double click one time, what is refused is told, and who closes it when it is done sees the page anew. */
export function useOnce<T>({ path, failed, onClose }: Work) {
  const router = useRouter()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const [done, setDone] = useState<T>()
  const [message, setMessage] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const send = async (wish: object): Promise<void> => {
    setBusy(true)
    const answer = await postJson<T>(path, { ...wish, idempotencyKey }, failed)
    setBusy(false)
    setMessage(answer.ok ? undefined : answer.message)
    if (answer.ok) setDone(answer.data)
  }
  const closeAnew = (): void => {
    onClose()
    router.refresh()
  }
  return { idempotencyKey, done, message, setMessage, isBusy, send, closeAnew, close: () => (done ? closeAnew() : onClose()) }
}
