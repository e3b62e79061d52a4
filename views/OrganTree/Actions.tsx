'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { AddOrgan } from './AddOrgan'
import { addressOf } from './address'
import { Dialog } from '../parts/Dialog'
import { EndOrgan } from './EndOrgan'
import type { FormProps, OrganFormProps } from './formProps'
import { PlanRule } from './PlanRule'
import { texts } from './texts'
import { TransferOrgan } from './TransferOrgan'

type Action = 'add' | 'transfer' | 'end' | 'planRule'
type Props = FormProps & { readonly organ: (OrganFormProps['organ'] & { readonly isOver: boolean }) | undefined }

/** The buttons of an administrator, each with its form in a window. What was changed is fetched anew with the whole screen. */
export const Actions = ({ organ, ...given }: Props) => {
  const t = texts[given.language]
  const [action, setAction] = useState<Action>()
  const show = (tab?: string, id = organ?.id) => window.location.assign(addressOf({ organisation: given.organisation, organ: id, tab }))
  const changing: readonly Action[] = organ && !organ.isOver ? ['planRule', 'transfer', 'end'] : []
  return (
    <div className="kring-bar">
      {(['add', ...changing] as const).map((name) => (
        <Button key={name} buttonStyle={name === 'add' ? 'primary' : 'secondary'} onClick={() => setAction(name)} type="button">{t[name]}</Button>
      ))}
      {action && (
        <Dialog title={action === 'add' || !organ ? t[action] : `${t[action]}: ${organ.title}`} closeLabel={t.closeDialog} onClose={() => setAction(undefined)}>
          {action === 'add' && <AddOrgan {...given} under={organ?.isOver ? undefined : organ?.id} onAdded={(id) => show('rules', id)} />}
          {organ && action === 'transfer' && <TransferOrgan {...given} organ={organ} onSaved={() => show('planned')} />}
          {organ && action === 'end' && <EndOrgan {...given} organ={organ} onSaved={() => show('planned')} />}
          {organ && action === 'planRule' && <PlanRule {...given} organ={organ} onSaved={() => show('rules')} />}
        </Dialog>
      )}
    </div>
  )
}
