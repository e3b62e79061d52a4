'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Dialog } from '../parts/Dialog'
import { postJson } from '../parts/postJson'
import type { MandateFormProps, Send } from './formProps'
import { BlockForm, ChangeForm, EndForm } from './forms'
import { texts } from './texts'

type Action = 'change' | 'block' | 'unblock' | 'end'

/** The buttons that fit the mandate, each with a window that says what follows before it is done. */
export const MandateActions = (props: MandateFormProps) => {
  const t = texts[props.language]
  const router = useRouter()
  const [action, setAction] = useState<Action>()
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const open = (name: Action | undefined) => { setAction(name); setMessage(undefined) }
  const send: Send = async <T,>(door: Action, body: object, told: (answer: T) => string) => {
    setBusy(true)
    const answer = await postJson<T>(`/api/mandates/${props.id}/${door}`, body, t.failed)
    setBusy(false)
    if (!answer.ok) return setMessage(answer.message)
    toast.success(told(answer.data), { duration: 10_000 })
    open(undefined)
    router.refresh()
  }
  const form = { ...props, send, isBusy, message }
  return (
    <div className="kring-bar">
      {(['change', props.status === 'blocked' ? 'unblock' : 'block', 'end'] as const).map((name) => (
        <Button key={name} buttonStyle={name === 'change' ? 'primary' : 'secondary'} type="button" onClick={() => open(name)}>{t[name]}</Button>
      ))}
      {action && (
        <Dialog title={`${t[action]}: ${props.reference}`} closeLabel={t.close} onClose={() => open(undefined)}>
          {action === 'change' && <ChangeForm {...form} />}
          {(action === 'block' || action === 'unblock') && <BlockForm {...form} />}
          {action === 'end' && <EndForm {...form} />}
        </Dialog>
      )}
    </div>
  )
}
